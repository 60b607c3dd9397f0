/** What the database says now, in one statement. */
import type { Actor } from '../../src/domain/staff.ts'
import type { Db } from '../../src/db/open.ts'

export interface InboxFact {
  id: number
  message_id: string
  key: string
  status: string
  trace: string
}
export interface OutboxFact {
  id: number
  key: string
  lane: string
  kind: string
  status: string
  unknowns: number
  text: string
}
export interface RecordFact {
  id: number
  number: string
  kind: string
  status: string
  description: string
  /** The chat it came from; none when staff filed it. */
  key: string | null
  origin: number | null
}
export interface EventFact {
  id: number
  record_id: number
  event: string
  from_state: string | null
  to_state: string | null
  actor: Actor
  at: number
  /** The chat of the message that did it. */
  key: string | null
}
export interface DeadlineFact {
  id: number
  record_id: number
  clock: string
  due: number
  fired: number | null
  cancelled: number | null
}
export interface Facts {
  inbox: InboxFact[]
  outbox: OutboxFact[]
  records: RecordFact[]
  events: EventFact[]
  deadlines: DeadlineFact[]
  roles: Record<string, string[]>
  /** Chats taken for unreachable, and since when. */
  unreachable: Record<string, number>
}

const key = (c: string) => `${c}.channel || ':' || ${c}.chat`
const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`

const text = `select
  (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'message_id', i.message_id, 'key', ${key('c')}, 'status', i.status, 'trace', i.trace) order by i.id), '[]')
     from inbox i join conversations c on c.id = i.conversation_id) as inbox,
  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'key', ${key('c')}, 'lane', o.lane, 'kind', o.kind, 'status', o.status,
       'unknowns', o.unknowns, 'text', o.body ->> 'text') order by o.id), '[]')
     from outbox o join conversations c on c.id = o.conversation_id) as outbox,
  (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'kind', r.kind, 'status', r.status, 'description', r.description,
       'key', ${key('c')}, 'origin', r.origin_inbox_id) order by r.id), '[]')
     from records r left join conversations c on c.id = r.conversation_id) as records,
  (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'record_id', e.record_id, 'event', e.event, 'from_state', e.from_state,
       'to_state', e.to_state, 'actor', e.actor, 'at', ${ms('e.at')}, 'key', ${key('c')}) order by e.id), '[]')
     from record_events e left join inbox i on i.id = e.inbox_id left join conversations c on c.id = i.conversation_id) as events,
  (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'record_id', d.record_id, 'clock', d.clock, 'due', ${ms('d.due_at')},
       'fired', ${ms('d.fired_at')}, 'cancelled', ${ms('d.cancelled_at')}) order by d.id), '[]') from deadlines d) as deadlines,
  (select coalesce(jsonb_object_agg(s.name, coalesce((select jsonb_agg(sr.role) from staff_roles sr where sr.staff_id = s.id), '[]')), '{}')
     from staff s) as roles,
  (select coalesce(jsonb_object_agg(${key('c')}, ${ms('c.unreachable_since')}), '{}') from conversations c where c.unreachable_since is not null) as unreachable`

export async function factsOf(db: Db): Promise<Facts> {
  const [row] = await db.run<Facts>(text, [])
  if (row === undefined) throw new Error('no facts')
  return row
}

/** Whether anything is still to be done, and when the next of it may be. */
export async function stillOpen(
  db: Db,
  now: Date,
): Promise<{ readonly open: number; readonly next: number | null }> {
  const [row] = await db.run<{ open: number; next: number | string | null }>(
    `select count(*)::int as open, ${ms('min(at)')} as next from (
       select coalesce(case when status = 'sending' then lease_until end, not_before) as at from outbox
         where status in ('pending', 'sending', 'retry')
       union all select next_try_at from inbox where status = 'waiting'
       union all select due_at from deadlines where fired_at is null and cancelled_at is null and due_at <= $1::timestamptz) waiting`,
    [now.toISOString()],
  )
  return { open: row?.open ?? 0, next: row === undefined || row.next === null ? null : Number(row.next) }
}
