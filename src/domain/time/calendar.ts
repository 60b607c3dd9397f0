/** Which days and hours an estate works (R-0.05 … ). */
import { addDays, at as instantAt, localDate, weekday } from './zone.ts'
import type { LocalDate, Zone } from './zone.ts'

export type DayKind = 'working' | 'weekend' | 'statutory' | 'shifted_off' | 'makeup_working'

export interface Holidays {
  /** `undefined` when the year is not loaded. */
  kindOf(date: LocalDate): DayKind | undefined
}

export interface WorkTime {
  /** In the order of the day, not overlapping; the end does not belong to a span. */
  readonly spans: readonly { readonly from: string; readonly to: string }[]
  readonly workEnd: string
  readonly sameDayCutoff: string
}

export interface EstateCalendar {
  readonly zone: Zone
  readonly holidays: Holidays
  readonly workTime: WorkTime
}

/** */
export const standardWorkTime: WorkTime = {
  spans: [
    { from: '08:00', to: '12:00' },
    { from: '14:00', to: '18:00' },
  ],
  workEnd: '18:00',
  sameDayCutoff: '18:00',
}

/** No year loaded: Monday to Friday. */
export const noHolidays: Holidays = { kindOf: () => undefined }

/** Longer than any holiday; a calendar without a working day in it is a mistake in the data. */
const longestBreakDays = 366

export function isWorkingDay(date: LocalDate, holidays: Holidays): boolean {
  const kind = holidays.kindOf(date)
  if (kind === undefined) return weekday(date) <= 5
  return kind === 'working' || kind === 'makeup_working'
}

/** The first working day after `date`. */
export function nextWorkingDay(date: LocalDate, holidays: Holidays): LocalDate {
  return firstWorkingDay(addDays(date, 1), 1, holidays)
}

/** `date` itself, or the last working day before it: when a reminder "by the k-th" goes out. */
export function lastWorkingDayUpTo(date: LocalDate, holidays: Holidays): LocalDate {
  return firstWorkingDay(date, -1, holidays)
}

export function inWorkTime(at: Date, cal: EstateCalendar): boolean {
  return workSpans(localDate(at, cal.zone), cal).some((span) => span.from <= at && at < span.to)
}

/** `at` itself in working time, else the start of the next span. */
export function nextWorkingMoment(at: Date, cal: EstateCalendar): Date {
  for (const span of workSpansFrom(at, cal)) return span.from > at ? span.from : at
  throw new RangeError('The calendar has no working time')
}

/** the start date is never counted. */
export function endOfNthWorkingDay(start: Date, n: number, cal: EstateCalendar): Date {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`Not a number of working days: ${n}`)
  let date = localDate(start, cal.zone)
  for (let counted = 0; counted < n; counted++) date = nextWorkingDay(date, cal.holidays)
  return instantAt(date, cal.workTime.workEnd, cal.zone)
}

export interface Span {
  readonly from: Date
  readonly to: Date
}

/** The spans of working time that end after `at`, in order, without end. */
export function* workSpansFrom(at: Date, cal: EstateCalendar): Generator<Span, void> {
  if (cal.workTime.spans.length === 0) return
  let date = addDays(localDate(at, cal.zone), -1)
  for (;;) {
    date = nextWorkingDay(date, cal.holidays)
    for (const span of workSpans(date, cal)) if (span.to > at) yield span
  }
}

function workSpans(date: LocalDate, cal: EstateCalendar): readonly Span[] {
  if (!isWorkingDay(date, cal.holidays)) return []
  return cal.workTime.spans.map(({ from, to }) => ({
    from: instantAt(date, from, cal.zone),
    to: instantAt(date, to, cal.zone),
  }))
}

function firstWorkingDay(date: LocalDate, step: 1 | -1, holidays: Holidays): LocalDate {
  for (let looked = 0; looked <= longestBreakDays; looked++) {
    const candidate = addDays(date, looked * step)
    if (isWorkingDay(candidate, holidays)) return candidate
  }
  throw new RangeError(`No working day near ${date}`)
}
