/** The worked examples of rulebook 3.6 as arithmetic, and what lies beside them by a second. */
import { describe, expect, it } from 'vitest'
import { collectiveOf, type Grievance } from '../../../src/domain/complaint/collective.ts'
import { complaintCallbackDue, firstReplyDue, resolveDue } from '../../../src/domain/complaint/clocks.ts'
import { resolvePolicy, type ProfileId } from '../../../src/domain/policy.ts'
import { standardWorkTime } from '../../../src/domain/time/calendar.ts'
import { statutoryHolidays } from '../../../src/edge/holidays.ts'

const calendar = { zone: 'Asia/Shanghai', holidays: statutoryHolidays(), workTime: standardWorkTime }
const t = (text: string) => new Date(`2026-${text.replace(' ', 'T')}:00+08:00`)
const policy = (profile: ProfileId = 'strict') => resolvePolicy(profile)

describe('EX-3.1 a valid minor complaint, logged on a Friday at 17:40', () => {
  const logged = t('09-18 17:40')
  const minor = { validity: 'valid', severity: 'minor' } as const
  it('first contact by 19:40 the same day', () => {
    expect(firstReplyDue(logged, minor, policy(), calendar)).toEqual(t('09-18 19:40'))
  })
  it('finished by Sunday 18:00, for that Sunday is worked', () => {
    expect(resolveDue(logged, 'minor', policy(), calendar)).toEqual(t('09-20 18:00'))
  })
  it('called back within 24 hours of the handling, whatever day that is', () => {
    expect(complaintCallbackDue(t('09-20 17:30'), policy(), calendar)).toEqual(t('09-21 17:30'))
  })
})

describe('EX-3.2 an important complaint on the eve of the national holiday, 10:00', () => {
  const logged = t('09-30 10:00')
  const important = { validity: 'valid', severity: 'important' } as const
  it('under p001l the reply is due after the holiday, Thursday 18:00', () => {
    expect(firstReplyDue(logged, important, policy('p001l'), calendar)).toEqual(t('10-08 18:00'))
  })
  it('under strict it is due the same day at noon', () => {
    expect(firstReplyDue(logged, important, policy(), calendar)).toEqual(t('09-30 12:00'))
  })
  it.each(['strict', 'p001l'] as const)('finished by Friday 18:00 under %s', (profile) => {
    expect(resolveDue(logged, 'important', policy(profile), calendar)).toEqual(t('10-09 18:00'))
  })
})

describe('EX-3.3 noise from one event, flat after flat', () => {
  const from = (id: number, building: string, room: string, at: string): Grievance => ({
    id,
    receivedAt: t(`09-21 ${at}`),
    category: 'noise',
    room: { building, unit: null, room },
  })
  const four = [
    from(1, 'A', '101', '21:00'),
    from(2, 'A', '203', '21:20'),
    from(3, 'B', '105', '21:50'),
    from(4, 'A', '402', '22:10'),
  ]
  const fifth = from(5, 'B', '301', '22:40')
  const rule = { households: 5, windowHours: 24 }

  it('the fifth flat makes it collective, all five in it', () => {
    expect(collectiveOf(fifth, four, rule)?.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5])
  })
  it('a second message of a flat that complained already does not', () => {
    expect(collectiveOf(from(6, 'A', '101', '22:40'), four, rule)).toBeUndefined()
  })
  it('nor a complaint about something else', () => {
    expect(collectiveOf({ ...fifth, category: 'cleaning' }, four, rule)).toBeUndefined()
  })
  it('nor one whose first is a second older than a day', () => {
    const late = { ...fifth, receivedAt: new Date(t('09-22 21:00').getTime() + 1_000) }
    expect(collectiveOf(late, four, rule)).toBeUndefined()
    expect(collectiveOf({ ...late, receivedAt: t('09-22 21:00') }, four, rule)).toHaveLength(5)
  })
  it('without a flat nobody counts as a household', () => {
    expect(collectiveOf({ ...fifth, room: null }, four, rule)).toBeUndefined()
  })
})

describe('EX-3.4 an invalid complaint at 23:10', () => {
  const logged = t('09-21 23:10')
  it('is answered by 01:10', () => {
    expect(firstReplyDue(logged, { validity: 'invalid' }, policy(), calendar)).toEqual(t('09-22 01:10'))
  })
  it('under p001l by the end of the next working day', () => {
    expect(firstReplyDue(logged, { validity: 'invalid' }, policy('p001l'), calendar)).toEqual(
      t('09-22 18:00'),
    )
  })
})
