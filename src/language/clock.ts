/** Wall-clock arithmetic in the estate's zone: a wall time is kept as if it were UTC milliseconds. */
export type Wall = number

export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000

const formatters = new Map<string, Intl.DateTimeFormat>()

function offsetAt(instant: number, zone: string): number {
  if (zone === 'Asia/Shanghai' || zone === 'Asia/Hong_Kong') return 8 * hourMs
  let formatter = formatters.get(zone)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, formatter)
  }
  const part: Record<string, number> = {}
  for (const { type, value } of formatter.formatToParts(new Date(instant))) part[type] = Number(value)
  const wall = Date.UTC(
    part.year ?? 1970,
    (part.month ?? 1) - 1,
    part.day,
    part.hour,
    part.minute,
    part.second,
  )
  return wall - Math.floor(instant / 1000) * 1000
}

export function wallOf(now: Date, zone: string): Wall {
  const instant = now.getTime()
  return Number.isFinite(instant) ? instant + offsetAt(instant, zone) : 0
}

export function startOfDay(wall: Wall): Wall {
  return Math.floor(wall / dayMs) * dayMs
}

/** Monday 0 … Sunday 6. */
export function weekdayOf(wall: Wall): number {
  return (Math.floor(wall / dayMs) + 3) % 7
}

export function dateOf(wall: Wall): { readonly year: number; readonly month: number; readonly day: number } {
  const at = new Date(wall)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

/** Null for 30 February. */
export function wallDate(year: number, month: number, day: number): Wall | null {
  const wall = Date.UTC(year, month - 1, day)
  const back = dateOf(wall)
  return back.month === ((month - 1 + 120) % 12) + 1 && back.day === day ? wall : null
}

export function isoDay(wall: Wall): string {
  return new Date(wall).toISOString().slice(0, 10)
}

/** `2026-11-19T15:00+08:00` */
export function isoMinute(wall: Wall, zone: string): string {
  const offset = offsetAt(wall - offsetAt(wall, zone), zone) / minuteMs
  const sign = offset < 0 ? '-' : '+'
  const pad = (n: number): string => String(Math.floor(n)).padStart(2, '0')
  return `${new Date(wall).toISOString().slice(0, 16)}${sign}${pad(Math.abs(offset) / 60)}:${pad(Math.abs(offset) % 60)}`
}
