/** Random faults over many seeds. `SIM_SEED=n npx vitest run test/simulation` replays one. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openPglite } from '../../src/db/open.ts'
import { corpus } from './corpus.ts'
import { Coverage } from './coverage.ts'
import type { Outcome } from './seedRun.ts'
import { runSeed } from './seedRun.ts'

const one = process.env['SIM_SEED']
const count = Number(process.env['SIM_SEEDS'] ?? 300)
const seeds =
  one === undefined
    ? [...corpus.map(({ seed }) => seed), ...Array.from({ length: count }, (_, n) => n + 1)]
    : [Number(one)]

let db: Db
beforeAll(async () => {
  db = await openPglite(undefined)
  await migrate(db)
})
afterAll(() => db.close())

export function told({ seed, violations, history }: Outcome): string {
  const what = violations.map(({ promise, what }) => `promise ${promise}: ${what}`)
  return [`seed ${seed}`, ...what, 'the last 40 steps:', ...history.slice(-40)].join('\n')
}

it(`keeps the nine promises over ${seeds.length} seeds`, async () => {
  const coverage = new Coverage()
  const failed: Outcome[] = []
  for (const seed of seeds) {
    const outcome = await runSeed(db, seed, coverage)
    if (outcome.violations.length > 0) failed.push(outcome)
    if (failed.length >= 3) break
  }
  console.log(coverage.line('simulation'))
  expect(failed.map(told).join('\n\n')).toBe('')
  if (one === undefined) expect(coverage.missingFaults()).toEqual([])
}, 600_000)
