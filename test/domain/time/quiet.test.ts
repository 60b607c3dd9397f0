import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isQuiet, releaseAt, standardQuietHours } from '../../../src/domain/time/quiet.ts'
import { later, sh } from './year2026.ts'

describe('R-15.36 quiet hours 22:00–08:00', () => {
  it.each([
    ['2026-11-20 21:59:59', false],
    ['2026-11-20 22:00:00', true],
    ['2026-11-20 22:00:01', true],
    ['2026-11-20 23:59:59', true],
    ['2026-11-21 00:00:00', true],
    ['2026-11-21 07:59:59', true],
    ['2026-11-21 08:00:00', false],
    ['2026-11-21 08:00:01', false],
    ['2026-11-21 12:00:00', false],
  ])('%s: %s', (at, quiet) => {
    expect(isQuiet(sh(at))).toBe(quiet)
  })
})

describe('R-15.38 what is held back', () => {
  it.each([
    ['2026-11-20 21:59:59', '2026-11-20 21:59:59'],
    ['2026-11-20 22:00:00', '2026-11-21 08:00:00'],
    ['2026-11-21 00:00:00', '2026-11-21 08:00:00'],
    ['2026-11-21 07:59:59', '2026-11-21 08:00:00'],
    ['2026-11-21 08:00:00', '2026-11-21 08:00:00'],
    ['2026-12-31 23:00:00', '2027-01-01 08:00:00'],
  ])('at %s goes out at %s', (at, release) => {
    expect(releaseAt(sh(at))).toEqual(sh(release))
  })

  const zones = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe']
  const hours = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:30`)
  it.each(zones)('goes out at the first moment that is not quiet: %s', (zone) => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
        hours,
        hours,
        (at, start, end) => {
          const quiet = { start, end }
          const release = releaseAt(at, quiet, zone)
          expect(isQuiet(release, quiet, zone)).toBe(false)
          if (isQuiet(at, quiet, zone)) {
            expect(release > at).toBe(true)
            expect(isQuiet(later(release, -1), quiet, zone)).toBe(true)
          } else expect(release).toEqual(at)
        },
      ),
    )
  })
})

describe('other quiet hours', () => {
  it('may lie within a day', () => {
    const noon = { start: '12:00', end: '14:00' }
    expect(isQuiet(sh('2026-11-20 11:59:59'), noon)).toBe(false)
    expect(releaseAt(sh('2026-11-20 12:00'), noon)).toEqual(sh('2026-11-20 14:00'))
    expect(isQuiet(sh('2026-11-20 14:00'), noon)).toBe(false)
  })

  it('are none when they end where they begin', () => {
    expect(isQuiet(sh('2026-11-20 08:00'), { start: '08:00', end: '08:00' })).toBe(false)
  })

  it('follow the estate’s own zone', () => {
    const at = new Date('2026-11-20T14:00:00Z')
    expect(isQuiet(at, standardQuietHours, 'Asia/Shanghai')).toBe(true)
    expect(isQuiet(at, standardQuietHours, 'America/New_York')).toBe(false)
  })
})
