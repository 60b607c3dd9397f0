import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '../../src/domain/time/calendar.ts'
import type { DayKind } from '../../src/domain/time/calendar.ts'
import { asLocalDate as day } from '../../src/domain/time/zone.ts'
import type { LocalDate } from '../../src/domain/time/zone.ts'
import { statutoryHolidays } from '../../src/edge/holidays.ts'
import {
  everyDayOf,
  kindOf2026,
  statutoryDaysProper,
  weekdaysOff,
  weekendDaysWorked,
} from '../domain/time/year2026.ts'

const holidays = statutoryHolidays()
const daysOf = (year: number, kind: DayKind) =>
  everyDayOf(year).filter((date) => holidays.kindOf(date) === kind)

describe('2026, as the rulebook lists it (0.3)', () => {
  it('every day has the kind of the list', () => {
    for (const date of everyDayOf(2026))
      expect([date, holidays.kindOf(date)]).toEqual([date, kindOf2026(date)])
  })

  it('and the three lists are what comes out', () => {
    expect(daysOf(2026, 'statutory')).toEqual(statutoryDaysProper)
    expect(daysOf(2026, 'makeup_working')).toEqual(weekendDaysWorked)
    const off = everyDayOf(2026).filter((date) => !isWorkingDay(date, holidays))
    const weekend = (date: LocalDate) => holidays.kindOf(date) === 'weekend'
    const saturdaysAndSundays = ['2026-04-05', '2026-05-02', '2026-10-03']
    expect(off.filter((date) => !weekend(date) && !saturdaysAndSundays.includes(date))).toEqual(weekdaysOff)
  })
})

describe('other years', () => {
  it('2025 has thirteen statutory days, two festivals in one week of October', () => {
    expect(daysOf(2025, 'statutory')).toEqual([
      ...['2025-01-01', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-04-04', '2025-05-01'],
      ...['2025-05-02', '2025-05-31', '2025-10-01', '2025-10-02', '2025-10-03', '2025-10-06'],
    ])
  })

  it('2024 still followed the older law: eleven days, not the eve, not 2 May', () => {
    expect(daysOf(2024, 'statutory')).toHaveLength(11)
    expect(holidays.kindOf(day('2024-02-09'))).toBe('working')
    expect(holidays.kindOf(day('2024-05-02'))).toBe('shifted_off')
  })

  it.each([2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023])('%i is known', (year) => {
    expect(daysOf(year, 'statutory').length).toBeGreaterThanOrEqual(10)
  })

  it.each([2013, 2027, 2028, 2050])('%i is not, and no day of it is guessed', (year) => {
    for (const date of everyDayOf(year)) expect(holidays.kindOf(date)).toBeUndefined()
  })
})

describe('R-0.14 what staff loaded', () => {
  it('a single day wins, and the rest of its year stays unknown', () => {
    const loaded = statutoryHolidays({ days: new Map([[day('2027-10-01'), 'statutory' as const]]) })
    expect(loaded.kindOf(day('2027-10-01'))).toBe('statutory')
    expect(loaded.kindOf(day('2027-10-02'))).toBeUndefined()
  })

  it('a single day wins over the notice', () => {
    const loaded = statutoryHolidays({ days: new Map([[day('2026-10-08'), 'shifted_off' as const]]) })
    expect(isWorkingDay(day('2026-10-08'), loaded)).toBe(false)
    expect(isWorkingDay(day('2026-10-09'), loaded)).toBe(true)
  })

  it('a complete year is known to its last day', () => {
    const loaded = statutoryHolidays({
      days: new Map<LocalDate, DayKind>([
        [day('2027-10-01'), 'statutory'],
        [day('2027-10-09'), 'makeup_working'],
      ]),
      completeYears: new Set([2027]),
    })
    expect(loaded.kindOf(day('2027-10-01'))).toBe('statutory')
    expect(loaded.kindOf(day('2027-10-09'))).toBe('makeup_working')
    expect(loaded.kindOf(day('2027-10-10'))).toBe('weekend')
    expect(loaded.kindOf(day('2027-10-11'))).toBe('working')
    expect(loaded.kindOf(day('2028-10-11'))).toBeUndefined()
  })
})
