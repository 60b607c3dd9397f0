/**
 * Mainland China's public holidays. tyme4ts knows which days the State Council's notices
 * give off or make up; which of them are statutory days proper follows from the law. A year whose notice
 * is not out is unknown and stays unknown: staff load it as overrides.
 */
import { LegalHoliday, LunarDay, SolarTerm } from 'tyme4ts'
import type { SolarDay } from 'tyme4ts'
import type { DayKind, Holidays } from '../domain/time/calendar.ts'
import { addDays, asLocalDate, weekday } from '../domain/time/zone.ts'
import type { LocalDate } from '../domain/time/zone.ts'

export interface HolidayOverrides {
  readonly days: ReadonlyMap<LocalDate, DayKind>
  /** Years of which `days` holds the whole notice; its other days are plain working days and weekends. */
  readonly completeYears?: ReadonlySet<number>
}

/** The days proper have been these since 2014; older years are not needed and not known. */
const firstYear = 2014

export function statutoryHolidays(overrides?: HolidayOverrides): Holidays {
  const years = new Map<number, Notice | undefined>()
  const noticeOf = (year: number) => {
    if (!years.has(year)) years.set(year, readNotice(year))
    return years.get(year)
  }
  return {
    kindOf: (date) => {
      const said = overrides?.days.get(date)
      if (said !== undefined) return said
      const year = Number(date.slice(0, 4))
      if (overrides?.completeYears?.has(year)) return plainKind(date)
      const notice = noticeOf(year)
      return notice && (notice.get(date) ?? plainKind(date))
    },
  }
}

type Notice = ReadonlyMap<LocalDate, DayKind>

function readNotice(year: number): Notice | undefined {
  if (year < firstYear) return undefined
  const statutory = statutoryDays(year)
  // Without every statutory day in it, the notice of this year is not out.
  if (!statutory.every((date) => legalDay(date)?.isWork() === false)) return undefined
  const notice = new Map<LocalDate, DayKind>()
  for (let date = dateOf(year, 1, 1); date.startsWith(`${year}`); date = addDays(date, 1)) {
    const legal = legalDay(date)
    if (legal?.isWork()) notice.set(date, 'makeup_working')
    else if (legal && weekday(date) <= 5) notice.set(date, 'shifted_off')
  }
  for (const date of statutory) notice.set(date, 'statutory')
  return notice
}

/** 全国年节及纪念日放假办法, of 2014 and, from 2025, with the Spring Festival's eve and 2 May. */
function statutoryDays(year: number): readonly LocalDate[] {
  const newYear = lunarDate(year, 1, 1)
  const days = [
    dateOf(year, 1, 1),
    newYear,
    addDays(newYear, 1),
    addDays(newYear, 2),
    ofSolar(SolarTerm.fromName(year, '清明').getSolarDay()),
    dateOf(year, 5, 1),
    lunarDate(year, 5, 5),
    lunarDate(year, 8, 15),
    dateOf(year, 10, 1),
    dateOf(year, 10, 2),
    dateOf(year, 10, 3),
  ]
  return year < 2025 ? days : [...days, addDays(newYear, -1), dateOf(year, 5, 2)]
}

function plainKind(date: LocalDate): DayKind {
  return weekday(date) <= 5 ? 'working' : 'weekend'
}

function legalDay(date: LocalDate): LegalHoliday | null {
  return LegalHoliday.fromYmd(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)))
}

function lunarDate(year: number, month: number, day: number): LocalDate {
  return ofSolar(LunarDay.fromYmd(year, month, day).getSolarDay())
}

function ofSolar(day: SolarDay): LocalDate {
  return dateOf(day.getYear(), day.getMonth(), day.getDay())
}

function dateOf(year: number, month: number, day: number): LocalDate {
  return asLocalDate([year, pad(month), pad(day)].join('-'))
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
