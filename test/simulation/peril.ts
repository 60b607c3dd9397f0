/** What can befall one process: it dies at a named point, or the database goes away under its hands. */
import type { Coverage, CrashPoint, FaultKind } from './coverage.ts'
import type { Turns } from './turns.ts'

/** kill -9. Its code says it is not the message's fault. */
export class Crash extends Error {
  override readonly name = 'Crash'
  readonly code = 'CRASH'
}

export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway'
  readonly code: string
  constructor(code: string) {
    super(`database error ${code}`)
    this.code = code
  }
}

/** Everything that is not one of these is a failure of the house's own code. */
export function isInjected(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause)
    if (e instanceof Crash || e instanceof DatabaseAway) return true
  return false
}

export interface Fate {
  /** Does a fault of this kind happen now, in this call? */
  fires(kind: FaultKind, call?: string): boolean
  crashesAt(point: CrashPoint): boolean
}

export class Peril {
  dead = false
  readonly #fate: Fate
  readonly #turns: Turns
  readonly #coverage: Coverage
  readonly #mishap: () => void

  constructor(fate: Fate, turns: Turns, coverage: Coverage, mishap: () => void) {
    this.#fate = fate
    this.#turns = turns
    this.#coverage = coverage
    this.#mishap = mishap
  }

  /** A dead process does nothing any more: its calls never reach the outside. */
  turn<T>(call: () => Promise<T>): Promise<T> {
    if (this.dead) return Promise.reject(new Crash('dead'))
    return this.#turns.take(() => (this.dead ? Promise.reject(new Crash('dead')) : call()))
  }

  /** Nothing goes on in a process that is dead. */
  live(): void {
    if (this.dead) throw new Crash('dead')
  }

  reach(point: CrashPoint): void {
    this.#coverage.passed(point)
    if (!this.#fate.crashesAt(point)) return
    this.dead = true
    this.#mishap()
    this.#coverage.died(point)
    throw new Crash(point)
  }

  database(kind: 'dbBefore' | 'dbInside' | 'dbAtCommit', call: string): void {
    if (!this.#fate.fires(kind, call)) return
    this.#mishap()
    throw new DatabaseAway(kind === 'dbBefore' ? '57P01' : kind === 'dbInside' ? '40P01' : '08006')
  }

  fires(kind: FaultKind): boolean {
    return this.#fate.fires(kind)
  }
}
