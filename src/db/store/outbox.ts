/** Claiming what is to be sent, and recording what the platform answered. */
import { and, eq, isNull } from 'drizzle-orm'
import type { OutboxRow, SendRecord, Store } from '../../desk/store.ts'
import { conversations, outbox } from '../schema/index.ts'
import type { Db, Tx } from '../open.ts'
import { runIn } from '../open.ts'
import { marking } from './marks.ts'
import { txOf } from './work.ts'

/**
 * Only the oldest open row of each conversation and lane may be claimed, so per recipient the order is
 * kept across processes. A row whose lease ran out was in the hands of a process that died: whether it was
 * sent is unknown, which is counted.
 */
const claim = `
with head as (
  select distinct on (conversation_id, lane) id from outbox
  where status in ('pending', 'sending', 'retry') and ($4::text is null or (conversation_id = any($4::text::bigint[]) and lane = 'live'))
  order by conversation_id, lane, id
), due as (
  select o.id from outbox o join head using (id) join conversations h on h.id = o.conversation_id and h.channel = any($5::text::text[])
  where o.status in ('pending', 'sending', 'retry') and o.not_before <= $1::timestamptz and (o.status <> 'sending' or o.lease_until < $1::timestamptz)
  order by case o.kind when 'safety' then 0 when 'receipt' then 1 when 'ping' then 1 else 2 end, o.id
  limit $3::int for update of o skip locked
)
update outbox o set status = 'sending', lease_until = $2::timestamptz, tries = o.tries + 1,
  unknowns = o.unknowns + case when o.status = 'sending' then 1 else 0 end
from due, conversations c where o.id = due.id and c.id = o.conversation_id
returning o.id, o.estate_id, o.conversation_id, c.channel, c.account, c.chat, o.lane, o.kind, o.trace, o.body, o.tries, o.unknowns, o.queued_at, o.on_sent, c.unreachable_since is not null as unreachable,
  exists (select 1 from outbox n where n.conversation_id = o.conversation_id and n.lane = o.lane and n.id > o.id
    and n.status in ('pending', 'retry')) as more`

interface Claimed {
  id: number | string
  estate_id: number | string
  conversation_id: number | string
  channel: OutboxRow['channel']
  account: string
  chat: string
  lane: string
  kind: OutboxRow['kind']
  trace: string
  body: OutboxRow['body']
  tries: number
  unknowns: number
  queued_at: Date | string
  on_sent: OutboxRow['onSent']
  unreachable: boolean
  more: boolean
}

export function claimOutbox(db: Db): Store['claimOutbox'] {
  return async (now, leaseMs, limit, channels, ids) => {
    const among = ids === undefined ? null : `{${ids.join(',')}}`
    const rows = await db.run<Claimed>(claim, [
      now.toISOString(),
      new Date(now.getTime() + leaseMs).toISOString(),
      limit,
      among,
      `{${channels.join(',')}}`,
    ])
    return rows
      .map((row): OutboxRow => ({
        id: Number(row.id),
        estateId: Number(row.estate_id),
        conversationId: Number(row.conversation_id),
        channel: row.channel,
        account: row.account,
        chat: row.chat,
        lane: row.lane,
        kind: row.kind,
        trace: row.trace,
        body: row.body,
        tries: row.tries,
        unknowns: row.unknowns,
        queuedAt: new Date(row.queued_at),
        onSent: row.on_sent,
        unreachable: row.unreachable,
        more: row.more,
      }))
      .toSorted((a, b) => a.id - b.id)
  }
}

/** It works again. */
const reachable = 'update conversations set unreachable_since = null where id = $1'

export function recordSend(db: Db, works: Store['work']): Store['recordSend'] {
  const mark = marking(db)
  return async (row, record, now, then) => {
    const unknown = record.status === 'unknown' || (record.status === 'retry' && record.unknown === true)
    if (then === undefined) {
      await mark({
        id: row.id,
        status: record.status,
        sentAt: record.status === 'sent' ? now : null,
        platformId: record.status === 'sent' ? (record.platformId ?? null) : null,
        error: record.status === 'sent' ? null : record.error,
        notBefore: record.status === 'retry' ? record.at : null,
        unknowns: unknown ? 1 : 0,
      })
      if (record.status === 'sent' && row.unreachable === true) await db.run(reachable, [row.conversationId])
      return []
    }
    const about = { estateId: row.estateId, now, trace: row.trace }
    const { touched } = await works(about, async (work) => {
      await markIn(txOf(work), row, record, now)
      await then(work)
    })
    return touched
  }
}

/** The same mark inside a transaction. */
async function markIn(tx: Tx, row: OutboxRow, record: SendRecord, now: Date): Promise<void> {
  const marked = await tx
    .update(outbox)
    .set({
      status: record.status,
      leaseUntil: null,
      ...(record.status === 'sent'
        ? { sentAt: now, platformId: record.platformId ?? null, error: null }
        : { error: record.error }),
    })
    .where(and(eq(outbox.id, row.id), eq(outbox.status, 'sending')))
    .returning({ id: outbox.id })
  if (marked.length === 0) throw new Error('the row was marked by somebody else')
  if (record.status === 'sent' && row.unreachable === true) await runIn(tx, reachable, [row.conversationId])
  if (record.status === 'unreachable') {
    await tx
      .update(conversations)
      .set({ unreachableSince: now })
      .where(and(eq(conversations.id, row.conversationId), isNull(conversations.unreachableSince)))
  }
}

export function rewriteAddress(db: Db): Store['rewriteAddress'] {
  return (conversationId, chat) =>
    db.transaction(async (tx) => {
      const [row] = await tx
        .select()
        .from(conversations)
        .where(eq(conversations.id, conversationId))
        .for('update')
      if (row === undefined || row.chat === chat) return
      // The new chat may have written already: then its row gives way to the one that has the history.
      const [other] = await tx
        .select({ id: conversations.id })
        .from(conversations)
        .where(
          and(
            eq(conversations.channel, row.channel),
            eq(conversations.account, row.account),
            eq(conversations.chat, chat),
          ),
        )
      if (other !== undefined)
        await tx
          .update(conversations)
          .set({ chat: `${chat}#${other.id}` })
          .where(eq(conversations.id, other.id))
      await tx.update(conversations).set({ chat }).where(eq(conversations.id, conversationId))
      await tx.update(outbox).set({ tries: 0 }).where(eq(outbox.conversationId, conversationId))
    })
}
