/** The calendar of every worked example: rulebook 0.3. */
import { standardWorkTime } from '../../../src/domain/time/calendar.ts'
import type { DayKind, EstateCalendar, Holidays } from '../../../src/domain/time/calendar.ts'
import { addDays, asLocalDate, weekday } from '../../../src/domain/time/zone.ts'
import type { LocalDate } from '../../../src/domain/time/zone.ts'

const dates = (month: number, ...days: number[]) =>
  days.map((day) => `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)

export const weekdaysOff = [
  ...dates(1, 1, 2),
  ...dates(2, 16, 17, 18, 19, 20, 23),
  ...dates(4, 6),
  ...dates(5, 1, 4, 5),
  ...dates(6, 19),
  ...dates(9, 25),
  ...dates(10, 1, 2, 5, 6, 7),
]
export const weekendDaysWorked = [
  ...dates(1, 4),
  ...dates(2, 14, 28),
  ...dates(5, 9),
  ...dates(9, 20),
  ...dates(10, 10),
]
export const statutoryDaysProper = [
  ...dates(1, 1),
  ...dates(2, 16, 17, 18, 19),
  ...dates(4, 5),
  ...dates(5, 1, 2),
  ...dates(6, 19),
  ...dates(9, 25),
  ...dates(10, 1, 2, 3),
]

export function kindOf2026(date: LocalDate): DayKind {
  if (statutoryDaysProper.includes(date)) return 'statutory'
  if (weekendDaysWorked.includes(date)) return 'makeup_working'
  if (weekdaysOff.includes(date)) return 'shifted_off'
  return weekday(date) <= 5 ? 'working' : 'weekend'
}

/** Only 2026 is loaded. */
export const holidays2026: Holidays = {
  kindOf: (date) => (date.startsWith('2026-') ? kindOf2026(date) : undefined),
}

export const estate2026: EstateCalendar = {
  zone: 'Asia/Shanghai',
  holidays: holidays2026,
  workTime: standardWorkTime,
}

export function everyDayOf(year: number): LocalDate[] {
  const days: LocalDate[] = []
  for (let date = asLocalDate(`${year}-01-01`); date.startsWith(`${year}-`); date = addDays(date, 1))
    days.push(date)
  return days
}

/** `sh('2026-02-13 17:00')`: that instant in Shanghai; seconds may be said too. */
export function sh(text: string): Date {
  const [date, time] = text.split(' ')
  return new Date(`${date}T${time}+08:00`)
}

export const second = 1000
export const later = (at: Date, ms: number) => new Date(at.getTime() + ms)
