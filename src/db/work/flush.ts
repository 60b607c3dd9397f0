/**
 * What a work wants said is written at its end, under the locks of the conversations it goes to, taken in
 * id order (no deadlocks). Row ids are given out under the lock, so per recipient id order is queue order.
 */
import { inArray, sql } from 'drizzle-orm'
import type { OutKind, OnSent } from '../../desk/store.ts'
import type { Outgoing } from '../../domain/outgoing.ts'
import { conversations, outbox } from '../schema/index.ts'
import type { Tx } from '../open.ts'

export interface Queued {
  readonly conversationId: number
  readonly body: Outgoing
  readonly kind: OutKind
  readonly notBefore: Date
  readonly lane: string
  readonly onSent: OnSent | null
}

/** False when `own` has moved since it was loaded. */
export async function flush(
  tx: Tx,
  queued: readonly Queued[],
  about: { readonly estateId: number; readonly now: Date; readonly trace: string },
  own?: { readonly id: number; readonly seq: number },
): Promise<boolean> {
  const ids = [
    ...new Set([...queued.map((each) => each.conversationId), ...(own === undefined ? [] : [own.id])]),
  ].toSorted((a, b) => a - b)
  if (ids.length === 0) return true
  const locked = await tx
    .select({ id: conversations.id, seq: conversations.seq })
    .from(conversations)
    .where(inArray(conversations.id, ids))
    .orderBy(conversations.id)
    .for('update')
  if (own !== undefined && locked.find((row) => row.id === own.id)?.seq !== own.seq) return false
  await tx
    .update(conversations)
    .set({ seq: sql`${conversations.seq} + 1` })
    .where(inArray(conversations.id, ids))
  if (queued.length > 0) {
    await tx.insert(outbox).values(
      queued.map((each) => ({
        estateId: about.estateId,
        trace: about.trace,
        queuedAt: about.now,
        ...each,
      })),
    )
  }
  return true
}
