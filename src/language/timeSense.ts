import type { SaidTime } from '../domain/saidTime.ts'
import { dayMs, hourMs, isoDay, isoMinute, minuteMs, startOfDay, type Wall } from './clock.ts'
import type { Lean, TimeGroup } from './time.ts'
import type { PartName, TimeToken } from './timeTokens.ts'

export interface TimeSense {
  readonly iso: string
  readonly precision: SaidTime['precision']
  readonly role: SaidTime['role']
  /** A day was said. */
  readonly dated: boolean
  /** Nothing but 晚上 or 上午. */
  readonly partOnly: boolean
}

type Day = Extract<TimeToken, { kind: 'day' }>
type Part = Extract<TimeToken, { kind: 'part' }>
type Clock = Extract<TimeToken, { kind: 'clock' }>

/** What a run of day, part and clock words means on this clock. */
export function senseOf(group: TimeGroup, now: Wall, zone: string, lean: Lean): TimeSense | undefined {
  const moment = group.tokens.find((token) => token.kind === 'moment')
  if (moment !== undefined) {
    const at = Math.round(moment.wall / minuteMs) * minuteMs
    const role = at < now ? 'event' : 'visit'
    const iso = isoMinute(at, zone)
    if (moment.open === 'before')
      return { iso: `../${iso}`, precision: 'before', role, dated: true, partOnly: false }
    return { iso, precision: 'minute', role, dated: true, partOnly: false }
  }
  const days = group.tokens.filter((token): token is Day => token.kind === 'day')
  const parts = group.tokens.filter((token): token is Part => token.kind === 'part')
  const clocks = group.tokens.filter((token): token is Clock => token.kind === 'clock')
  const first = days[0]
  const day = first === undefined ? undefined : rolled(first, now, lean)
  const dated = day !== undefined
  const base = day ?? startOfDay(now)
  const partOnly = !dated && clocks.length === 0
  const open = group.open ?? clocks.find((clock) => clock.open !== undefined)?.open

  if (clocks.length === 0 && parts.length === 0) {
    if (first === undefined || day === undefined) return undefined
    let second = days[1] === undefined ? undefined : rolled(days[1], now, lean)
    if (second !== undefined && second < day && group.joins.includes('until')) second += 7 * dayMs
    const shift = day - first.day
    const end =
      first.until !== undefined
        ? first.until + shift
        : second !== undefined && second > day
          ? second
          : undefined
    if (open === 'after') return whole(`${isoDay(end ?? day)}/..`, 'after', (end ?? day) + dayMs)
    if (open === 'before') return whole(`../${isoDay(end ?? day)}`, 'before', (end ?? day) + dayMs)
    if (end !== undefined) return whole(`${isoDay(day)}/${isoDay(end)}`, 'days', end + dayMs)
    return whole(isoDay(day), 'day', day + dayMs)
  }

  const part = parts[0]
  if (clocks.length === 0 && part !== undefined) {
    const last = group.joins.includes('until') ? (parts.at(-1) ?? part) : part
    let start = base + part.low * hourMs
    let end = base + last.high * hourMs
    if (!dated && end < now && lean === 'visit') {
      start += dayMs
      end += dayMs
    }
    if (open === 'after') return whole(`${isoMinute(start, zone)}/..`, 'after', end)
    if (open === 'before') return whole(`../${isoMinute(end, zone)}`, 'before', end)
    return whole(`${isoMinute(start, zone)}/${isoMinute(end, zone)}`, 'window', end)
  }

  const clock = clocks[0]
  if (clock === undefined) return undefined
  const nightBefore = parts.some((one) => one.part === 'evening' || one.part === 'midnight')
  const partFor = (at: Clock): Part | undefined => parts.filter((one) => one.from <= at.from).at(-1) ?? part
  const hourOf = (at: Clock): number => settled(at, partFor(at)?.part, nightBefore)
  let hour = hourOf(clock)
  const unsettled = !clock.fixed && part === undefined
  if (
    unsettled &&
    base === startOfDay(now) &&
    base + hour * hourMs < now &&
    hour + 12 < 24 &&
    lean === 'visit' &&
    open !== 'before' &&
    !group.joins.includes('until')
  )
    hour += 12
  let start = base + hour * hourMs + clock.minute * minuteMs
  if (!dated && start < now && lean === 'visit') start += dayMs
  const second = clocks[1]
  if (second !== undefined && group.joins.includes('until')) {
    let later =
      base +
      hourOf(second) * hourMs +
      second.minute * minuteMs +
      (start - (base + hour * hourMs + clock.minute * minuteMs))
    // 9点到1点, 8-12pm
    while (later <= start) later += 12 * hourMs
    // 2-4pm: the first takes the half of the second
    if (!clock.fixed && part === undefined && second.fixed && later - start > 12 * hourMs)
      start += 12 * hourMs
    if (!clock.fixed && part === undefined && second.fixed && later - start < 0) start -= 12 * hourMs
    return whole(`${isoMinute(start, zone)}/${isoMinute(later, zone)}`, 'window', later)
  }
  if (open === 'after') return whole(`${isoMinute(start, zone)}/..`, 'after', start)
  if (open === 'before') return whole(`../${isoMinute(start, zone)}`, 'before', start)
  if (clock.more === true) {
    const end = startOfHour(start) + hourMs - minuteMs
    return whole(`${isoMinute(start, zone)}/${isoMinute(end, zone)}`, 'window', end)
  }
  return whole(isoMinute(start, zone), 'minute', start)

  function whole(iso: string, precision: SaidTime['precision'], ends: Wall): TimeSense {
    return { iso, precision, role: ends <= now ? 'event' : 'visit', dated, partOnly }
  }
}

function startOfHour(wall: Wall): Wall {
  return Math.floor(wall / hourMs) * hourMs
}

/** 周一 said on a Wednesday of a visit is the coming one; 5号 on the 18th is next month's. */
function rolled(token: Day, now: Wall, lean: Lean): Wall {
  const today = startOfDay(now)
  const last = token.until ?? token.day
  if (token.rolls === undefined || last >= today || lean === 'event') return token.day
  if (token.rolls === 'week') return token.day + 7 * dayMs
  const at = new Date(token.day)
  return token.rolls === 'month'
    ? Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
    : today - token.day > 150 * dayMs
      ? Date.UTC(at.getUTCFullYear() + 1, at.getUTCMonth(), at.getUTCDate())
      : token.day
}

/** The hour of the day (25 is one in the night that follows). */
function settled(clock: Clock, part: PartName | undefined, night: boolean): number {
  const { hour } = clock
  if (clock.fixed) return hour
  switch (part) {
    case 'dawn':
      return night && hour < 7 ? hour + 24 : hour === 12 ? 0 : hour
    case 'early':
    case 'morning':
      return hour
    case 'noon':
      return hour <= 3 ? hour + 12 : hour
    case 'afternoon':
    case 'dusk':
      return hour < 12 ? hour + 12 : hour
    case 'evening':
      return hour >= 5 && hour < 12 ? hour + 12 : hour === 12 ? 24 : hour + 24
    case 'midnight':
      return hour >= 9 && hour < 12 ? hour + 12 : hour === 12 ? 24 : hour + 24
    case undefined:
      return hour >= 1 && hour <= 6 ? hour + 12 : hour
  }
}
