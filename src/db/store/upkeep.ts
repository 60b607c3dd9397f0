/** What the running house looks for: due rungs, photos to fetch, drafts to offer back. */
import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import type { DueRung, Store } from '../../desk/store.ts'
import { conversations, deadlines, photos, records } from '../schema/index.ts'
import type { Db } from '../open.ts'
import { txOf } from './work.ts'

type Upkeep = Pick<
  Store,
  | 'dueRungs'
  | 'fireRung'
  | 'rungFailed'
  | 'waitingPhotos'
  | 'photoKept'
  | 'photoRefused'
  | 'photoLater'
  | 'dueNudges'
>

export function upkeepStore(db: Db): Upkeep {
  return {
    dueRungs: (now, limit) =>
      db.read(async (orm) => {
        const rows = await orm
          .select({ rung: deadlines, kind: records.kind })
          .from(deadlines)
          .innerJoin(records, eq(records.id, deadlines.recordId))
          .where(and(isNull(deadlines.firedAt), isNull(deadlines.cancelledAt), lte(deadlines.dueAt, now)))
          .orderBy(deadlines.dueAt, deadlines.id)
          .limit(limit)
        return rows.map(({ rung, kind }) => ({ ...rung, recordKind: kind }) as unknown as DueRung)
      }),
    fireRung: async (work, rung, late) => {
      const tx = txOf(work)
      // The record first, like every other work, so that two works never wait for each other.
      await tx.select({ id: records.id }).from(records).where(eq(records.id, rung.recordId)).for('update')
      const fired = await tx
        .update(deadlines)
        .set({ firedAt: work.now, late })
        .where(and(eq(deadlines.id, rung.id), isNull(deadlines.firedAt), isNull(deadlines.cancelledAt)))
        .returning({ id: deadlines.id })
      return fired.length > 0
    },
    rungFailed: async (rung, error, retryAt) => {
      await db.read((orm) =>
        orm
          .update(deadlines)
          .set({ tries: sql`${deadlines.tries} + 1`, error, dueAt: retryAt })
          .where(and(eq(deadlines.id, rung.id), isNull(deadlines.firedAt))),
      )
    },
    waitingPhotos: (now, limit) =>
      db.read(async (orm) => {
        const rows = await orm
          .select({
            id: photos.id,
            estateId: photos.estateId,
            conversationId: photos.conversationId,
            channel: conversations.channel,
            account: conversations.account,
            ref: photos.ref,
            tries: photos.tries,
          })
          .from(photos)
          .innerJoin(conversations, eq(conversations.id, photos.conversationId))
          .where(and(eq(photos.status, 'waiting'), lte(photos.nextTryAt, now)))
          .orderBy(photos.id)
          .limit(limit)
        return rows as never
      }),
    photoKept: async (work, photo, hash) => {
      const [kept] = await txOf(work)
        .update(photos)
        .set({ status: 'kept', hash })
        .where(and(eq(photos.id, photo.id), eq(photos.status, 'waiting')))
        .returning({ recordId: photos.recordId })
      return kept?.recordId
    },
    photoRefused: async (work, photo, reason) => {
      const refused = await txOf(work)
        .update(photos)
        .set({ status: 'refused', reason })
        .where(and(eq(photos.id, photo.id), eq(photos.status, 'waiting')))
        .returning({ id: photos.id })
      return refused.length > 0
    },
    photoLater: async (id, at) => {
      await db.read((orm) =>
        orm
          .update(photos)
          .set({ nextTryAt: at, tries: sql`${photos.tries} + 1` })
          .where(and(eq(photos.id, id), eq(photos.status, 'waiting'))),
      )
    },
    dueNudges: (now, limit) =>
      db.read((orm) =>
        orm
          .select({ conversationId: conversations.id, estateId: conversations.estateId })
          .from(conversations)
          .where(lte(conversations.nudgeAt, now))
          .orderBy(conversations.nudgeAt)
          .limit(limit),
      ),
  }
}
