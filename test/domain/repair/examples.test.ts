/** The worked examples of rulebook 2.6, where plain arithmetic answers them. */
import { describe, expect, it } from 'vitest'
import type { ArrivalFacts } from '../../../src/domain/repair/clocks.ts'
import {
  arrivalDue,
  callbackDue,
  checkIn,
  completionDue,
  reviewDue,
} from '../../../src/domain/repair/clocks.ts'
import type { Policy, ProfileId } from '../../../src/domain/policy.ts'
import { profileIds, resolvePolicy } from '../../../src/domain/policy.ts'
import type { EstateCalendar } from '../../../src/domain/time/calendar.ts'
import { standardWorkTime } from '../../../src/domain/time/calendar.ts'
import { isOverdue } from '../../../src/domain/time/due.ts'
import { statutoryHolidays } from '../../../src/edge/holidays.ts'

/** A moment of the estate's clock: `09-21 09:15`, `09-21 09:15:01`. */
const at = (text: string): Date => {
  const [date = '', time = ''] = text.split(' ')
  return new Date(`2026-${date}T${time.length === 5 ? `${time}:00` : time}+08:00`)
}
const strict = resolvePolicy('strict')
const calendar: EstateCalendar = {
  zone: 'Asia/Shanghai',
  holidays: statutoryHolidays(),
  workTime: standardWorkTime,
}

describe('EX-2.1 a dead kitchen socket, reported 09:00, accepted 09:04', () => {
  const socket: ArrivalFacts = {
    kind: 'in_unit',
    urgency: 'general',
    reportedAt: at('09-21 09:00'),
    receivedAt: at('09-21 09:04'),
    dispatchedAt: at('09-21 09:00'),
    acceptedAt: at('09-21 09:04'),
  }
  const limits: readonly (readonly [string, ProfileId, Partial<Policy>, string])[] = [
    ['strict: 15 min from the report (R-2.15, R-2.18)', 'strict', {}, '09-21 09:15'],
    ['p002: 20 min from the report', 'p002', {}, '09-21 09:20'],
    [
      'p002 counting from the receipt of the ticket',
      'p002',
      { 'repair.arrival.clockStart': 'ticket_received' },
      '09-21 09:24',
    ],
    ['p000: 15 min from the acceptance', 'p000', {}, '09-21 09:19'],
    ['p003: 15 min from the report', 'p003', {}, '09-21 09:15'],
  ]
  it.each(limits)('%s', (_, profile, own, limit) => {
    expect(arrivalDue(socket, resolvePolicy(profile, own))).toEqual(at(limit))
  })

  it('at 09:15:00 he is on time, one second later overdue (R-0.12)', () => {
    expect(checkIn(at('09-21 09:14:59'), socket, strict)).toBe('on_time')
    expect(checkIn(at('09-21 09:15:00'), socket, strict)).toBe('on_time')
    expect(checkIn(at('09-21 09:15:01'), socket, strict)).toBe('overdue')
  })

  it('a burst pipe has 10 minutes under strict (R-2.16)', () => {
    expect(arrivalDue({ ...socket, urgency: 'urgent' }, strict)).toEqual(at('09-21 09:10'))
  })

  it('an urgent one never has more time than an immediate one, in any profile (R-2.16)', () => {
    for (const profile of profileIds) {
      const policy = resolvePolicy(profile)
      const [urgent, immediate] = (['urgent', 'general'] as const).map((urgency) =>
        arrivalDue({ ...socket, urgency }, policy),
      )
      expect(urgent?.getTime()).toBeLessThanOrEqual(immediate?.getTime() ?? 0)
    }
  })

  it('a profile without an urgent value uses its immediate value (R-2.16)', () => {
    const minutes = (profile: ProfileId) => resolvePolicy(profile)['repair.arrival.urgent']
    expect([minutes('p000'), minutes('p002'), minutes('p003'), minutes('p001t')]).toEqual([15, 20, 15, 10])
  })

  it('while nobody accepted, a limit that counts from the acceptance does not run yet (R-2.18)', () => {
    expect(arrivalDue({ ...socket, acceptedAt: undefined }, resolvePolicy('p000'))).toBeUndefined()
  })

  it('the ticket in hand at 09:04 counts, also when it is accepted only at 09:06 (R-2.18)', () => {
    const policy = resolvePolicy('p002', { 'repair.arrival.clockStart': 'ticket_received' })
    expect(arrivalDue({ ...socket, acceptedAt: at('09-21 09:06') }, policy)).toEqual(at('09-21 09:24'))
  })

  it('without a delivery mark the receipt is the acceptance at the latest (R-2.18)', () => {
    const policy = resolvePolicy('p002', { 'repair.arrival.clockStart': 'ticket_received' })
    expect(arrivalDue({ ...socket, receivedAt: undefined }, policy)).toEqual(at('09-21 09:24'))
  })
})

