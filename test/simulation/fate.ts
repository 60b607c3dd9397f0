/** Which faults a seed may meet, and how often: per seed each is armed or not, and fires by chance. */
import type { Coverage, FaultKind } from './coverage.ts'
import { faultKinds } from './coverage.ts'
import type { Dice } from './dice.ts'
import type { Fate } from './peril.ts'

const often: Partial<Record<FaultKind, number>> = {
  crash: 0.012,
  dbBefore: 0.01,
  dbInside: 0.04,
  dbAtCommit: 0.01,
  pause429: 0.05,
  server5xx: 0.08,
  timeoutDelivered: 0.08,
  timeoutLost: 0.08,
  forbidden: 0.02,
  moved: 0.5,
  photoFailed: 0.5,
}

export class RandomFate implements Fate {
  readonly #dice: Dice
  readonly #coverage: Coverage
  readonly #armed: ReadonlySet<FaultKind>
  /** Off at the end of a run: then everything must drain. */
  on = true

  constructor(dice: Dice, coverage: Coverage, always: readonly FaultKind[] = []) {
    this.#dice = dice
    this.#coverage = coverage
    this.#armed = new Set([...faultKinds.filter(() => dice.yes(0.4)), ...always])
  }

  armed(kind: FaultKind): boolean {
    return this.on && this.#armed.has(kind)
  }

  fires(kind: FaultKind): boolean {
    if (!this.armed(kind) || !this.#dice.yes(often[kind] ?? 0.3)) return false
    this.#coverage.fired(kind)
    return true
  }

  crashesAt(): boolean {
    return this.armed('crash') && this.#dice.yes(often.crash ?? 0)
  }
}

export const noFaults: Fate = { fires: () => false, crashesAt: () => false }
