/** One running process: the real desk over the real store, with everything it could hold in memory. */
import type { PhotoStore } from '../../src/desk/ports.ts'
import type { Store } from '../../src/desk/store.ts'
import type { Message } from '../../src/domain/message.ts'
import type { Db } from '../../src/db/open.ts'
import { openStore } from '../../src/db/store/index.ts'
import { delivery } from '../../src/desk/delivery/deliver.ts'
import { fetchPhotos } from '../../src/desk/fetchPhotos.ts'
import { fireDueDeadlines } from '../../src/desk/fireDueDeadlines.ts'
import { handleWaiting } from '../../src/desk/handleWaiting.ts'
import { nudgeDrafts } from '../../src/desk/nudgeDrafts.ts'
import { receiveMessage } from '../../src/desk/receiveMessage.ts'
import { statutoryHolidays } from '../../src/edge/holidays.ts'
import type { TestClock } from '../support/house.ts'
import { loudLog } from '../support/house.ts'
import type { Dice } from './dice.ts'
import type { Peril } from './peril.ts'
import { isInjected } from './peril.ts'
import { perilousStore } from './perilousStore.ts'
import type { Platform } from './platform.ts'
import type { Turns } from './turns.ts'
import type { Witness } from './witness.ts'

export interface Surroundings {
  readonly db: Db
  readonly clock: TestClock
  readonly dice: Dice
  readonly turns: Turns
  readonly platform: Platform
  readonly witness: Witness
  /** Only the tests that show the harness can fail change the store. */
  readonly mutate: (store: Store) => Store
  readonly mutateSql: (sql: string) => string
}

export interface House {
  readonly peril: Peril
  /** True when the platform may be told "received". */
  take(message: Message): Promise<boolean>
  tick(): Promise<void>
}

const holidays = statutoryHolidays()
const photos: PhotoStore = {
  keep: async () => ({ ok: true, hash: 'photo', width: 1, height: 1, bytes: 1 }),
  read: async () => undefined,
}

/** Every statement and every transaction waits for its turn: there another process may come between. */
function inTurns(db: Db, peril: Peril, mutateSql: (sql: string) => string): Db {
  return {
    ...db,
    run: (text, params) => peril.turn(() => db.run(mutateSql(text), params)),
    read: (work) => peril.turn(() => db.read(work)),
    transaction: (work) => peril.turn(() => db.transaction(work)),
  }
}

export function openHouse(around: Surroundings, peril: Peril): House {
  const { db, clock, dice, turns, platform, witness } = around
  const { chance } = dice
  const ours = inTurns(db, peril, around.mutateSql)
  const bare = openStore(ours, { clock, chance, holidays })
  const store = perilousStore(around.mutate(bare), peril, witness)
  const log = loudLog(witness.logged)
  const channels = platform.channelsFor(peril)
  const random = () => chance.number()
  const out = delivery({ store, clock, log, channels, pause: (ms) => turns.sleep(ms), random })
  const queued = (news: {
    rows: Parameters<typeof out.sendNow>[0]
    conversations: readonly number[]
  }): void => {
    out.sendNow(news.rows)
    out.nudge(news.conversations)
  }
  const deps = { store, clock, chance, log, queued }
  const receive = receiveMessage(deps)
  const attempt = async (what: string, work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (error) {
      if (!isInjected(error)) witness.surprises.push(`${what} threw ${String(error)}`)
      return false
    }
  }
  return {
    peril,
    take: (message) => attempt(`receive ${message.id}`, () => receive(message)),
    tick: async () => {
      await attempt('handleWaiting', () => handleWaiting(deps))
      await attempt('fireDueDeadlines', () => fireDueDeadlines(deps))
      await attempt('nudgeDrafts', () => nudgeDrafts(deps))
      await attempt('fetchPhotos', () => fetchPhotos({ store, clock, log, channels, photos }))
      await attempt('sweep', () => out.sweep())
    },
  }
}
