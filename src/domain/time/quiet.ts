/** The hours in which nothing unsolicited is sent, and when it may go out. */
import { addDays, at as instantAt, defaultZone, localDate } from './zone.ts'
import type { Zone } from './zone.ts'

/** `start` belongs to the quiet hours, `end` does not; equal ends mean there are none. */
export interface QuietHours {
  readonly start: string
  readonly end: string
}

export const standardQuietHours: QuietHours = { start: '22:00', end: '08:00' }

export function isQuiet(at: Date, quiet: QuietHours = standardQuietHours, zone: Zone = defaultZone): boolean {
  return endOfQuiet(at, quiet, zone) !== undefined
}

/** `at` itself when it is not quiet, else the end of these quiet hours. */
export function releaseAt(at: Date, quiet: QuietHours = standardQuietHours, zone: Zone = defaultZone): Date {
  return endOfQuiet(at, quiet, zone) ?? at
}

function endOfQuiet(at: Date, { start, end }: QuietHours, zone: Zone): Date | undefined {
  if (start === end) return undefined
  const nights = start > end ? 1 : 0
  const today = localDate(at, zone)
  for (const evening of [addDays(today, -nights), today]) {
    const from = instantAt(evening, start, zone)
    const to = instantAt(addDays(evening, nights), end, zone)
    if (from <= at && at < to) return to
  }
  return undefined
}
