/** Many residents at once: what is delivered is handed to whom it is for, and what they do is done. */
import type { Chance } from '../../src/desk/ports.ts'
import { personId } from '../peers/telegramServer.ts'
import type { Resident } from './resident.ts'
import { matters, resident } from './resident.ts'
import { pause } from './patience.ts'
import type { Peer } from './telegramPeer.ts'

export interface CrowdSize {
  readonly residents: number
  readonly repairs: number
}

const lookEveryMs = 100

export function gather(peer: Peer, { residents, repairs }: CrowdSize, chance: Chance) {
  const people: readonly Resident[] = Array.from({ length: residents }, (_, who) => {
    const share = Math.floor(repairs / residents) + (who < repairs % residents ? 1 : 0)
    return resident(who, matters(chance, who, share), chance)
  })
  const byChat = new Map(people.map((one) => [String(personId(one.who)), one]))
  const said: number[] = []
  let looked = 0

  async function look(now: number): Promise<void> {
    const news = await peer.delivered(looked)
    looked += news.length
    for (const seen of news) byChat.get(seen.chat)?.read(seen, now)
  }

  async function act(one: Resident, now: number): Promise<void> {
    const doing = one.turn(now)
    if (doing === undefined) return
    const update =
      'says' in doing ? await peer.says(one.who, doing.says) : await peer.presses(one.who, doing.presses)
    said.push(update.update_id)
  }

  return {
    people,
    /** Ids of everything anybody did. */
    said: said as readonly number[],
    filed: () => people.reduce((sum, one) => sum + one.filed(), 0),
    waiting: () => people.filter((one) => one.waits()).length,
    isDone: () => people.every((one) => one.isDone()),
    retold: () => people.reduce((sum, one) => sum + one.retold(), 0),
    strange: () => people.flatMap((one) => one.strange),
    /** Resolves when everybody has every receipt. */
    async live(withinMs: number): Promise<void> {
      const end = performance.now() + withinMs
      for (const one of people) one.start(performance.now() + chance.number() * 3_000)
      while (!people.every((one) => one.isDone())) {
        const now = performance.now()
        if (now > end) throw new Error(`${this.filed()} of ${repairs} repairs after ${withinMs / 1000} s`)
        await look(now)
        await Promise.all(people.map((one) => act(one, now)))
        await pause(lookEveryMs)
      }
    },
    /** Reads what came since, so that late receipts and repeats are known too. */
    look: () => look(performance.now()),
  }
}
export type Crowd = ReturnType<typeof gather>
