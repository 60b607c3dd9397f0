/** A crash at every named point of every step of the story: it must still end closed, with every promise kept. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openPglite } from '../../src/db/open.ts'
import { Coverage } from './coverage.ts'
import { story } from './story.ts'
import type { Target, Told } from './storyRun.ts'
import { playStory, ScriptedFate } from './storyRun.ts'

/** Idle rounds pass the same points again and again; the first passings are what differs. */
const passings = 2

let db: Db
beforeAll(async () => {
  db = await openPglite(undefined)
  await migrate(db)
})
afterAll(() => db.close())

function told({ violations, history }: Told, targets: ReadonlyMap<number, Target>): string {
  const crashes = [...targets].map(([step, target]) => `${story[step]?.name}: ${target}`)
  const what = violations.map(({ promise, what }) => `promise ${promise}: ${what}`)
  return [...what, 'crashes:', ...crashes, 'the last 40 steps:', ...history.slice(-40)].join('\n')
}

it('ends closed whatever dies where', async () => {
  const coverage = new Coverage()
  const calm = new ScriptedFate(new Map(), coverage)
  const dry = await playStory(db, calm, coverage)
  expect(told(dry, new Map())).toContain('crashes:')
  expect(dry.violations).toEqual([])

  const planned = story.map((_, step) =>
    (calm.passed[step] ?? []).filter((target) => Number(target.split('#')[1]) <= passings),
  )
  const runs = Math.max(...planned.map((targets) => targets.length))
  const died = new Set<string>()
  const failed: string[] = []
  for (let run = 0; run < runs && failed.length < 3; run += 1) {
    const targets = new Map<number, Target>()
    for (const [step, list] of planned.entries()) {
      const target = list[run]
      if (target !== undefined) targets.set(step, target)
    }
    const fate = new ScriptedFate(targets, coverage)
    const outcome = await playStory(db, fate, coverage)
    for (const each of fate.died) died.add(each)
    if (outcome.violations.length > 0) failed.push(told(outcome, targets))
  }
  // A crash changes what falls into the steps after it: a point that was not passed then is tried alone.
  for (const [step, list] of planned.entries()) {
    for (const target of list.filter((each) => !died.has(`${step} ${each}`) && failed.length === 0)) {
      const targets = new Map([[step, target]])
      const fate = new ScriptedFate(targets, coverage)
      const outcome = await playStory(db, fate, coverage)
      for (const each of fate.died) died.add(each)
      if (outcome.violations.length > 0) failed.push(told(outcome, targets))
    }
  }
  console.log(`${coverage.line('every crash point')}; step × point pairs ${died.size}`)
  expect(failed.join('\n\n')).toBe('')
  const missed = planned.flatMap((list, step) =>
    list
      .filter((target) => !died.has(`${step} ${target}`))
      .map((target) => `${story[step]?.name}: ${target}`),
  )
  expect(missed).toEqual([])
  expect(coverage.missingPoints()).toEqual([])
}, 600_000)
