import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardWorkTime } from '../../../src/domain/time/calendar.ts'
import { due, isOverdue } from '../../../src/domain/time/due.ts'
import type { Amount, Pause } from '../../../src/domain/time/due.ts'
import { estate2026, later, second, sh } from './year2026.ts'

const minute = 60 * second
const dueOf = (start: string, amount: Amount) => due(sh(start), amount, estate2026)

describe('given a start, then it is due', () => {
  it.each<[rule: string, start: string, amount: Amount, end: string]>([
    ['R-0.04 around the clock', '2026-11-20 23:50', { minutes: 15 }, '2026-11-21 00:05'],
    ['R-0.04 through a holiday', '2026-10-01 10:00', { hours: 48 }, '2026-10-03 10:00'],
    ['R-0.06 over the Spring Festival', '2026-02-14 09:00', { workingDays: 1 }, '2026-02-24 18:00'],
    ['R-0.06 over the National Day', '2026-09-30 18:00', { workingDays: 3 }, '2026-10-10 18:00'],
    ['R-0.08 at 24:00 of start date + N', '2026-11-20 00:00', { days: 3 }, '2026-11-24 00:00'],
    ['R-0.08 whatever the hour', '2026-11-20 23:59:59', { days: 3 }, '2026-11-24 00:00'],
    ['R-0.08 zero days is that day', '2026-11-20 10:00', { days: 0 }, '2026-11-21 00:00'],
    ['R-0.10 before the cut-off', '2026-11-20 17:59:59', 'same_day', '2026-11-21 00:00'],
    ['R-0.10 at the cut-off', '2026-11-20 18:00:00', 'same_day', '2026-11-21 18:00'],
    ['R-0.10 after the cut-off', '2026-11-20 18:00:01', 'same_day', '2026-11-21 18:00'],
    ['R-0.10 just before midnight', '2026-11-20 23:59:59', 'same_day', '2026-11-21 18:00'],
    ['R-0.10 just after midnight', '2026-11-21 00:00:00', 'same_day', '2026-11-22 00:00'],
    ['R-0.11 the last of February', '2026-01-31 10:00', { months: 1 }, '2026-03-01 00:00'],
    ['R-0.11 EX-4.4', '2026-08-31 10:00', { months: 1 }, '2026-10-01 00:00'],
    ['working hours within a span', '2026-11-20 08:30', { workingHours: 2 }, '2026-11-20 10:30'],
    ['working hours to the end of a span', '2026-11-20 08:00', { workingHours: 4 }, '2026-11-20 12:00'],
    ['working hours over noon', '2026-11-20 11:00', { workingHours: 2 }, '2026-11-20 15:00'],
    ['working hours from the evening', '2026-11-20 20:00', { workingHours: 2 }, '2026-11-23 10:00'],
    ['working hours into a made-up Saturday', '2026-10-09 17:00', { workingHours: 3 }, '2026-10-10 10:00'],
    ['working hours over the Spring Festival', '2026-02-14 17:00', { workingHours: 9 }, '2026-02-24 18:00'],
  ])('%s: %s', (_rule, start, amount, end) => {
    expect(dueOf(start, amount)).toEqual(sh(end))
  })

  it('R-0.10 with the estate’s own cut-off', () => {
    const early = { ...estate2026, workTime: { ...standardWorkTime, sameDayCutoff: '17:00' } }
    expect(due(sh('2026-11-20 16:59:59'), 'same_day', early)).toEqual(sh('2026-11-21 00:00'))
    expect(due(sh('2026-11-20 17:00:00'), 'same_day', early)).toEqual(sh('2026-11-21 18:00'))
  })

  it.each<Amount>([
    { minutes: -1 },
    { hours: NaN },
    { workingHours: Infinity },
    { days: 1.5 },
    { months: -1 },
  ])('refuses %j', (amount) => expect(() => dueOf('2026-11-20 10:00', amount)).toThrow(RangeError))
})

describe('R-0.12 a limit is inclusive', () => {
  it('is overdue only after it', () => {
    const limit = dueOf('2026-11-20 10:00', { minutes: 15 })
    expect(isOverdue(limit, later(limit, -second))).toBe(false)
    expect(isOverdue(limit, limit)).toBe(false)
    expect(isOverdue(limit, later(limit, 1))).toBe(true)
  })
})

describe('a pause', () => {
  const start = sh('2026-11-20 10:00')
  const pause = (from: string, to: string): Pause => ({
    from: sh(`2026-11-20 ${from}`),
    to: sh(`2026-11-20 ${to}`),
  })
  const hourWith = (...pauses: Pause[]) => due(start, { hours: 1 }, estate2026, pauses)

  it.each<[what: string, pauses: Pause[], end: string]>([
    ['within the limit is added', [pause('10:30', '10:50')], '11:20'],
    ['that began before the start counts from the start', [pause('09:00', '10:10')], '11:10'],
    ['before the start is nothing', [pause('09:00', '10:00')], '11:00'],
    ['just before the limit is added', [pause('10:59:59', '12:00')], '12:00:01'],
    ['at the limit keeps it from passing', [pause('11:00', '12:00')], '12:00'],
    ['just after the limit comes too late', [pause('11:00:01', '12:00')], '11:00'],
    ['that another one brought in is added', [pause('10:30', '11:00'), pause('11:20', '11:50')], '12:00'],
    ['overlapping another counts once', [pause('10:30', '10:50'), pause('10:40', '11:00')], '11:30'],
    ['turned around is nothing', [pause('10:50', '10:30')], '11:00'],
  ])('%s', (_what, pauses, end) => {
    expect(hourWith(...pauses)).toEqual(sh(`2026-11-20 ${end}`))
  })

  it('moves no promised date', () => {
    const pauses = [pause('11:00', '16:00')]
    for (const amount of [
      { days: 1 },
      { workingDays: 1 },
      { months: 1 },
      { workingHours: 3 },
      'same_day',
    ] as const)
      expect(due(start, amount, estate2026, pauses)).toEqual(due(start, amount, estate2026))
  })
})

