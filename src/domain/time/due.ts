/**
 * The amounts of time a rule can promise, and when they are over. A limit is inclusive: the due
 * time is the last instant that is still on time.
 */
import { endOfNthWorkingDay, workSpansFrom } from './calendar.ts'
import type { EstateCalendar } from './calendar.ts'
import { addDays, addMonths, at, localDate } from './zone.ts'

export type Amount =
  | { readonly minutes: number }
  | { readonly hours: number }
  | { readonly workingHours: number }
  | { readonly workingDays: number }
  | { readonly days: number }
  | { readonly months: number }
  | 'same_day'

/** A stretch in which a clock stood still, e.g. waiting for the resident or for a part. */
export interface Pause {
  readonly from: Date
  readonly to: Date
}

const minute = 60_000
const hour = 60 * minute

/** Pauses extend what runs on the wall clock (minutes and hours); a promised date stays that date. */
export function due(start: Date, amount: Amount, cal: EstateCalendar, pauses: readonly Pause[] = []): Date {
  if (amount === 'same_day') return endOfSameDay(start, cal)
  if ('minutes' in amount) return afterPauses(start, length(amount.minutes) * minute, pauses)
  if ('hours' in amount) return afterPauses(start, length(amount.hours) * hour, pauses)
  if ('workingHours' in amount) return afterWorking(start, length(amount.workingHours) * hour, cal)
  if ('workingDays' in amount) return endOfNthWorkingDay(start, amount.workingDays, cal)
  const date = localDate(start, cal.zone)
  // months end with their day as well.
  if ('days' in amount) return at(addDays(date, whole(amount.days)), '24:00', cal.zone)
  return at(addMonths(date, whole(amount.months)), '24:00', cal.zone)
}

/** elapsed = limit is on time. */
export function isOverdue(due: Date, at: Date): boolean {
  return at > due
}

/** */
function endOfSameDay(start: Date, cal: EstateCalendar): Date {
  const { zone } = cal
  const { sameDayCutoff } = cal.workTime
  const date = localDate(start, zone)
  if (start < at(date, sameDayCutoff, zone)) return at(date, '24:00', zone)
  return at(addDays(date, 1), '18:00', zone)
}

/** around the clock, except while paused. */
function afterPauses(start: Date, ms: number, pauses: readonly Pause[]): Date {
  let end = start.getTime() + ms
  let seenUntil = start.getTime()
  for (const pause of [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    // A pause that begins at the due instant still stops the clock at its limit: not yet overdue.
    if (pause.from.getTime() > end) break
    const from = Math.max(pause.from.getTime(), seenUntil)
    const to = pause.to.getTime()
    if (to <= from) continue
    end += to - from
    seenUntil = to
  }
  return new Date(end)
}

function afterWorking(start: Date, ms: number, cal: EstateCalendar): Date {
  let left = ms
  for (const span of workSpansFrom(start, cal)) {
    const from = Math.max(span.from.getTime(), start.getTime())
    const end = from + left
    if (end <= span.to.getTime()) return new Date(end)
    left -= span.to.getTime() - from
  }
  throw new RangeError('The calendar has no working time')
}

function length(n: number): number {
  if (!Number.isFinite(n) || n < 0) throw new RangeError(`Not a length of time: ${n}`)
  return n
}

function whole(n: number): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a whole number of days or months: ${n}`)
  return n
}
