import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  asLocalDate,
  at,
  daysBetween,
  isLocalDate,
  isoWithOffset,
  isZone,
  localDate,
  localParts,
  weekday,
} from '../../../src/domain/time/zone.ts'

const zones = ['Asia/Shanghai', 'Asia/Hong_Kong', 'America/New_York', 'Australia/Lord_Howe']
const day = asLocalDate

/** Years without Shanghai's summer time of 1986–1991, which leaves out. */
const instants = fc.date({
  min: new Date('1995-01-01T00:00:00Z'),
  max: new Date('2090-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const localDates = instants.map((instant) => localDate(instant, 'Asia/Shanghai'))
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)

describe('the date of an instant', () => {
  it('changes at midnight of the zone, not of UTC', () => {
    expect(localDate(new Date('2026-11-18T15:59:59.999Z'), 'Asia/Shanghai')).toBe('2026-11-18')
    expect(localDate(new Date('2026-11-18T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-19')
  })

  it('comes with its parts', () => {
    expect(localParts(new Date('2026-11-22T16:05:09.500Z'), 'Asia/Shanghai')).toEqual({
      year: 2026,
      month: 11,
      day: 23,
      hour: 0,
      minute: 5,
      second: 9,
      weekday: 1,
    })
  })

  it('is refused for an invalid Date', () => {
    for (const zone of zones) expect(() => localDate(new Date(NaN), zone)).toThrow(RangeError)
  })

  it('is the same through the fast path and through Intl', () => {
    // Asia/Chongqing is the same zone under a name the fast path does not know.
    fc.assert(
      fc.property(instants, (instant) => {
        expect(localParts(instant, 'Asia/Shanghai')).toEqual(localParts(instant, 'Asia/Chongqing'))
        expect(isoWithOffset(instant, 'Asia/Shanghai')).toBe(isoWithOffset(instant, 'Asia/Chongqing'))
      }),
    )
  })
})

describe('an instant from date and time', () => {
  it('24:00 is the start of the next day', () => {
    for (const zone of zones)
      expect(at(day('2026-12-31'), '24:00', zone)).toEqual(at(day('2027-01-01'), '00:00', zone))
  })

  it('a skipped time moves forward by what was skipped', () => {
    expect(at(day('2026-03-08'), '01:59', 'America/New_York')).toEqual(new Date('2026-03-08T06:59:00Z'))
    expect(at(day('2026-03-08'), '02:30', 'America/New_York')).toEqual(new Date('2026-03-08T07:30:00Z'))
    expect(at(day('2026-03-08'), '03:00', 'America/New_York')).toEqual(new Date('2026-03-08T07:00:00Z'))
    // Lord Howe skips only half an hour.
    expect(at(day('2026-10-04'), '02:15', 'Australia/Lord_Howe')).toEqual(new Date('2026-10-03T15:45:00Z'))
  })

  it('a time shown twice means the first', () => {
    expect(at(day('2026-11-01'), '01:30', 'America/New_York')).toEqual(new Date('2026-11-01T05:30:00Z'))
    expect(at(day('2026-11-01'), '02:00', 'America/New_York')).toEqual(new Date('2026-11-01T07:00:00Z'))
    expect(at(day('2026-04-05'), '01:45', 'Australia/Lord_Howe')).toEqual(new Date('2026-04-04T14:45:00Z'))
  })

  it('a day the zone skipped whole moves to the next', () => {
    expect(at(day('2011-12-30'), '12:00', 'Pacific/Apia')).toEqual(
      at(day('2011-12-31'), '12:00', 'Pacific/Apia'),
    )
  })

  it.each(['', '8:00', '24:01', '12:60', '25:00', '12:00:00'])('refuses %j as a time', (hhmm) => {
    expect(() => at(day('2026-01-01'), hhmm, 'Asia/Shanghai')).toThrow(RangeError)
  })

  it.each(zones)('shows that date and time on the wall again, unless skipped: %s', (zone) => {
    fc.assert(
      fc.property(localDates, times, (date, hhmm) => {
        const instant = at(date, hhmm, zone)
        const { hour, minute } = localParts(instant, zone)
        const shown = hour * 60 + minute
        const asked = Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(3))
        expect(localDate(instant, zone)).toBe(date)
        // No zone here skips more than an hour, and a skipped time only moves forward.
        expect([0, 30, 60]).toContain(shown - asked)
        if (zone.startsWith('Asia/')) expect(shown).toBe(asked)
      }),
    )
  })

  it.each(zones)('lies in its day and grows with date: %s', (zone) => {
    fc.assert(
      fc.property(localDates, fc.integer({ min: 1, max: 400 }), (date, days) => {
        expect(at(addDays(date, days), '00:00', zone) > at(date, '00:00', zone)).toBe(true)
        expect(localDate(new Date(at(date, '24:00', zone).getTime() - 1), zone)).toBe(date)
      }),
    )
  })
})

describe('an instant as text', () => {
  it('carries the offset of that moment', () => {
    const instant = new Date('2026-11-19T07:00:59Z')
    expect(isoWithOffset(instant, 'Asia/Shanghai')).toBe('2026-11-19T15:00+08:00')
    expect(isoWithOffset(instant, 'America/New_York')).toBe('2026-11-19T02:00-05:00')
    expect(isoWithOffset(instant, 'Australia/Lord_Howe')).toBe('2026-11-19T18:00+11:00')
    expect(isoWithOffset(new Date('2026-07-01T00:00:00Z'), 'Australia/Lord_Howe')).toBe(
      '2026-07-01T10:30+10:30',
    )
    expect(isoWithOffset(instant, 'UTC')).toBe('2026-11-19T07:00+00:00')
  })

  it.each(zones)('reads back as the same minute: %s', (zone) => {
    fc.assert(
      fc.property(instants, (instant) => {
        const minute = Math.floor(instant.getTime() / 60_000) * 60_000
        expect(Date.parse(isoWithOffset(instant, zone))).toBe(minute)
      }),
    )
  })
})

describe('calendar dates', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '0000-01-01',
    ' 2026-01-01',
    '2026-01-01T00',
  ])('%j is none', (text) => {
    expect(isLocalDate(text)).toBe(false)
    expect(() => asLocalDate(text)).toThrow(RangeError)
  })

  it('29 February exists in leap years', () => {
    expect(isLocalDate('2028-02-29')).toBe(true)
  })

  it('end with the year 9999', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
  })

  it('know their weekday', () => {
    expect(weekday(day('2026-11-22'))).toBe(7)
    expect(weekday(day('2026-11-23'))).toBe(1)
  })

  it('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(localDates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(addDays(addDays(date, days), -days)).toBe(date)
      }),
    )
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-15', 3, '2027-02-15'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i month(s) is %s', (date, months, result) => {
    expect(addMonths(day(date), months)).toBe(result)
  })
})

describe('zones', () => {
  it('are known by their IANA name', () => {
    expect(isZone('Asia/Shanghai')).toBe(true)
    expect(isZone('Asia/Atlantis')).toBe(false)
    expect(isZone('')).toBe(false)
    expect(() => localDate(new Date(0), 'Asia/Atlantis')).toThrow(RangeError)
  })
})
