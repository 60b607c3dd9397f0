/** Ways to break the house on purpose: each must be seen by the promise it breaks. */
import type { Store } from '../../src/desk/store.ts'
import type { FaultKind } from './coverage.ts'
import type { PromiseNumber } from './promises.ts'

export interface Mutation {
  readonly name: string
  readonly breaks: readonly PromiseNumber[]
  /** The faults it takes to see it. */
  readonly armed?: readonly FaultKind[]
  /** Seen in the race for one chat, not in a whole seed. */
  readonly race?: boolean
  /** Done once to the database of this run. */
  readonly database?: string
  readonly store?: (store: Store) => Store
  readonly sql?: (sql: string) => string
}

/** As if nobody compared `seq` where a turn only talks: whoever saves last wins. */
const blindToOthers = (sql: string): string =>
  sql
    .replace('on l.id = q.id and l.seq = q.seq', 'on l.id = q.id')
    .replace('l.seq is not distinct from q.seq as unmoved', 'true as unmoved')

/** The row is called sent before the platform has it. */
function sentBeforeSending(store: Store): Store {
  return {
    ...store,
    claimOutbox: async (now, ...rest) => {
      const rows = await store.claimOutbox(now, ...rest)
      for (const row of rows) await store.recordSend(row, { status: 'sent' }, now)
      return rows
    },
  }
}

/** A rung is fired whoever fired it before. */
function firesAgain(store: Store): Store {
  return { ...store, fireRung: async (...given) => (await store.fireRung(...given), true) }
}

/** What cannot be handled is dropped. */
function forgetful(store: Store): Store {
  return { ...store, keepWaiting: async () => {} }
}

export const mutations: readonly Mutation[] = [
  {
    name: 'without the unique key of the inbox',
    breaks: [2, 4],
    armed: ['raced', 'twoHouses', 'poison'],
    database: 'drop index inbox_message',
  },
  {
    name: 'without the comparison of seq',
    breaks: [4],
    race: true,
    sql: blindToOthers,
  },
  { name: 'marking sent before sending', breaks: [3], store: sentBeforeSending },
  { name: 'firing a rung that was fired', breaks: [5, 7], store: firesAgain },
  { name: 'dropping what cannot be handled', breaks: [1], store: forgetful },
]
