/**
 * Instants and the calendar dates of an estate. A `Date` is always an instant, a `LocalDate` a square on
 * the wall calendar; only this file turns one into the other.
 */

import { dateOfWall, isoWeekday, startOfWall } from './date.ts'
import type { LocalDate, Weekday } from './date.ts'

export { addDays, addMonths, asLocalDate, daysBetween, isLocalDate, weekday } from './date.ts'
export type { LocalDate, Weekday } from './date.ts'

/** An IANA name, e.g. `Asia/Shanghai`. */
export type Zone = string

export interface LocalParts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly weekday: Weekday
}

export const defaultZone: Zone = 'Asia/Shanghai'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** all year round, so the default estate needs no Intl. */
const shanghaiOffset = 8 * hour

export function isZone(name: string): boolean {
  try {
    formatter(name)
    return true
  } catch {
    return false
  }
}

export function localParts(at: Date, zone: Zone): LocalParts {
  const wall = new Date(wallOf(at.getTime(), zone))
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    weekday: isoWeekday(wall),
  }
}

export function localDate(at: Date, zone: Zone): LocalDate {
  return dateOfWall(wallOf(at.getTime(), zone))
}

/**
 * The instant a wall clock shows `hhmm` on `date`; `24:00` is the start of the next day. A time the zone
 * skips moves forward by what was skipped; one it shows twice means the first.
 */
export function at(date: LocalDate, hhmm: string, zone: Zone): Date {
  const wall = startOfWall(date) + msOf(hhmm)
  if (zone === defaultZone) return new Date(wall - shanghaiOffset)
  const before = offsetAt(wall - day, zone)
  const after = offsetAt(wall + day, zone)
  const shown = [wall - before, wall - after].filter((instant) => wallOf(instant, zone) === wall)
  return new Date(shown.length > 0 ? Math.min(...shown) : wall - before)
}

/** `2026-11-19T15:00+08:00`, whole minutes. */
export function isoWithOffset(at: Date, zone: Zone): string {
  const wall = wallOf(at.getTime(), zone)
  const offset = Math.round((wall - secondsOf(at.getTime())) / minute)
  const size = Math.abs(offset)
  const sign = offset < 0 ? '-' : '+'
  return `${new Date(wall).toISOString().slice(0, 16)}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** The wall clock of the zone, read as if it were UTC, in whole seconds. */
function wallOf(instant: number, zone: Zone): number {
  if (zone === defaultZone) return secondsOf(instant) + shanghaiOffset
  const shown: Record<string, number> = {}
  for (const { type, value } of formatter(zone).formatToParts(instant)) shown[type] = Number(value)
  const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function offsetAt(instant: number, zone: Zone): number {
  return wallOf(instant, zone) - secondsOf(instant)
}

function secondsOf(instant: number): number {
  return Math.floor(instant / 1000) * 1000
}

function msOf(hhmm: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(hhmm)
  if (!match) throw new RangeError(`Not a time of day: ${hhmm}`)
  return match[1] === undefined ? day : Number(match[1]) * hour + Number(match[2]) * minute
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}

const formatters = new Map<Zone, Intl.DateTimeFormat>()

function formatter(zone: Zone): Intl.DateTimeFormat {
  let known = formatters.get(zone)
  if (!known) {
    known = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, known)
  }
  return known
}
