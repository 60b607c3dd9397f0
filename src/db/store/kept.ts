/** Messages that could not be handled when they came: kept in order, tried again, or quarantined. */
import { and, eq, sql } from 'drizzle-orm'
import type { KeptMessage, Store } from '../../desk/store.ts'
import type { Message } from '../../domain/message.ts'
import { conversations, inbox } from '../schema/index.ts'
import type { Db } from '../open.ts'
import type { Load } from './load.ts'
import { txOf } from './work.ts'

type KeptStore = Pick<Store, 'keepWaiting' | 'keepBehind' | 'nextWaiting' | 'postpone' | 'quarantine'>

const behind = `
with c as (select id, estate_id from conversations where id = $1 for update),
ins as (
  insert into inbox (estate_id, channel, account, message_id, conversation_id, trace, body, received_at, status, tries, next_try_at, error)
  select c.estate_id, $2, $3, m.body ->> 'id', c.id, $4 || '-' || m.n, m.body, $5::timestamptz, 'waiting', 0, $5::timestamptz, ''
  from c, jsonb_array_elements($6::text::jsonb) with ordinality as m(body, n) order by m.n
  on conflict do nothing returning id)
update conversations set waiting = waiting + (select count(*) from ins), seq = seq + 1
where id = $1 and exists (select 1 from ins)`

export function keptStore(db: Db, works: Store['work'], load: Load): KeptStore {
  return {
    keepWaiting: async (message, trace, now, nextTryAt, error) => {
      const loaded = await load(message, now)
      if (loaded === undefined) return
      const { id, estateId } = loaded.conversation
      await db.transaction(async (tx) => {
        await tx
          .select({ id: conversations.id })
          .from(conversations)
          .where(eq(conversations.id, id))
          .for('update')
        const kept = await tx
          .insert(inbox)
          .values({
            estateId,
            channel: message.address.channel,
            account: message.address.account,
            messageId: message.id,
            conversationId: id,
            trace,
            body: message,
            receivedAt: now,
            status: 'waiting',
            tries: error === '' ? 0 : 1,
            nextTryAt,
            error,
          })
          .onConflictDoNothing()
          .returning({ id: inbox.id })
        if (kept.length === 0) return
        await tx
          .update(conversations)
          .set({ waiting: sql`${conversations.waiting} + 1`, seq: sql`${conversations.seq} + 1` })
          .where(eq(conversations.id, id))
      })
    },
    keepBehind: async (messages, trace, now) => {
      const loaded = await load(messages[0], now, true)
      if (loaded === undefined) return
      const { id, channel, account } = loaded.conversation
      await db.run(behind, [id, channel, account, trace, now.toISOString(), JSON.stringify(messages)])
    },
    nextWaiting: async (now) => {
      // Only the oldest of each conversation, so the order of a conversation survives its troubles.
      const [row] = await db.run<{ id: number | string; body: Message; trace: string; tries: number }>(
        `select i.id, i.body, i.trace, i.tries from inbox i
         where i.status = 'waiting' and i.next_try_at <= $1::timestamptz
           and not exists (select 1 from inbox e where e.conversation_id = i.conversation_id and e.status = 'waiting' and e.id < i.id)
         order by i.id limit 1`,
        [now.toISOString()],
      )
      return row === undefined
        ? undefined
        : { inboxId: Number(row.id), message: revived(row.body), trace: row.trace, tries: row.tries }
    },
    postpone: async (kept, nextTryAt, error) => {
      await db.read((orm) =>
        orm
          .update(inbox)
          .set({ tries: kept.tries + 1, nextTryAt, error })
          .where(waiting(kept)),
      )
    },
    quarantine: async (kept, now, error, tell) => {
      const [row] = await db.run<{ estate_id: number | string }>(
        'select estate_id from inbox where id = $1',
        [kept.inboxId],
      )
      const about = { estateId: Number(row?.estate_id ?? 0), now, trace: kept.trace }
      const { touched } = await works(about, async (work) => {
        const tx = txOf(work)
        const [aside] = await tx
          .update(inbox)
          .set({ status: 'quarantined', tries: kept.tries + 1, error })
          .where(waiting(kept))
          .returning({ conversationId: inbox.conversationId })
        if (aside === undefined) return
        await tell(work)
        await tx
          .update(conversations)
          .set({
            waiting: sql`greatest(${conversations.waiting} - 1, 0)`,
            seq: sql`${conversations.seq} + 1`,
          })
          .where(eq(conversations.id, aside.conversationId))
      })
      return touched
    },
  }
}

const waiting = (kept: KeptMessage) => and(eq(inbox.id, kept.inboxId), eq(inbox.status, 'waiting'))

/** JSON keeps no dates. */
export function revived(body: Message): Message {
  return { ...body, at: new Date(body.at) }
}
