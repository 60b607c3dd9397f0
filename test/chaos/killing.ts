/** Kills houses at random moments of a seeded schedule, and notes whether work was in flight just then. */
import type { Chance } from '../../src/desk/ports.ts'
import type { KeptHouses } from './kept.ts'
import { pause } from './patience.ts'

export interface KillPlan {
  /** Shortest and longest pause between two kills. */
  readonly everyMs: readonly [number, number]
  readonly most: number
}

export interface Killed {
  readonly count: number
  /** So many of them while somebody waited for an answer. */
  readonly inFlight: number
}

export async function killAtRandom(
  houses: KeptHouses,
  plan: KillPlan,
  chance: Chance,
  around: { readonly isOver: () => boolean; readonly inFlight: () => Promise<number> },
): Promise<Killed> {
  let [count, inFlight] = [0, 0]
  const [shortest, longest] = plan.everyMs
  while (count < plan.most && !around.isOver()) {
    await pause(shortest + chance.number() * (longest - shortest))
    const first = Math.floor(chance.number() * houses.count)
    const victim = Array.from({ length: houses.count }, (_, n) => (first + n) % houses.count).find((n) =>
      houses.isUp(n),
    )
    if (victim === undefined || around.isOver()) continue
    if ((await around.inFlight()) > 0) inFlight += 1
    houses.kill(victim)
    count += 1
  }
  return { count, inFlight }
}
