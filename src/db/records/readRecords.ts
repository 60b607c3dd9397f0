/** Records with their story, a batch at a time: what a hundred thousand of them need is one batch. */
import type { Actor } from '../../domain/staff.ts'
import type { SaidTime } from '../../domain/saidTime.ts'
import type { Db } from '../open.ts'

/** Moments are ISO texts in UTC; the reader knows the zone. */
export interface RecordRow {
  readonly id: number
  readonly number: string
  readonly kind: string
  readonly status: string
  readonly estate: string
  readonly zone: string
  readonly building: string | null
  readonly unit: string | null
  readonly room: string | null
  readonly place: string
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
  readonly events: readonly RecordEventRow[]
}
export interface RecordEventRow {
  readonly at: string
  readonly actor: Actor
  readonly event: string
  readonly from: string | null
  readonly to: string | null
}

export interface RecordFilter {
  readonly kind?: string
  readonly estate?: string
  /** An instant with its offset, or a wall time of each record's estate. */
  readonly since?: { readonly instant: string } | { readonly wall: string }
}

const text = `
with batch as (
  select r.*, e.name as estate_name, e.zone as estate_zone,
    case when r.kind = 'help' then r.help_type else r.kind end as shown_kind
  from records r join estates e on e.id = r.estate_id
  where r.id > $1::bigint
    and ($2::text is null or case when r.kind = 'help' then r.help_type else r.kind end = $2::text)
    and ($3::text is null or e.name = $3::text)
    and ($4::text is null or r.created_at >= $4::text::timestamptz)
    and ($5::text is null or r.created_at >= $5::text::timestamp at time zone e.zone)
  order by r.id limit $6::int
)
select jsonb_build_object(
  'id', b.id, 'number', b.number, 'kind', b.shown_kind, 'status', b.status, 'estate', b.estate_name,
  'zone', b.estate_zone, 'building', b.building, 'unit', b.unit, 'room', b.room, 'place', b.place,
  'reporter', b.reporter, 'phone', b.phone, 'category', b.category, 'location_kind', b.location_kind,
  'urgent', b.urgent, 'description', b.description, 'time', b.time, 'created_at', b.created_at,
  'photos', (select count(*) from photos p where p.record_id = b.id and p.status in ('waiting', 'kept')),
  'due', coalesce((select jsonb_agg(jsonb_build_object('clock', d.clock, 'at', d.promised_at) order by d.promised_at, d.clock)
    from (select distinct clock, promised_at from deadlines
      where record_id = b.id and fired_at is null and cancelled_at is null) d), '[]'::jsonb),
  'events', coalesce((select jsonb_agg(jsonb_build_object(
      'at', v.at, 'actor', v.actor, 'event', v.event, 'from', v.from_state, 'to', v.to_state) order by v.id)
    from record_events v where v.record_id = b.id), '[]'::jsonb)
)::text as record
from batch b order by b.id`

export async function* readRecords(
  db: Db,
  filter: RecordFilter = {},
  batch = 500,
): AsyncGenerator<readonly RecordRow[]> {
  const { kind = null, estate = null, since } = filter
  const instant = since !== undefined && 'instant' in since ? since.instant : null
  const wall = since !== undefined && 'wall' in since ? since.wall : null
  for (let after = 0; ;) {
    const rows = await db.run<{ record: string }>(text, [after, kind, estate, instant, wall, batch])
    if (rows.length === 0) return
    const records = rows.map(({ record }) => JSON.parse(record) as RecordRow)
    yield records
    if (rows.length < batch) return
    after = records.at(-1)?.id ?? after
  }
}

export async function estateNames(db: Db): Promise<string[]> {
  const rows = await db.run<{ name: string }>('select name from estates order by id', [])
  return rows.map((row) => row.name)
}
