/** Seeded chance of one simulated run: the same seed, the same run. */
import type { Chance } from '../../src/desk/ports.ts'
import { seeded } from '../support/house.ts'

export class Dice {
  readonly chance: Chance
  constructor(seed: number) {
    // Neighbouring seeds must not begin alike.
    this.chance = seeded(Math.imul(seed + 1, 0x9e3779b1))
    for (let n = 0; n < 4; n += 1) this.chance.number()
  }
  below(n: number): number {
    return Math.floor(this.chance.number() * n)
  }
  yes(probability: number): boolean {
    return this.chance.number() < probability
  }
  one<T>(list: readonly T[]): T {
    const value = list[this.below(list.length)]
    if (value === undefined) throw new Error('nothing to choose from')
    return value
  }
  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((value) => ({ value, key: this.chance.number() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ value }) => value)
  }
}
