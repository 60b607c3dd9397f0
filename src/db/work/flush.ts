/**
 * What a work wants said is written at its end, under the locks of the conversations it goes to, taken in
 * id order (no deadlocks). Row ids are given out under the lock, so per recipient id order is queue order.
 * `no key update`, because every message kept in the inbox holds the key of its conversation: with `update`
 * two messages of one chat would each wait for the other.
 */
import type { ConversationChange, OutKind, OnSent } from '../../desk/store.ts'
import type { Outgoing } from '../../domain/outgoing.ts'
import type { Tx } from '../open.ts'
import { runIn } from '../open.ts'
import { ledgerOf } from './ledger.ts'

export interface Queued {
  readonly conversationId: number
  readonly body: Outgoing
  readonly kind: OutKind
  readonly notBefore: Date
  readonly lane: string
  readonly onSent: OnSent | null
}

/** The conversation of the message itself, as it was loaded and as it becomes. */
export interface Own {
  readonly id: number
  readonly seq: number
  readonly change: ConversationChange
  /** The message had to wait: one fewer does now. */
  readonly waited: boolean
}

const queue = `
with locked as (
  select id, seq from conversations where id = any($1::text::bigint[]) order by id for no key update
), moved as (
  update conversations c set seq = c.seq + 1 from locked l where c.id = l.id and c.id is distinct from $2::bigint
), put as (
  insert into outbox (estate_id, conversation_id, lane, trace, body, kind, queued_at, not_before, on_sent)
  select $4::bigint, l.id, q.lane, $5, q.body, q.kind, $6::timestamptz, q."notBefore", q."onSent"
  from rows from (jsonb_to_recordset($3::text::jsonb)
    as ("conversationId" bigint, lane text, body jsonb, kind text, "notBefore" timestamptz, "onSent" jsonb))
    with ordinality as q("conversationId", lane, body, kind, "notBefore", "onSent", n)
  join locked l on l.id = q."conversationId" order by q.n
)
select id, seq from locked`

const become = `
update conversations set seq = seq + 1, talk = $2::text::jsonb, language = $3, bucket = $4::text::jsonb,
  nudge_at = $5::timestamptz, updated_at = $6::timestamptz,
  unreachable_since = null, waiting = case when $7::boolean then greatest(waiting - 1, 0) else waiting end
where id = $1`

/** False when `own` has moved since it was loaded. */
export async function flush(
  tx: Tx,
  queued: readonly Queued[],
  about: { readonly estateId: number; readonly now: Date; readonly trace: string },
  own?: Own,
): Promise<boolean> {
  const now = about.now.toISOString()
  const ids = new Set(queued.map((each) => each.conversationId))
  if (own !== undefined) ids.add(own.id)
  // Sent together: one connection runs them in this order, and the locks are held for one round trip.
  const written = ledgerOf(tx).write()
  const locking =
    ids.size === 0
      ? Promise.resolve([])
      : runIn<{ id: number | string; seq: number | string }>(tx, queue, [
          `{${[...ids].join(',')}}`,
          own?.id ?? null,
          JSON.stringify(queued),
          about.estateId,
          about.trace,
          now,
        ])
  const changed = own === undefined ? undefined : runIn(tx, become, becoming(own, now))
  const [, locked] = await Promise.all([written, locking, changed])
  return own === undefined || locked.some((row) => Number(row.id) === own.id && Number(row.seq) === own.seq)
}

function becoming({ id, change, waited }: Own, now: string): readonly unknown[] {
  return [
    id,
    JSON.stringify(change.talk),
    change.language,
    JSON.stringify(change.bucket),
    change.nudgeAt?.toISOString() ?? null,
    now,
    waited,
  ]
}
