/**
 * Random faults over many seeds, in two halves so that two cores share them.
 * `SIM_SEED=n npx vitest run test/simulation` replays one; `SIM_SEEDS=n` runs another number of them.
 */
import { expect } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { openPglite } from '../../src/db/open.ts'
import { corpus } from './corpus.ts'
import { Coverage } from './coverage.ts'
import type { Outcome } from './seedRun.ts'
import { runSeed } from './seedRun.ts'

const count = Number(process.env['SIM_SEEDS'] ?? 300)
const one = process.env['SIM_SEED']
/** Enough of them to see a pattern, few enough to read. */
const showAtMost = 5

function told({ seed, violations, history }: Outcome): string {
  const what = violations.map(({ promise, what }) => `promise ${promise}: ${what}`)
  return [`seed ${seed}`, ...what, 'the last 40 steps:', ...history.slice(-40)].join('\n')
}

export async function keepsItsPromises(half: 'odd' | 'even'): Promise<void> {
  const rest = half === 'odd' ? 1 : 0
  const all = [...corpus.map(({ seed }) => seed), ...Array.from({ length: count }, (_, n) => n + 1)]
  const seeds = [...new Set(one === undefined ? all : [Number(one)])].filter((seed) => seed % 2 === rest)
  if (seeds.length === 0) return
  const db = await openPglite(undefined)
  await migrate(db)
  const coverage = new Coverage()
  const failed: Outcome[] = []
  for (const seed of seeds) {
    const outcome = await runSeed(db, seed, coverage)
    if (outcome.violations.length > 0) {
      failed.push(outcome)
      console.log(`seed ${seed} breaks a promise`)
    }
    if (failed.length >= showAtMost) break
  }
  await db.close()
  console.log(coverage.line(`simulation, ${half} seeds`))
  expect(failed.map(told).join('\n\n')).toBe('')
  if (one === undefined && count >= 300) expect(coverage.missingFaults()).toEqual([])
}
