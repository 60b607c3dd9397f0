import type { Clock } from '../../desk/ports.ts'
import type { Rate } from './limits.ts'

const hour = 3_600_000
const mostKeys = 10_000

interface Purse {
  left: number
  at: number
}

/** A purse of tokens for each key, filled again over time. Full purses are forgotten. */
export class Allowance {
  readonly #purses = new Map<string, Purse>()
  readonly #clock: Clock
  readonly #rate: Rate

  constructor(clock: Clock, rate: Rate) {
    this.#clock = clock
    this.#rate = rate
  }

  take(key: string): boolean {
    const now = this.#clock.now().getTime()
    const left = this.#leftOf(this.#purses.get(key), now)
    if (left < 1) return false
    this.#purses.delete(key)
    this.#purses.set(key, { left: left - 1, at: now })
    if (this.#purses.size > mostKeys) this.#tidy(now)
    return true
  }

  #leftOf(purse: Purse | undefined, now: number): number {
    if (!purse) return this.#rate.burst
    const refilled = (Math.max(0, now - purse.at) * this.#rate.perHour) / hour
    return Math.min(this.#rate.burst, purse.left + refilled)
  }

  #tidy(now: number): void {
    for (const [key, purse] of this.#purses) {
      if (this.#leftOf(purse, now) >= this.#rate.burst) this.#purses.delete(key)
    }
    for (const key of this.#purses.keys()) {
      if (this.#purses.size <= mostKeys) return
      this.#purses.delete(key)
    }
  }
}
