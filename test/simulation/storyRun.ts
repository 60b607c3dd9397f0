/** Plays the story with one crash in every step, at a chosen passing of a chosen point. */
import type { Db } from '../../src/db/open.ts'
import type { Coverage, CrashPoint, FaultKind } from './coverage.ts'
import { freshEstate } from './estate.ts'
import { factsOf } from './facts.ts'
import type { Fate } from './peril.ts'
import { everybody, flooder } from './people.ts'
import type { Violation } from './promises.ts'
import { story } from './story.ts'
import { Broken, World } from './world.ts'

/** `handle:inside#2`: the second time this point is passed in a step. */
export type Target = `${CrashPoint}#${number}`

export class ScriptedFate implements Fate {
  readonly #targets: ReadonlyMap<number, Target>
  readonly #coverage: Coverage
  #step = -1
  #faults: string[] = []
  /** What was passed in each step, and where a process died. */
  readonly passed: Target[][] = []
  readonly died = new Set<string>()

  constructor(targets: ReadonlyMap<number, Target>, coverage: Coverage) {
    this.#targets = targets
    this.#coverage = coverage
  }

  begin(step: number, faults: readonly string[]): void {
    this.#step = step
    this.#faults = [...faults]
    this.passed[step] = []
  }

  fires(kind: FaultKind, call?: string): boolean {
    const at = this.#faults.findIndex((fault) => fault === kind || fault === `${kind} ${call}`)
    if (at < 0) return false
    this.#faults.splice(at, 1)
    this.#coverage.fired(kind)
    return true
  }

  crashesAt(point: CrashPoint): boolean {
    const passed = this.passed[this.#step]
    if (passed === undefined) return false
    const times = passed.filter((each) => each.startsWith(`${point}#`)).length + 1
    const here: Target = `${point}#${times}`
    passed.push(here)
    const name = `${this.#step} ${here}`
    if (this.#targets.get(this.#step) !== here || this.died.has(name)) return false
    this.died.add(name)
    return true
  }
}

export interface Told {
  readonly violations: readonly Violation[]
  readonly history: readonly string[]
}

export async function playStory(db: Db, fate: ScriptedFate, coverage: Coverage): Promise<Told> {
  const world = new World({ db, seed: 1, start: '2026-09-21T09:00:00+08:00', fate, coverage })
  await freshEstate(
    db,
    world.clock.now(),
    everybody.filter((person) => person !== flooder && person.key !== 'qian'),
  )
  coverage.seeds += 1
  try {
    for (const [n, { name, faults, act }] of story.entries()) {
      world.note(`— ${name}`)
      fate.begin(n, faults ?? [])
      world.clock.pass(5_000)
      act(world)
      if (!(await world.calm())) throw new Broken([{ promise: 6, what: `"${name}" never ends` }])
      await world.check()
    }
    fate.begin(story.length, [])
    await world.checkTheEnd()
    const { records } = await factsOf(db)
    const [order] = records
    const ended = records.length === 1 && order?.status === 'closed'
    const wrong = ended
      ? []
      : [{ promise: 2, what: `the story ends with ${records.map((row) => row.status).join(', ')}` } as const]
    return { violations: wrong, history: world.history }
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    return { violations: error.violations, history: world.history }
  }
}
