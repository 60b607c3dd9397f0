/** One seed: a few people, a few faults, a stretch of time; then the faults stop and everything must drain. */
import type { Store } from '../../src/desk/store.ts'
import type { Db } from '../../src/db/open.ts'
import { Colleague } from './colleague.ts'
import type { Coverage, FaultKind } from './coverage.ts'
import { Dice } from './dice.ts'
import { freshEstate } from './estate.ts'
import { RandomFate } from './fate.ts'
import { factsOf } from './facts.ts'
import { flood, trouble } from './mischief.ts'
import { keyOf, matters, residents, staff } from './people.ts'
import { Resident } from './resident.ts'
import type { Violation } from './promises.ts'
import { Broken, World } from './world.ts'

export interface SeedOptions {
  readonly mutate?: (store: Store) => Store
  readonly mutateSql?: (sql: string) => string
  readonly steps?: number
  /** Faults this run meets for certain. */
  readonly armed?: readonly FaultKind[]
}
export interface Outcome {
  readonly seed: number
  readonly violations: readonly Violation[]
  readonly history: readonly string[]
}

const starts = [
  '2026-09-21T09:00:00+08:00',
  '2026-09-21T14:30:00+08:00',
  '2026-09-26T20:10:00+08:00',
  '2026-09-22T21:40:00+08:00',
] as const

export async function runSeed(
  db: Db,
  seed: number,
  coverage: Coverage,
  options: SeedOptions = {},
): Promise<Outcome> {
  const before = new Dice(seed * 2 + 1)
  const fate = new RandomFate(before, coverage, options.armed)
  const two = fate.armed('twoHouses')
  if (two) coverage.fired('twoHouses')
  const world = new World({
    db,
    seed,
    start: before.one(starts),
    fate,
    coverage,
    houses: two ? 2 : 1,
    mutate: options.mutate,
    mutateSql: options.mutateSql,
  })
  try {
    await live(world, fate, options.steps ?? 8)
    return { seed, violations: [], history: world.history }
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    return { seed, violations: error.violations, history: world.history }
  } finally {
    coverage.seeds += 1
    coverage.faults.set('wechatGap', (coverage.faults.get('wechatGap') ?? 0) + world.witness.gaps.length)
  }
}

async function live(world: World, fate: RandomFate, steps: number): Promise<void> {
  const { dice, clock } = world
  const reporters = people(world)
  const who = reporters.map((each) => each.person)
  const known = [
    ...staff,
    ...who.filter((_, n) => reporters[n]?.plan.hasCode === false && who[n]?.code !== ''),
  ]
  await freshEstate(world.db, clock.now(), known)
  const colleagues = staff.map((person) => new Colleague(person))
  const speak = (calm: boolean) => {
    for (const actor of [...reporters, ...colleagues]) {
      if (!calm && dice.yes(0.2)) continue
      const chat = world.chatOf(actor.person)
      const saying =
        actor instanceof Resident ? actor.next(chat, clock.now(), dice, calm) : actor.next(chat, dice, calm)
      if (saying !== undefined) world.says(actor.person, saying)
    }
  }
  const floods = fate.armed('flood') && dice.yes(0.06) ? dice.below(steps) : -1
  for (let step = 0; step < steps; step += 1) {
    clock.pass(dice.one([3, 8, 20, 35, 35, 70, 300, 900]) * 1_000)
    if (step === floods) flood(world)
    trouble(world, fate, who)
    speak(false)
    await world.round()
    await world.check()
  }
  fate.on = false
  await drain(world, reporters, speak)
}

async function drain(
  world: World,
  reporters: readonly Resident[],
  speak: (calm: boolean) => void,
): Promise<void> {
  await still(world)
  for (let n = 0; n < 10 && reporters.some((each) => each.filed === ''); n += 1) {
    world.clock.pass(n < 3 ? 40_000 : 10 * 60_000)
    speak(true)
    await still(world)
  }
  await world.checkTheEnd()
  const { records } = await factsOf(world.db)
  const missing = reporters.filter((each) => {
    const mine = records.filter((row) => row.kind === 'repair' && row.key === keyOf(each.person))
    return each.begun && mine.length === 0
  })
  if (missing.length > 0)
    throw new Broken(
      missing.map((each) => ({
        promise: 2,
        what: `the report of ${each.person.key} is no record`,
      })),
    )
}

async function still(world: World): Promise<void> {
  if (await world.calm()) return
  const { inbox, outbox } = await factsOf(world.db)
  const open = [
    ...world.platform.waiting().map((chat) => `${chat.key} has unacknowledged messages`),
    ...inbox.filter((row) => row.status === 'waiting').map((row) => `${row.message_id} waits`),
    ...outbox
      .filter((row) => ['pending', 'sending', 'retry'].includes(row.status))
      .map((row) => `row ${row.id} is ${row.status}`),
  ]
  throw new Broken([
    { promise: 6, what: `it does not become quiet after the faults stopped: ${open.join(', ')}` },
  ])
}

/** One to three residents with different matters. */
function people({ dice, secrets }: World): Resident[] {
  const words = dice.shuffled(matters)
  const count = 1 + dice.below(2)
  return dice
    .shuffled(residents)
    .slice(0, count)
    .map((person, n) => {
      const matter = words[n] ?? matters[0]
      if (matter === undefined) throw new Error('nothing is broken')
      secrets.get(keyOf(person))?.push(matter.words)
      return new Resident(person, {
        matter,
        hasCode: person.code !== '' && dice.yes(0.4),
        appointment: dice.yes(0.3),
        refuses: dice.yes(0.1),
        cancels: dice.yes(0.1),
        unhappy: dice.yes(0.3),
        chatty: dice.yes(0.5),
      })
    })
}
