/**
 * The hot path: one statement keeps the message under its key, moves the conversation on if nobody else
 * has, and queues the replies; under load it does so for many conversations at once. One statement is
 * atomic without BEGIN and COMMIT. Rows are locked in id order, as everywhere (no deadlocks).
 */
import type { OutboxRow, SaveOutcome, SpokenTurn } from '../../desk/store.ts'
import { inCompany } from '../company.ts'
import type { Db } from '../open.ts'

export const leaseMs = 30_000

const statement = (busy: 'skip locked' | '') => `
with q as materialized (
  select * from jsonb_to_recordset($1::text::jsonb) as q(n integer, id bigint, seq bigint, channel text, account text, message text,
    trace text, body jsonb, now timestamptz, talk jsonb, language text, bucket jsonb, "nudgeAt" timestamptz, replies jsonb,
    direct boolean, "leaseUntil" timestamptz)
), lock as (
  select id, estate_id, seq from conversations where id = any($2::text::bigint[]) order by id for no key update ${busy}
), ins as (
  insert into inbox (estate_id, channel, account, message_id, conversation_id, trace, body, received_at, status)
  select l.estate_id, q.channel, q.account, q.message, q.id, q.trace, q.body, q.now, 'handled' from q join lock l on l.id = q.id and l.seq = q.seq
  on conflict do nothing returning conversation_id as id, estate_id
), upd as (
  update conversations c set talk = q.talk, language = q.language, bucket = q.bucket, nudge_at = q."nudgeAt",
    unreachable_since = null, seq = q.seq + 1, updated_at = q.now
  from q join ins on ins.id = q.id where c.id = any($2::text::bigint[]) and c.id = q.id
), put as (
  insert into outbox (estate_id, conversation_id, lane, trace, body, kind, queued_at, not_before, status, lease_until, tries)
  select ins.estate_id, q.id, 'live', q.trace, e.body, 'reply', q.now, q.now,
    case when q.direct then 'sending' else 'pending' end, case when q.direct then q."leaseUntil" end, case when q.direct then 1 else 0 end
  from q join ins on ins.id = q.id, jsonb_array_elements(q.replies) with ordinality as e(body, m) order by q.id, e.m
  returning id, conversation_id
)
select q.n, l.id is not null as mine, l.seq is not distinct from q.seq as unmoved, ins.id is not null as inserted,
  coalesce((select json_agg(put.id order by put.id) from put where put.conversation_id = q.id), '[]') as ids
from q left join lock l on l.id = q.id left join ins on ins.id = q.id order by q.n`

interface Saved {
  /** Locked by this statement. */
  readonly mine: boolean
  readonly unmoved: boolean
  readonly inserted: boolean
  readonly ids: readonly (number | string)[]
}

const together = statement('skip locked')
const alone = statement('')

export function savingSpoken(db: Db): (turn: SpokenTurn) => Promise<SaveOutcome> {
  const write = (text: string) => (turns: readonly SpokenTurn[]) =>
    db.run<Saved>(text, [JSON.stringify(turns.map(rowOf)), `{${turns.map(idOf).join(',')}}`])
  const inGroup = inCompany<SpokenTurn, Saved | undefined>({ write: write(together), key: idOf })
  return async (turn) => {
    // A conversation somebody else is writing to is waited for by its own message, not by its company.
    const first = await inGroup(turn)
    const saved = first?.mine === true ? first : (await write(alone)([turn]))[0]
    if (saved?.unmoved !== true) return { kind: 'moved' }
    if (!saved.inserted) return { kind: 'duplicate' }
    return {
      kind: 'saved',
      toSend: isDirect(turn) ? saved.ids.map((id, n) => leased(turn, Number(id), n)) : [],
    }
  }
}

const idOf = (turn: SpokenTurn): number => turn.loaded.conversation.id

/** Nothing is waiting to be sent here, so we may send at once; otherwise the reply queues behind. */
const isDirect = (turn: SpokenTurn): boolean => !turn.loaded.conversation.backlog

function rowOf(turn: SpokenTurn, n: number): object {
  const { loaded, message, trace, now, change, replies } = turn
  const { id, seq } = loaded.conversation
  const { talk, language, bucket, nudgeAt } = change
  return {
    ...{ n, id, seq, trace, now, talk, language, bucket, nudgeAt, replies },
    channel: message.address.channel,
    account: message.address.account,
    message: message.id,
    body: message,
    direct: isDirect(turn),
    leaseUntil: new Date(now.getTime() + leaseMs),
  }
}

function leased({ loaded, replies, trace, now }: SpokenTurn, id: number, n: number): OutboxRow {
  const { id: conversationId, estateId, channel, account, chat } = loaded.conversation
  return {
    ...{ id, estateId, conversationId, channel, account, chat, trace },
    lane: 'live',
    kind: 'reply',
    body: replies[n] ?? { text: '' },
    tries: 1,
    unknowns: 0,
    queuedAt: now,
    onSent: null,
  }
}