const starts = fc
  .integer({ min: sh('2026-01-01 00:00').getTime(), max: sh('2026-12-01 00:00').getTime() })
  .map((ms) => new Date(ms))
const counts = fc.integer({ min: 1, max: 40 })
const kinds = fc.constantFrom('minutes', 'hours', 'workingHours', 'workingDays', 'days', 'months')
const amountOf = (kind: string, n: number) => ({ [kind]: n }) as unknown as Amount

/** Pauses after the start, apart from each other, each `[wait, length]` in minutes. */
const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 })), {
  maxLength: 8,
})
function pausesFrom(start: Date, waits: readonly (readonly [number, number])[]): Pause[] {
  let at = start
  return waits.map(([wait, length]) => {
    const from = later(at, wait * minute)
    at = later(from, length * minute)
    return { from, to: at }
  })
}

describe('for any start, amount and pauses', () => {
  it('a later start is never due earlier', () => {
    fc.assert(
      fc.property(starts, starts, kinds, counts, (a, b, kind, n) => {
        const [first, second] = a <= b ? [a, b] : [b, a]
        for (const amount of [amountOf(kind, n), 'same_day'] as const)
          expect(due(first, amount, estate2026) <= due(second, amount, estate2026)).toBe(true)
      }),
    )
  })

  it('the same day is over after the start and within 24 hours', () => {
    fc.assert(
      fc.property(starts, (start) => {
        const end = due(start, 'same_day', estate2026)
        expect(end > start).toBe(true)
        expect(end.getTime() - start.getTime()).toBeLessThanOrEqual(24 * 60 * minute)
      }),
    )
  })

  it('a larger amount is due later', () => {
    fc.assert(
      fc.property(starts, kinds, counts, counts, (start, kind, n, more) => {
        const less = due(start, amountOf(kind, n), estate2026)
        expect(due(start, amountOf(kind, n + more), estate2026) > less).toBe(true)
        expect(less > start).toBe(true)
      }),
    )
  })

  it('the unpaused time up to the limit is the amount', () => {
    fc.assert(
      fc.property(starts, counts, steps, (start, n, waits) => {
        const pauses = pausesFrom(start, waits)
        const end = due(start, { minutes: n * 5 }, estate2026, pauses)
        const stood = pauses
          .filter(({ from }) => from <= end)
          .map(({ from, to }) => to.getTime() - from.getTime())
        const paused = stood.reduce((sum, ms) => sum + ms, 0)
        expect(end.getTime() - start.getTime()).toBe(n * 5 * minute + paused)
      }),
    )
  })

  it('one pause more never makes it due earlier', () => {
    fc.assert(
      fc.property(starts, counts, steps, (start, n, waits) => {
        const pauses = pausesFrom(start, waits)
        const all = due(start, { minutes: n * 5 }, estate2026, pauses)
        expect(all >= due(start, { minutes: n * 5 }, estate2026, pauses.slice(1))).toBe(true)
      }),
    )
  })

  it('order and cuts of the pauses do not matter', () => {
    fc.assert(
      fc.property(starts, counts, steps, fc.nat(), (start, n, waits, seed) => {
        const pauses = pausesFrom(start, waits)
        const cut = pauses.flatMap(({ from, to }) => {
          const between = later(from, seed % (to.getTime() - from.getTime()))
          return [
            { from: between, to },
            { from, to: between },
          ]
        })
        const amount = { minutes: n * 5 }
        expect(due(start, amount, estate2026, cut.reverse())).toEqual(due(start, amount, estate2026, pauses))
      }),
    )
  })

  it('two working spans with no gap are one', () => {
    const cut = {
      ...estate2026,
      workTime: {
        ...standardWorkTime,
        spans: [
          { from: '08:00', to: '09:17' },
          { from: '09:17', to: '12:00' },
          { from: '14:00', to: '18:00' },
        ],
      },
    }
    fc.assert(
      fc.property(starts, counts, (start, n) => {
        const amount = { workingHours: n / 4 }
        expect(due(start, amount, cut)).toEqual(due(start, amount, estate2026))
      }),
    )
  })

  it('working hours in two steps are working hours in one', () => {
    fc.assert(
      fc.property(starts, counts, counts, (start, a, b) => {
        const halfway = due(start, { workingHours: a }, estate2026)
        const inTwo = due(halfway, { workingHours: b }, estate2026)
        expect(inTwo).toEqual(due(start, { workingHours: a + b }, estate2026))
      }),
    )
  })
})
