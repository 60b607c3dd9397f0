/**
 * The simulation is only worth something if it goes red: each mutation must be caught, by its promise, on a
 * seed that is green without it.
 */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import type { Db } from '../../src/db/open.ts'
import { openPglite } from '../../src/db/open.ts'
import { Coverage } from './coverage.ts'
import { mutations } from './mutations.ts'
import type { Violation } from './promises.ts'
import { runRace } from './raceRun.ts'
import { runSeed } from './seedRun.ts'

const enough = 40

let db: Db
let sound: Db
beforeEach(async () => {
  db = await openPglite(undefined)
  sound = await openPglite(undefined)
  await migrate(db)
  await migrate(sound)
})
afterEach(async () => {
  await db.close()
  await sound.close()
})

it.each(mutations)(
  'goes red $name',
  async ({ breaks, database, armed, race, store, sql }) => {
    const run = race === true ? runRace : runSeed
    if (database !== undefined) await db.run(database, [])
    let seen: readonly Violation[] = []
    let seed = 0
    while (seed < enough && !seen.some(({ promise }) => breaks.includes(promise))) {
      seed += 1
      seen = (await run(db, seed, new Coverage(), { mutate: store, mutateSql: sql, armed })).violations
    }
    expect(breaks, `no seed up to ${seed} sees it`).toContain(
      seen.find(({ promise }) => breaks.includes(promise))?.promise,
    )
    expect((await run(sound, seed, new Coverage(), { armed })).violations).toEqual([])
  },
  300_000,
)
