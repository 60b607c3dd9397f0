import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Work } from '../../desk/store.ts'
import { deadlines } from '../schema/index.ts'
import type { Tx } from '../open.ts'
import type { Ledger } from './ledger.ts'
import type { About } from './openWork.ts'

type ClockWork = Pick<Work, 'startClock' | 'stopClocks' | 'promised'>

export function clockWork(tx: Tx, { book, now }: About, ledger: Ledger): ClockWork {
  return {
    startClock: async (rung) => ledger.startClock({ estateId: book.id, ...rung }),
    stopClocks: async (recordId, clocks) => ledger.stopClocks(recordId, clocks, now),
    promised: async (recordId, clock) => {
      await ledger.write()
      const [row] = await tx
        .select({ at: deadlines.promisedAt })
        .from(deadlines)
        .where(
          and(
            eq(deadlines.recordId, recordId),
            isNull(deadlines.firedAt),
            isNull(deadlines.cancelledAt),
            eq(deadlines.clock, clock),
          ),
        )
        .orderBy(desc(deadlines.id))
        .limit(1)
      return row?.at
    },
  }
}
