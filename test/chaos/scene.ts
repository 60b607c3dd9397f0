/** One run: houses on a database, the Bot API server, residents, troubles; and its end, when all is calm. */
import { seeded } from '../support/house.ts'
import { temporaryDir } from './children.ts'
import { openBook } from './book.ts'
import type { CrowdSize } from './crowd.ts'
import { gather } from './crowd.ts'
import type { Settings } from './houseProcess.ts'
import type { KeptHouses } from './kept.ts'
import { keepRunning } from './kept.ts'
import { until } from './patience.ts'
import * as promises from './promises.ts'
import type { Peer } from './telegramPeer.ts'
import { everyTrouble, startPeer } from './telegramPeer.ts'

export interface SceneOptions extends CrowdSize {
  readonly database: string
  readonly houses: number
  readonly seed: number
  readonly settings?: Settings
  /** Chance of a trouble of every send and of every poll. */
  readonly trouble: number
}

const startWithinMs = 90_000
const drainWithinMs = 150_000

export async function openScene(options: SceneOptions) {
  const chance = seeded(options.seed)
  const peer = await startPeer()
  const book = openBook(options.database)
  const houses = keepRunning(
    Array.from({ length: options.houses }, () => ({
      DATABASE_URL: options.database,
      DATA_DIR: temporaryDir(),
      ...peer.settings,
      ...options.settings,
    })),
  )
  await until('all houses are up', houses.allUp, startWithinMs)
  const crowd = gather(peer, options, chance)
  const began = performance.now()

  return {
    chance,
    peer,
    book,
    houses,
    crowd,
    seconds: () => Math.round((performance.now() - began) / 1000),
    async makeTrouble(): Promise<void> {
      const { trouble: probability, seed } = options
      const polls = everyTrouble.filter((fault) => fault.kind !== 'hang')
      await peer.disturb({ method: 'sendMessage', probability, faults: everyTrouble, seed })
      await peer.disturb({ method: 'getUpdates', probability, faults: polls, seed: seed + 1 })
      await peer.disturb({ method: 'answerCallbackQuery', probability, faults: polls, seed: seed + 2 })
    },
    /** Faults off: everything drains. */
    async calm(): Promise<void> {
      await peer.calm()
      await until('everything drains', () => isDrained(peer, book), drainWithinMs, 500)
      await crowd.look()
    },
    /** Answers how often something came twice. */
    async keepsPromises(): Promise<number> {
      await promises.everyMatterOnce(book, crowd)
      await promises.everyWordHandled(book, crowd, peer)
      await promises.historiesAreLegal(book)
      return promises.everythingDelivered(book, peer)
    },
    async close(): Promise<void> {
      await houses.stop()
      await peer.stop()
      await book.close()
    },
  }
}
export type Scene = Awaited<ReturnType<typeof openScene>>

async function isDrained(peer: Peer, book: { openWork: () => Promise<number> }): Promise<boolean> {
  const { pending } = await peer.state()
  return pending === 0 && (await book.openWork().catch(() => 1)) === 0
}

export type { KeptHouses }
