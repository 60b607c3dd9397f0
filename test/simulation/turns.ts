/**
 * One thing at a time, in an order the seed chooses: every call of a process to the outside waits here for
 * its turn, so two processes interleave at every call and the same seed interleaves them the same way.
 * Pauses are virtual: when nobody has anything to do, the clock goes on to the next one who sleeps.
 */
import type { TestClock } from '../support/house.ts'

interface Waiting {
  readonly go: () => Promise<void>
}
interface Sleeper {
  readonly until: number
  readonly wake: () => void
}

export class Turns {
  readonly #pick: (among: number) => number
  readonly #clock: TestClock
  #waiting: Waiting[] = []
  #sleepers: Sleeper[] = []
  /** The longest anybody wanted to sleep, in ms. */
  longestPause = 0

  constructor(clock: TestClock, pick: (among: number) => number) {
    this.#clock = clock
    this.#pick = pick
  }

  take<T>(call: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ go: () => call().then(resolve, reject) })
    })
  }

  sleep(ms: number): Promise<void> {
    this.longestPause = Math.max(this.longestPause, ms)
    return new Promise((wake) => this.#sleepers.push({ until: this.#clock.now().getTime() + ms, wake }))
  }

  /** Lets everybody go on until nobody has anything left to do. */
  async drain(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      const next = this.#waiting.splice(this.#pick(this.#waiting.length), 1)[0]
      if (next !== undefined) await next.go()
      else if (!this.#wakeOne()) return
    }
  }

  #wakeOne(): boolean {
    const first = this.#sleepers.toSorted((a, b) => a.until - b.until)[0]
    if (first === undefined) return false
    this.#sleepers = this.#sleepers.filter((each) => each !== first)
    const ahead = first.until - this.#clock.now().getTime()
    if (ahead > 0) this.#clock.pass(ahead)
    first.wake()
    return true
  }
}
