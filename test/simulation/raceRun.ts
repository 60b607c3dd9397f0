/** Two processes want the same chat at the same moment: a resident talks while news of the order come in. */
import type { Db } from '../../src/db/open.ts'
import type { Coverage } from './coverage.ts'
import { freshEstate } from './estate.ts'
import { noFaults } from './fate.ts'
import { everybody, flooder } from './people.ts'
import { say } from './says.ts'
import type { Outcome, SeedOptions } from './seedRun.ts'
import { tap, wang, zhang } from './story.ts'
import { Broken, World } from './world.ts'

type Move = (world: World) => void

const before: readonly Move[] = [
  (world) => void world.says(wang, say('我家厨房水管漏水了')),
  (world) => tap(world, wang, '尽快上门'),
  (world) => tap(world, wang, '确认提交'),
]
/** Each of these tells the resident something. */
const news: readonly Move[] = [
  (world) => tap(world, zhang, '接单'),
  (world) => tap(world, zhang, '到场'),
  (world) => void world.says(zhang, say('变更 BX-1001 150 换龙头')),
]

export async function runRace(
  db: Db,
  seed: number,
  coverage: Coverage,
  options: SeedOptions = {},
): Promise<Outcome> {
  const start = '2026-09-21T09:00:00+08:00'
  const world = new World({ db, seed, start, fate: noFaults, coverage, houses: 2, ...options })
  await freshEstate(
    db,
    world.clock.now(),
    everybody.filter((person) => person !== flooder),
  )
  try {
    for (const move of before) {
      world.clock.pass(5_000)
      move(world)
      await world.calm()
    }
    for (const move of news) {
      world.clock.pass(60_000)
      world.says(wang, say('谢谢'))
      move(world)
      const [one, other] = world.houses
      if (one === undefined || other === undefined) throw new Error('a race takes two')
      void world.platform.offer(world.chatOf(wang), one)
      void world.platform.offer(world.chatOf(zhang), other)
      await world.settle()
      await world.check()
    }
    await world.calm()
    await world.checkTheEnd()
    return { seed, violations: [], history: world.history }
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    return { seed, violations: error.violations, history: world.history }
  }
}
