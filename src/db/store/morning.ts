import { and, eq, inArray, lte } from 'drizzle-orm'
import { mergeHeld } from '../../domain/mergeHeld.ts'
import type { OutboxRow, Store } from '../../desk/store.ts'
import { outbox } from '../schema/index.ts'
import type { Db } from '../open.ts'

const several = `select conversation_id from outbox where lane = 'morning' and status = 'pending' and not_before <= $1::timestamptz
  group by conversation_id having count(*) > 1 limit 200`

/** What was held for one person overnight goes out as one message: the first row carries all, the others are `merged`. */
export function mergeMorning(db: Db): Store['mergeMorning'] {
  return async (now) => {
    const chats = await db.run<{ conversation_id: number | string }>(several, [now.toISOString()])
    for (const { conversation_id: id } of chats) {
      await db.transaction(async (tx) => {
        const rows = await tx
          .select({ id: outbox.id, body: outbox.body })
          .from(outbox)
          .where(
            and(
              eq(outbox.conversationId, Number(id)),
              eq(outbox.lane, 'morning'),
              eq(outbox.status, 'pending'),
              lte(outbox.notBefore, now),
            ),
          )
          .orderBy(outbox.id)
          .for('update')
        const [first, ...others] = rows
        if (first === undefined || others.length === 0) return
        const body = mergeHeld(rows.map((row) => row.body as OutboxRow['body']))
        await tx.update(outbox).set({ body }).where(eq(outbox.id, first.id))
        await tx
          .update(outbox)
          .set({ status: 'merged' })
          .where(
            inArray(
              outbox.id,
              others.map((row) => row.id),
            ),
          )
      })
    }
  }
}
