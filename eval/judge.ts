/** Scores predictions by the rules of `samples.md`. */
import { understand, type Meaning } from '../src/language/index.ts'
import type { Line, Place } from './lines.ts'

export const slotNames = ['room', 'phone', 'time', 'location_kind', 'category'] as const
export type SlotName = (typeof slotNames)[number]
export interface Count {
  hit: number
  falseAlarm: number
  miss: number
}

export const now = new Date('2026-11-18T10:00+08:00')
export const zone = 'Asia/Shanghai'

export function accepted(line: Line, intent: string): boolean {
  return intent === line.intent || line.alt_intents.includes(intent)
}

const minutes = (iso: string): number => Date.parse(iso.length === 10 ? `${iso}T00:00+08:00` : iso) / 60_000
const local = (iso: string): string =>
  iso.length === 10 ? iso : new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10)
const startOf = (iso: string): string => {
  const [a, b] = iso.split('/')
  return a === '..' ? (b ?? '') : (a ?? '')
}

export function sameTime(gold: NonNullable<Line['slots']['time']>, said: string): boolean {
  const all = [
    gold.iso,
    ...(Array.isArray(gold.alt_iso) ? gold.alt_iso : gold.alt_iso === undefined ? [] : [gold.alt_iso]),
  ]
  return all.some((iso) => oneTime(iso, said))
}

function oneTime(gold: string, said: string): boolean {
  const start = startOf(said)
  const end = said.startsWith('..') ? start : (said.split('/')[1] ?? start)
  if (gold.startsWith('../')) {
    const limit = minutes(startOf(gold)) + (startOf(gold).length === 10 ? 1440 : 0)
    const at = minutes(end === '..' ? start : end) + (end.length === 10 ? 1440 : 0)
    return at >= limit - 720 && at <= limit + 15
  }
  if (gold.endsWith('/..')) {
    const from = startOf(gold)
    const span = from.length === 10 ? 14 * 1440 : 360
    const slack = from.length === 10 ? 0 : 15
    return minutes(start) >= minutes(from) - slack && minutes(start) <= minutes(from) + span
  }
  const [a, b] = gold.split('/')
  if (b === undefined) {
    if (gold.length === 10) return local(start) === gold
    return start.length > 10 && Math.abs(minutes(start) - minutes(gold)) <= 15
  }
  if ((a ?? '').length === 10) return local(start) >= (a ?? '') && local(start) <= b
  return (
    start.length > 10 &&
    local(start) === local(a ?? '') &&
    minutes(start) >= minutes(a ?? '') - 120 &&
    minutes(start) <= minutes(b)
  )
}

const samePlace = (a: Place, b: Place): boolean =>
  a.building === b.building && a.unit === b.unit && a.room === b.room

/** For every slot: right, wrong, missing. */
export function judgeSlots(line: Line, meaning: Meaning, counts: Record<SlotName, Count>): SlotName[] {
  const bad: SlotName[] = []
  const gold = line.slots
  const said = meaning.slots
  const mark = (name: SlotName, wanted: boolean, given: boolean, right: boolean): void => {
    if (line.ignore_slots?.includes(name) === true && !wanted) return
    const count = counts[name]
    if (wanted && given && right) count.hit++
    else {
      if (given) count.falseAlarm++
      if (wanted) count.miss++
      if (given || wanted) bad.push(name)
    }
  }
  const neutral =
    gold.room === undefined &&
    gold.target_room !== undefined &&
    said.room !== undefined &&
    samePlace(gold.target_room, said.room)
  if (!neutral)
    mark(
      'room',
      gold.room !== undefined,
      said.room !== undefined,
      gold.room !== undefined && said.room !== undefined && samePlace(gold.room, said.room),
    )
  mark('phone', gold.phone !== undefined, said.phone !== undefined, gold.phone?.value === said.phone?.value)
  mark(
    'time',
    gold.time !== undefined,
    said.time !== undefined,
    gold.time !== undefined && said.time !== undefined && sameTime(gold.time, said.time.iso),
  )
  if (gold.location_kind !== undefined)
    mark('location_kind', true, said.locationKind !== undefined, gold.location_kind === said.locationKind)
  if (gold.category !== undefined) {
    mark(
      'category',
      true,
      said.category !== undefined,
      said.category !== undefined &&
        (gold.category === said.category || gold.category_alt?.includes(said.category) === true),
    )
  }
  return bad
}

export function meaningOf(line: Line): Meaning {
  return understand(line.text, { now, zone })
}
