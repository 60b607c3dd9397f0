import { and, eq, gte, isNull, lte, sql } from 'drizzle-orm'
import type { Work } from '../../desk/store.ts'
import { conversations, inbox, photos } from '../schema/index.ts'
import type { Tx } from '../open.ts'
import type { Met } from './met.ts'
import type { About } from './openWork.ts'

type PhotoWork = Pick<Work, 'addPhotos' | 'claimPhotos' | 'takeNudge' | 'releaseConversation' | 'keptPhotos'>

/** Photos sent longer ago belong to another matter. */
const claimDays = 2

export function photoWork(tx: Tx, { book, now, inboxId }: About, met: Met): PhotoWork {
  return {
    addPhotos: async (conversationId, refs, recordId) => {
      if (inboxId === null || refs.length === 0) return
      met.noPhotos.delete(conversationId)
      await tx
        .insert(photos)
        .values(
          refs.map(({ ref }, part) => ({
            estateId: book.id,
            conversationId,
            inboxId,
            part,
            ref,
            recordId,
            nextTryAt: now,
          })),
        )
        .onConflictDoNothing()
    },
    keptPhotos: async (recordId) => {
      const rows = await tx
        .select({ hash: photos.hash })
        .from(photos)
        .where(and(eq(photos.recordId, recordId), eq(photos.status, 'kept')))
        .orderBy(photos.id)
      return rows.flatMap((row) => (row.hash === null ? [] : [row.hash]))
    },
    releaseConversation: async (conversationId) => {
      await tx
        .update(conversations)
        .set({ talk: sql`${conversations.talk} - 'human'` })
        .where(eq(conversations.id, conversationId))
    },
    takeNudge: async (conversationId) => {
      const taken = await tx
        .update(conversations)
        .set({ nudgeAt: null })
        .where(and(eq(conversations.id, conversationId), lte(conversations.nudgeAt, now)))
        .returning({ id: conversations.id })
      return taken.length > 0
    },
    claimPhotos: async (conversationId, recordId) => {
      if (met.noPhotos.has(conversationId)) return 0
      const since = new Date(now.getTime() - claimDays * 24 * 3_600_000)
      const claimed = await tx
        .update(photos)
        .set({ recordId })
        .where(
          and(
            eq(photos.conversationId, conversationId),
            isNull(photos.recordId),
            sql`exists (select 1 from ${inbox} where ${inbox.id} = ${photos.inboxId} and ${gte(inbox.receivedAt, since)})`,
          ),
        )
        .returning({ id: photos.id })
      return claimed.length
    },
  }
}
