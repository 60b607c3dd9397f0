/** Squares on the wall calendar, without any zone. */

declare const localDateBrand: unique symbol
/** `YYYY-MM-DD`, an existing day of the years 0001–9999. */
export type LocalDate = string & { readonly [localDateBrand]: true }

/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const day = 86_400_000

export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** Throws a RangeError for anything that is not an existing day. */
export function asLocalDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`Not a date: ${text}`)
  return text
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfWall(startOfWall(date) + days * day)
}

/** keeps the day of the month, or takes the month's last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const first = new Date(startOfWall(asLocalDate(`${date.slice(0, 7)}-01`)))
  first.setUTCMonth(first.getUTCMonth() + months)
  const next = new Date(first)
  next.setUTCMonth(next.getUTCMonth() + 1)
  const daysInMonth = (next.getTime() - first.getTime()) / day
  return dateOfWall(first.getTime() + (Math.min(Number(date.slice(8)), daysInMonth) - 1) * day)
}

/** Calendar days from `from` to `to`, negative when `to` is earlier (R-0.09: N days in advance). */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (startOfWall(to) - startOfWall(from)) / day
}

export function weekday(date: LocalDate): Weekday {
  return isoWeekday(new Date(startOfWall(date)))
}

/** The start of the date, read as if its wall clock were UTC. */
export function startOfWall(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}

export function dateOfWall(wall: number): LocalDate {
  return asLocalDate(new Date(wall).toISOString().slice(0, 10))
}

export function isoWeekday(wall: Date): Weekday {
  return (wall.getUTCDay() || 7) as Weekday
}
