import { and, eq } from 'drizzle-orm'
import type { Chance, Clock } from '../../desk/ports.ts'
import type { Store } from '../../desk/store.ts'
import type { Holidays } from '../../domain/time/calendar.ts'
import { conversations } from '../schema/index.ts'
import type { Db } from '../open.ts'
import { books } from './book.ts'
import { handle } from './handle.ts'
import { keptStore } from './kept.ts'
import { loading } from './load.ts'
import { claimOutbox, recordSend, rewriteAddress } from './outbox.ts'
import { mergeMorning } from './morning.ts'
import { savingSpoken } from './saveSpoken.ts'
import { upkeepStore } from './upkeep.ts'
import { work } from './work.ts'

export interface StoreDeps {
  readonly clock: Clock
  readonly chance: Chance
  readonly holidays: Holidays
}

export function openStore(db: Db, { clock, chance, holidays }: StoreDeps): Store {
  const book = books(db, clock, holidays)
  const works = work(db, chance, book)
  const load = loading(db)
  return {
    load,
    book,
    saveSpoken: savingSpoken(db),
    handle: handle(db, chance, book),
    ...keptStore(db, works, load),
    movedChat: async ({ channel, account, from, to }) => {
      const [row] = await db.read((orm) =>
        orm
          .select({ id: conversations.id })
          .from(conversations)
          .where(
            and(
              eq(conversations.channel, channel),
              eq(conversations.account, account),
              eq(conversations.chat, from),
            ),
          ),
      )
      if (row !== undefined) await rewriteAddress(db)(row.id, to)
    },
    work: works,
    mergeMorning: mergeMorning(db),
    claimOutbox: claimOutbox(db),
    recordSend: recordSend(db, works),
    rewriteAddress: rewriteAddress(db),
    ...upkeepStore(db),
  }
}
