/**
 * Kills houses at random moments, spread over the whole talk by a seeded schedule: a slow machine makes the
 * talk longer, not the kills denser. Notes whether somebody waited for an answer just then.
 */
import type { Chance } from '../../src/desk/ports.ts'
import type { KeptHouses } from './kept.ts'
import { everyMs, pause } from './patience.ts'

export interface Killed {
  readonly count: number
  /** So many of them while somebody waited for an answer. */
  readonly inFlight: number
}

export interface Talk {
  readonly isOver: () => boolean
  /** How much of the talk is done, from 0 to 1. */
  readonly done: () => number
  readonly waiting: () => number
}

/** How often the last one standing may be killed too. */
const bothDown = 0.2
const atMostLaterMs = 1_500

export async function killAtRandom(
  houses: KeptHouses,
  kills: number,
  chance: Chance,
  talk: Talk,
): Promise<Killed> {
  let [count, inFlight] = [0, 0]
  while (count < kills) {
    const turn = (count + chance.number()) / kills
    const mayKillLast = chance.number() < bothDown
    const pick = chance.number()
    while (talk.done() < turn && !talk.isOver()) await pause(everyMs)
    await pause(chance.number() * atMostLaterMs)
    // Somebody has to be up long enough to get on, however slow the machine is at starting.
    while (up(houses).length < (mayKillLast ? 1 : houses.count) && !talk.isOver()) await pause(everyMs)
    if (talk.isOver()) break
    const standing = up(houses)
    const victim = standing[Math.floor(pick * standing.length)]
    if (victim === undefined) continue
    if (talk.waiting() > 0) inFlight += 1
    houses.kill(victim)
    count += 1
  }
  return { count, inFlight }
}

const up = (houses: KeptHouses) => Array.from({ length: houses.count }, (_, n) => n).filter(houses.isUp)
