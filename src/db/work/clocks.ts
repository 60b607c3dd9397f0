import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Work } from '../../desk/store.ts'
import { deadlines } from '../schema/index.ts'
import type { Tx } from '../open.ts'
import type { About } from './openWork.ts'

type ClockWork = Pick<Work, 'startClock' | 'stopClocks' | 'promised'>

export function clockWork(tx: Tx, { book, now }: About): ClockWork {
  const running = (recordId: number) =>
    and(eq(deadlines.recordId, recordId), isNull(deadlines.firedAt), isNull(deadlines.cancelledAt))
  return {
    startClock: async ({ recordId, clock, generation, rung, startedAt, promisedAt, dueAt }) => {
      await tx.insert(deadlines).values({
        estateId: book.id,
        recordId,
        clock,
        // A new run of the clock is a new generation, so its rungs never meet those of an older one.
        generation:
          generation ??
          sql`(select coalesce(max(d.generation), 0) + 1 from deadlines d where d.record_id = ${recordId} and d.clock = ${clock})`,
        rung,
        startedAt,
        promisedAt,
        dueAt,
      })
    },
    stopClocks: async (recordId, clocks) => {
      await tx
        .update(deadlines)
        .set({ cancelledAt: now })
        .where(
          and(running(recordId), clocks === undefined ? undefined : inArray(deadlines.clock, [...clocks])),
        )
    },
    promised: async (recordId, clock) => {
      const [row] = await tx
        .select({ at: deadlines.promisedAt })
        .from(deadlines)
        .where(and(running(recordId), eq(deadlines.clock, clock)))
        .orderBy(desc(deadlines.id))
        .limit(1)
      return row?.at
    },
  }
}
