/** The escalation ladder as arithmetic. */
import { describe, expect, it } from 'vitest'
import {
  emergencyLevels,
  engineeringLevels,
  evenRung,
  isPastTop,
  limitRung,
  receptionLevels,
  rolesAt,
} from '../../src/domain/ladder.ts'

const at = (time: string) => new Date(`2026-09-21T${time}:00+08:00`)

describe('EX-13.1 a limit of two hours from 10:00', () => {
  it.each([
    [0, '11:00', 'remind', 0],
    [1, '11:36', 'copy', 1],
    [2, '12:00', 'escalate', 1],
    [3, '13:00', 'escalate', 2],
    [4, '14:00', 'escalate', 3],
  ] as const)('rung %i is at %s: %s, %i levels up (R-13.21)', (index, time, kind, level) => {
    expect(limitRung(at('10:00'), at('12:00'), index)).toEqual({ at: at(time), kind, level })
  })
})

describe('nobody accepts', () => {
  it.each([
    [0, '09:05', 1],
    [1, '09:10', 2],
    [2, '09:15', 3],
  ] as const)('rung %i is at %s, %i levels up (R-2.13)', (index, time, level) => {
    expect(evenRung(at('09:00'), 5 * 60_000, index)).toEqual({ at: at(time), kind: 'escalate', level })
  })
})

describe('levels', () => {
  it('engineering climbs technician → supervisor → director, reception to the CS supervisor first (R-13.20)', () => {
    expect(rolesAt(engineeringLevels, 0)).toEqual(['technician'])
    expect(rolesAt(engineeringLevels, 1)).toEqual(['eng_supervisor'])
    expect(rolesAt(engineeringLevels, 2)).toContain('director')
    expect(rolesAt(receptionLevels, 1)).toEqual(['cs_supervisor'])
    expect(rolesAt(receptionLevels, 2)).toEqual(['cs_manager', 'director'])
    for (const levels of [engineeringLevels, receptionLevels])
      expect(levels.slice(-3)).toEqual([['complaint_centre'], ['vp'], ['gm']])
  })
  it('past the top the top level keeps being told (R-13.23)', () => {
    expect(isPastTop(engineeringLevels, 5)).toBe(false)
    expect(isPastTop(engineeringLevels, 6)).toBe(true)
    expect(rolesAt(engineeringLevels, 99)).toEqual(['gm'])
  })
  it('an emergency reaches duty, control room and director first, then the shift head (R-8.07, 8.3)', () => {
    expect(rolesAt(emergencyLevels, 0)).toEqual(expect.arrayContaining(['duty', 'control_room', 'director']))
    expect(rolesAt(emergencyLevels, 1)).toContain('shift_head')
  })
})
