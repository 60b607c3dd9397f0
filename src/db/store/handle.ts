/** One transaction for one message that files or changes something. */
import { and, eq } from 'drizzle-orm'
import type { ConversationChange, EstateBook, Store } from '../../desk/store.ts'
import type { Chance } from '../../desk/ports.ts'
import { inbox } from '../schema/index.ts'
import type { Db } from '../open.ts'
import { runIn, sqlState } from '../open.ts'
import { flush } from '../work/flush.ts'
import { openWork } from '../work/openWork.ts'

/** Serialisation failure or deadlock. */
export function isRace(error: unknown): boolean {
  const state = sqlState(error)
  return state === '40001' || state === '40P01'
}

const receive = `
insert into inbox (estate_id, channel, account, message_id, conversation_id, trace, body, received_at, status)
values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8::timestamptz, 'handled') on conflict do nothing returning id`

class Undone extends Error {
  readonly outcome: 'duplicate' | 'moved'
  constructor(outcome: 'duplicate' | 'moved') {
    super(outcome)
    this.outcome = outcome
  }
}

export function handle(
  db: Db,
  chance: Chance,
  book: (estateId: number) => Promise<EstateBook>,
): Store['handle'] {
  return async (turn, work) => {
    const { loaded, message, trace, now, kept } = turn
    const { conversation } = loaded
    const theBook = await book(conversation.estateId)
    try {
      return await db.transaction(async (tx) => {
        let inboxId: number
        if (kept === undefined) {
          const [row] = await runIn<{ id: number | string }>(tx, receive, [
            conversation.estateId,
            message.address.channel,
            message.address.account,
            message.id,
            conversation.id,
            trace,
            JSON.stringify(message),
            now.toISOString(),
          ])
          if (row === undefined) throw new Undone('duplicate')
          inboxId = Number(row.id)
        } else {
          const done = await tx
            .update(inbox)
            .set({ status: 'handled', error: null })
            .where(and(eq(inbox.id, kept.inboxId), eq(inbox.status, 'waiting')))
            .returning({ id: inbox.id })
          if (done.length === 0) throw new Undone('duplicate')
          inboxId = kept.inboxId
        }
        const { work: theWork, queued } = openWork(tx, { book: theBook, now, trace, chance, inboxId })
        const change: ConversationChange = await work(theWork)
        const own = { id: conversation.id, seq: conversation.seq, change, waited: kept !== undefined }
        if (!(await flush(tx, queued, { estateId: conversation.estateId, now, trace }, own)))
          throw new Undone('moved')
        return { kind: 'saved', touched: [...new Set(queued.map((each) => each.conversationId))] } as const
      })
    } catch (error) {
      if (error instanceof Undone) return { kind: error.outcome }
      // Two works waited for each other: one of them simply begins again.
      if (isRace(error)) return { kind: 'moved' }
      throw error
    }
  }
}
