/** Side A: guanjia itself, through its handler. */
import { openPostgres } from '../../src/db/open.ts'
import { systemChance } from '../../src/edge/chance.ts'
import type { Side } from '../support/form.ts'
import { chatsFor, inLanes } from '../support/form.ts'
import { openHouse } from './house.ts'

export async function ours(url: string, connections: number): Promise<Side> {
  const db = openPostgres({ url, connections })
  const house = await openHouse(db, systemChance)
  let chats: readonly string[][] = []
  return {
    name: 'guanjia',
    prepare: async (lanes, forms) => {
      chats = chatsFor(lanes, forms)
      await house.meet(chats.flat())
    },
    run: async (lanes) => {
      await inLanes(lanes, async (lane) => {
        for (const chat of chats[lane] ?? []) await house.fill(chat)
      })
      await house.settle()
    },
    filed: async () => {
      const [row] = await db.run<{ n: number }>(
        `select count(*)::int as n from records r join repair_tickets t on t.record_id = r.id
         where exists (select 1 from outbox o where o.conversation_id = r.conversation_id and o.kind = 'receipt' and o.status = 'sent')`,
        [],
      )
      return row?.n ?? 0
    },
    close: () => db.close(),
  }
}
