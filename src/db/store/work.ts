/** Transactions that are not a message: a deadline, a tick, a send that succeeded. */
import type { Chance } from '../../desk/ports.ts'
import type { EstateBook, Store, Work } from '../../desk/store.ts'
import type { Db, Tx } from '../open.ts'
import { flush } from '../work/flush.ts'
import { isRace } from './handle.ts'
import { openWork } from '../work/openWork.ts'

/** The transaction behind a work: the store's own business, never the desk's. */
const transactions = new WeakMap<Work, Tx>()

export function txOf(work: Work): Tx {
  const tx = transactions.get(work)
  if (tx === undefined) throw new Error('this work belongs to no transaction')
  return tx
}

export function work(db: Db, chance: Chance, book: (estateId: number) => Promise<EstateBook>): Store['work'] {
  return async (about, doIt) => {
    const theBook = await book(about.estateId)
    const once = () =>
      db.transaction(async (tx) => {
        const { work: theWork, queued } = openWork(tx, {
          book: theBook,
          now: about.now,
          trace: about.trace,
          chance,
          inboxId: null,
        })
        transactions.set(theWork, tx)
        const result = await doIt(theWork)
        await flush(tx, queued, about)
        return { result, touched: [...new Set(queued.map((each) => each.conversationId))] }
      })
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await once()
      } catch (error) {
        if (attempt >= 3 || !isRace(error)) throw error
      }
    }
  }
}