describe('EX-2.2 an appointment for 14:00 on Tuesday', () => {
  const visit: ArrivalFacts = {
    kind: 'in_unit',
    urgency: 'general',
    reportedAt: at('09-21 16:00'),
    acceptedAt: at('09-21 16:02'),
    slotStart: at('09-22 14:00'),
  }
  const counted: readonly (readonly [string, string, string])[] = [
    ['13:54:00', 'on_time', 'on_time'],
    ['13:55:00', 'on_time', 'on_time'],
    ['13:55:01', 'late_prep', 'on_time'],
    ['13:58:00', 'late_prep', 'on_time'],
    ['14:00:00', 'late_prep', 'on_time'],
    ['14:00:01', 'overdue', 'overdue'],
    ['14:01:00', 'overdue', 'overdue'],
  ]
  it.each(counted)(
    'an arrival at %s counts as %s under strict and %s under p003 (R-2.19)',
    (time, s, p003) => {
      const arrived = at(`09-22 ${time}`)
      expect(checkIn(arrived, visit, strict)).toBe(s)
      expect(checkIn(arrived, visit, resolvePolicy('p003'))).toBe(p003)
      expect(checkIn(arrived, visit, resolvePolicy('p001t'))).toBe(p003)
    },
  )

  it('the slot is the limit, whenever it was accepted and however urgent it is (R-2.19)', () => {
    expect(arrivalDue(visit, strict)).toEqual(at('09-22 14:00'))
    expect(arrivalDue({ ...visit, urgency: 'urgent' }, resolvePolicy('p000'))).toEqual(at('09-22 14:00'))
  })
})

describe('EX-2.3 a street lamp, reported 20:00 on a holiday', () => {
  const lamp: ArrivalFacts = { kind: 'public', urgency: 'minor', reportedAt: at('09-26 20:00') }
  const dispatched = (time: string) => arrivalDue({ ...lamp, dispatchedAt: at(`09-26 ${time}`) }, strict)

  it('dispatched 20:08, he is due 20:18 (R-2.17)', () => {
    expect(dispatched('20:08')).toEqual(at('09-26 20:18'))
  })
  it('dispatched 20:15, he is due 20:20, not 20:25: the hard cap (R-2.17)', () => {
    expect(dispatched('20:15')).toEqual(at('09-26 20:20'))
  })
  it('the cap takes over from 20:10 on (R-2.17)', () => {
    expect(dispatched('20:09:59')).toEqual(at('09-26 20:19:59'))
    expect(dispatched('20:10:00')).toEqual(at('09-26 20:20:00'))
    expect(dispatched('20:10:01')).toEqual(at('09-26 20:20:00'))
  })
  it('not dispatched at all, the cap still stands (R-2.17)', () => {
    expect(arrivalDue(lamp, strict)).toEqual(at('09-26 20:20'))
  })
})

describe('EX-2.4 a general repair over the Mid-Autumn holiday', () => {
  it('reported Thursday 16:00, it is due at 24:00 on Saturday: calendar days (R-2.41, R-0.08)', () => {
    const limit = completionDue('general', at('09-24 16:00'), strict, calendar)
    expect(limit).toEqual(at('09-27 00:00'))
    expect(isOverdue(limit ?? at('09-01 00:00'), at('09-26 23:59:59'))).toBe(false)
  })
  it('finished Friday 17:00, the callback is due Saturday 17:00: hours run 24×7 (R-2.49, R-0.04)', () => {
    expect(callbackDue(at('09-25 17:00'), strict)).toEqual(at('09-26 17:00'))
  })
  it('a minor one reported at 17:59:59 is due the same day, at 18:00:00 the next day 18:00 (R-2.41, R-0.10)', () => {
    expect(completionDue('minor', at('09-24 17:59:59'), strict, calendar)).toEqual(at('09-25 00:00'))
    expect(completionDue('minor', at('09-24 18:00:00'), strict, calendar)).toEqual(at('09-25 18:00'))
  })
  it('an urgent one has no completion limit: work goes on until it is fixed (R-2.41)', () => {
    expect(completionDue('urgent', at('09-24 16:00'), strict, calendar)).toBeUndefined()
  })
})

describe('EX-2.5 an off-catalogue request', () => {
  const asked: ArrivalFacts = { kind: 'in_unit', urgency: 'general', reportedAt: at('09-21 09:58') }

  it('reached the supervisor at 10:00: without a quote by 10:15 it is a breach (R-2.26)', () => {
    const limit = reviewDue(at('09-21 10:00'), strict)
    expect(limit).toEqual(at('09-21 10:15'))
    expect(isOverdue(limit, at('09-21 10:15:00'))).toBe(false)
    expect(isOverdue(limit, at('09-21 10:15:01'))).toBe(true)
  })
  it('accepted by the resident at 10:40, the technician is due at 10:55 (R-2.27)', () => {
    expect(arrivalDue({ ...asked, consentedAt: at('09-21 10:40') }, strict)).toEqual(at('09-21 10:55'))
  })
})

describe('profiles', () => {
  it('a key the profile does not set falls back to strict (R-0.01)', () => {
    for (const profile of profileIds)
      expect(Object.keys(resolvePolicy(profile)).sort()).toEqual(Object.keys(strict).sort())
    expect(resolvePolicy('p000')['repair.arrival.immediate']).toBe(15)
    expect(resolvePolicy('p004')).toEqual(strict)
  })
  it('a single key can be overridden (0.2)', () => {
    expect(resolvePolicy('p002', { 'repair.reviewMin': 30 })['repair.reviewMin']).toBe(30)
  })
})
