import { describe, expect, it } from 'vitest'
import {
  endOfNthWorkingDay,
  inWorkTime,
  isWorkingDay,
  lastWorkingDayUpTo,
  nextWorkingDay,
  nextWorkingMoment,
  noHolidays,
  standardWorkTime,
} from '../../../src/domain/time/calendar.ts'
import { asLocalDate as day } from '../../../src/domain/time/zone.ts'
import { estate2026, everyDayOf, holidays2026, later, second, sh } from './year2026.ts'

const works = (date: string) => isWorkingDay(day(date), holidays2026)

describe('R-0.05 a working day', () => {
  it.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    '%s is a made-up weekend day and works',
    (date) => expect(works(date)).toBe(true),
  )
  it.each(['2026-02-13', '2026-02-24', '2026-09-30', '2026-10-08', '2026-10-09'])('%s works', (date) =>
    expect(works(date)).toBe(true),
  )
  it.each(['2026-02-15', '2026-02-16', '2026-02-23', '2026-04-05', '2026-10-03', '2026-10-07', '2026-10-11'])(
    '%s is off',
    (date) => expect(works(date)).toBe(false),
  )

  it('2026 has 248 of them', () => {
    expect(everyDayOf(2026).filter((date) => isWorkingDay(date, holidays2026))).toHaveLength(248)
  })
})

describe('R-0.14 a year that is not loaded', () => {
  it('works Monday to Friday, holidays included', () => {
    expect(works('2027-10-01')).toBe(true)
    expect(works('2027-10-02')).toBe(false)
    expect(isWorkingDay(day('2026-02-17'), noHolidays)).toBe(true)
  })
})

describe('R-0.06 within N working days', () => {
  it.each([
    // around the Spring Festival: Saturday the 14th works, then nine days off
    ['2026-02-12 09:00', 1, '2026-02-13 18:00'],
    ['2026-02-13 17:00', 1, '2026-02-14 18:00'],
    ['2026-02-13 17:00', 2, '2026-02-24 18:00'],
    ['2026-02-14 10:00', 1, '2026-02-24 18:00'],
    ['2026-02-17 03:00', 1, '2026-02-24 18:00'],
    ['2026-02-27 23:59:59', 1, '2026-02-28 18:00'],
    ['2026-02-28 00:00', 1, '2026-03-02 18:00'],
    // around the National Day: Sunday 20 Sep and Saturday 10 Oct work
    ['2026-09-18 12:00', 1, '2026-09-20 18:00'],
    ['2026-09-24 12:00', 1, '2026-09-28 18:00'],
    ['2026-09-30 08:00', 1, '2026-10-08 18:00'],
    ['2026-09-30 08:00', 3, '2026-10-10 18:00'],
    ['2026-09-30 08:00', 4, '2026-10-12 18:00'],
    // into a year that is not loaded
    ['2026-12-31 08:00', 1, '2027-01-01 18:00'],
  ])('from %s, %i ends %s', (start, n, end) => {
    expect(endOfNthWorkingDay(sh(start), n, estate2026)).toEqual(sh(end))
  })

  it('does not count the start date, working day or not', () => {
    expect(endOfNthWorkingDay(sh('2026-11-20 00:00'), 1, estate2026)).toEqual(sh('2026-11-23 18:00'))
    expect(endOfNthWorkingDay(sh('2026-11-21 12:00'), 1, estate2026)).toEqual(sh('2026-11-23 18:00'))
  })

  it.each([0, -1, 1.5, NaN])('refuses %d', (n) => {
    expect(() => endOfNthWorkingDay(sh('2026-11-20 08:00'), n, estate2026)).toThrow(RangeError)
  })

  it('ends where the estate ends its day', () => {
    const estate = { ...estate2026, workTime: { ...standardWorkTime, workEnd: '17:30' } }
    expect(endOfNthWorkingDay(sh('2026-11-20 08:00'), 1, estate)).toEqual(sh('2026-11-23 17:30'))
  })
})

describe('R-0.07 standard working time', () => {
  it.each([
    ['08:00', true],
    ['12:00', false],
    ['14:00', true],
    ['18:00', false],
  ])('around %s on a working day', (time, startsHere) => {
    const boundary = sh(`2026-11-20 ${time}`)
    expect(inWorkTime(later(boundary, -second), estate2026)).toBe(!startsHere)
    expect(inWorkTime(boundary, estate2026)).toBe(startsHere)
    expect(inWorkTime(later(boundary, second), estate2026)).toBe(startsHere)
  })

  it('not on a holiday, but on a made-up Saturday', () => {
    expect(inWorkTime(sh('2026-10-05 10:00'), estate2026)).toBe(false)
    expect(inWorkTime(sh('2026-10-10 10:00'), estate2026)).toBe(true)
  })
})

describe('the next working moment', () => {
  it.each([
    ['2026-11-20 07:59:59', '2026-11-20 08:00'],
    ['2026-11-20 08:00', '2026-11-20 08:00'],
    ['2026-11-20 11:59:59', '2026-11-20 11:59:59'],
    ['2026-11-20 12:00', '2026-11-20 14:00'],
    ['2026-11-20 18:00', '2026-11-23 08:00'],
    ['2026-02-14 18:00', '2026-02-24 08:00'],
    ['2026-10-09 18:00:01', '2026-10-10 08:00'],
  ])('from %s is %s', (start, next) => {
    expect(nextWorkingMoment(sh(start), estate2026)).toEqual(sh(next))
  })

  it('is refused when the data knows no working day at all', () => {
    const never = { ...estate2026, holidays: { kindOf: () => 'weekend' as const } }
    expect(() => nextWorkingMoment(sh('2026-11-20 08:00'), never)).toThrow(RangeError)
    const idle = { ...estate2026, workTime: { ...standardWorkTime, spans: [] } }
    expect(() => nextWorkingMoment(sh('2026-11-20 08:00'), idle)).toThrow(RangeError)
  })
})

describe('R-0.11 the working day for a reminder', () => {
  it('is the day itself or the last working day before it', () => {
    expect(lastWorkingDayUpTo(day('2026-10-10'), holidays2026)).toBe('2026-10-10')
    expect(lastWorkingDayUpTo(day('2026-10-05'), holidays2026)).toBe('2026-09-30')
    expect(lastWorkingDayUpTo(day('2026-11-22'), holidays2026)).toBe('2026-11-20')
    expect(nextWorkingDay(day('2026-02-14'), holidays2026)).toBe('2026-02-24')
  })
})
