import { describe, expect, it } from 'vitest'
import { systemChance } from '../../src/edge/chance.ts'
import { systemClock } from '../../src/edge/clock.ts'

describe('the system clock', () => {
  it('tells the time of the machine', () => {
    const before = Date.now()
    const now = systemClock.now().getTime()
    expect(now).toBeGreaterThanOrEqual(before)
    expect(now).toBeLessThanOrEqual(Date.now())
  })
})

describe('system chance', () => {
  it.each([0, 1, 2, 3, 4, 22, 32, 43])('makes a token of exactly %i safe characters', (length) => {
    expect(systemChance.token(length)).toMatch(new RegExp(`^[A-Za-z0-9_-]{${length}}$`))
  })

  it('does not repeat a token and uses all 64 characters', () => {
    const tokens = Array.from({ length: 2000 }, () => systemChance.token(22))
    expect(new Set(tokens).size).toBe(2000)
    expect(new Set(tokens.join('')).size).toBe(64)
  })

  it('numbers lie in [0, 1) and spread over it', () => {
    const numbers = Array.from({ length: 10_000 }, () => systemChance.number())
    expect(numbers.every((n) => n >= 0 && n < 1)).toBe(true)
    const tenths = new Set(numbers.map((n) => Math.floor(n * 10)))
    expect(tenths.size).toBe(10)
  })
})
