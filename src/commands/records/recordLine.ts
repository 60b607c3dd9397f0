/** A record as `guanjia records` shows it, in JSON and in CSV. */
import type { SaidTime } from '../../domain/saidTime.ts'
import type { Actor } from '../../domain/staff.ts'
import { isoWithOffset, localParts } from '../../domain/time/zone.ts'
import type { RecordRow } from '../../db/records/readRecords.ts'
import { csvLine } from '../csv.ts'

export interface ShownRecord {
  readonly number: string
  readonly kind: string
  readonly status: string
  readonly estate: string
  readonly room: {
    readonly building: string | null
    readonly unit: string | null
    readonly room: string | null
  }
  readonly reporter: string
  readonly phone: string
  readonly category: string | null
  readonly location_kind: string | null
  readonly urgent: boolean
  readonly description: string
  readonly time: SaidTime | null
  readonly photos: number
  readonly created_at: string
  readonly due: readonly { readonly clock: string; readonly at: string }[]
  readonly events: readonly {
    readonly at: string
    readonly actor: string
    readonly event: string
    readonly from: string | null
    readonly to: string | null
  }[]
}

export function shownRecord(row: RecordRow): ShownRecord {
  const moment = (iso: string) => exactIso(new Date(iso), row.zone)
  const part = (said: string | null) => (said === '' ? null : said)
  return {
    number: row.number,
    kind: row.kind,
    status: row.status,
    estate: row.estate,
    room: { building: part(row.building), unit: part(row.unit), room: part(row.room) },
    reporter: row.reporter,
    phone: row.phone,
    category: row.category,
    location_kind: row.location_kind,
    urgent: row.urgent,
    // A public place has no room: where it is belongs to what is wrong.
    description: row.place === '' ? row.description : `${row.description}（${row.place}）`,
    time: row.time,
    photos: row.photos,
    created_at: moment(row.created_at),
    due: row.due.map(({ clock, at }) => ({ clock, at: moment(at) })),
    events: row.events.map(({ at, actor, event, from, to }) => ({
      at: moment(at),
      actor: actorName(actor),
      event,
      from,
      to,
    })),
  }
}

/** `resident:王芳`, `staff:张师傅`, `house:clock`. */
export function actorName(actor: Actor): string {
  return actor.name === '' ? actor.kind : `${actor.kind}:${actor.name}`
}

/** `2026-11-18T10:00:05+08:00` */
function exactIso(at: Date, zone: string): string {
  const minutes = isoWithOffset(at, zone)
  const seconds = String(localParts(at, zone).second).padStart(2, '0')
  return `${minutes.slice(0, 16)}:${seconds}${minutes.slice(16)}`
}

const columns = [
  'number',
  'kind',
  'status',
  'estate',
  'building',
  'unit',
  'room',
  'reporter',
  'phone',
  'category',
  'location_kind',
  'urgent',
  'description',
  'time',
  'photos',
  'created_at',
  'due',
  'events',
] as const

export const csvHeader = columns.join(',')

export function csvRecord(record: ShownRecord): string {
  const flat: Record<(typeof columns)[number], string | number | boolean | null> = {
    ...record,
    ...record.room,
    time: record.time?.iso ?? '',
    due: record.due.map(({ clock, at }) => `${clock} ${at}`).join(' | '),
    events: record.events
      .map(({ at, actor, event, to }) => `${at} ${actor} ${event}${to === null ? '' : ` → ${to}`}`)
      .join(' | '),
  }
  return csvLine(columns.map((column) => flat[column]))
}
