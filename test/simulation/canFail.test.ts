/** The simulation is only worth something if it goes red: each mutation must be caught, by its promise. */
import { expect, it } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { openPglite } from '../../src/db/open.ts'
import { Coverage } from './coverage.ts'
import { mutations } from './mutations.ts'
import type { Violation } from './promises.ts'
import { runSeed } from './seedRun.ts'

const enough = 40

it.each(mutations)(
  '$name is seen',
  async ({ breaks, database, store, sql, ...options }) => {
    const db = await openPglite(undefined)
    await migrate(db)
    if (database !== undefined) await db.run(database, [])
    const seen: Violation[] = []
    for (let seed = 1; seed <= enough && !seen.some(({ promise }) => breaks.includes(promise)); seed += 1) {
      const { violations } = await runSeed(db, seed, new Coverage(), {
        ...options,
        mutate: store,
        mutateSql: sql,
      })
      seen.push(...violations)
    }
    await db.close()
    expect(seen.map(({ promise }) => promise)).toEqual(
      expect.arrayContaining([expect.toBeOneOf([...breaks])]),
    )
  },
  300_000,
)
