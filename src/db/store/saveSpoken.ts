/**
 * The hot path: one statement keeps the message under its key, moves the conversation on if nobody else
 * has, and queues the replies. One statement is atomic without BEGIN and COMMIT.
 */
import type { OutboxRow, SaveOutcome, SpokenTurn } from '../../desk/store.ts'
import type { Db } from '../open.ts'

export const leaseMs = 30_000

const text = `
with lock as (select id, estate_id from conversations where id = $1 and seq = $2 for no key update),
ins as (
  insert into inbox (estate_id, channel, account, message_id, conversation_id, trace, body, received_at, status)
  select estate_id, $3, $4, $5, id, $6, $7::text::jsonb, $8::timestamptz, 'handled' from lock
  on conflict do nothing returning id, estate_id),
upd as (
  update conversations set talk = $9::text::jsonb, language = $10, bucket = $11::text::jsonb, nudge_at = $12::timestamptz,
    unreachable_since = null, seq = $2 + 1, updated_at = $8::timestamptz
  where id = $1 and exists(select 1 from ins)),
out as (
  insert into outbox (estate_id, conversation_id, lane, trace, body, kind, queued_at, not_before, status, lease_until, tries)
  select ins.estate_id, $1, 'live', $6, e.body, 'reply', $8::timestamptz, $8::timestamptz,
    case when $14::boolean then 'sending' else 'pending' end,
    case when $14::boolean then $15::timestamptz end, case when $14::boolean then 1 else 0 end
  from ins, jsonb_array_elements($13::text::jsonb) with ordinality as e(body, n) order by e.n
  returning id)
select (select count(*) from lock)::int as locked, (select count(*) from ins)::int as inserted,
  coalesce((select json_agg(id order by id) from out), '[]') as ids`

export async function saveSpoken(db: Db, turn: SpokenTurn): Promise<SaveOutcome> {
  const { loaded, message, trace, now, change, replies } = turn
  const { conversation } = loaded
  // Nothing is waiting to be sent here, so we may send at once; otherwise the reply queues behind.
  const direct = !conversation.backlog
  const [row] = await db.run<{ locked: number; inserted: number; ids: (number | string)[] }>(text, [
    conversation.id,
    conversation.seq,
    message.address.channel,
    message.address.account,
    message.id,
    trace,
    JSON.stringify(message),
    now.toISOString(),
    JSON.stringify(change.talk),
    change.language,
    JSON.stringify(change.bucket),
    change.nudgeAt?.toISOString() ?? null,
    JSON.stringify(replies),
    direct,
    new Date(now.getTime() + leaseMs).toISOString(),
  ])
  if (row === undefined || row.locked === 0) return { kind: 'moved' }
  if (row.inserted === 0) return { kind: 'duplicate' }
  if (!direct) return { kind: 'saved', toSend: [] }
  const toSend = row.ids.map((id, index): OutboxRow => {
    const { channel, account, chat } = conversation
    const body = replies[index] ?? { text: '' }
    return {
      id: Number(id),
      estateId: conversation.estateId,
      conversationId: conversation.id,
      channel,
      account,
      chat,
      lane: 'live',
      kind: 'reply',
      trace,
      body,
      tries: 1,
      unknowns: 0,
      queuedAt: now,
      onSent: null,
    }
  })
  return { kind: 'saved', toSend }
}
