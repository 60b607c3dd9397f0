import { randomBytes } from 'node:crypto'
import type { Chance } from '../desk/ports.ts'

/** Drawn from the system a page at a time: asking it for every nonce costs more than the nonce. */
const page = 4096
let drawn = Buffer.alloc(0)
function bytes(count: number): Buffer {
  if (drawn.length < count) drawn = randomBytes(Math.max(page, count))
  const mine = drawn.subarray(0, count)
  drawn = drawn.subarray(count)
  return mine
}

export const systemChance: Chance = {
  number: () => bytes(6).readUIntBE(0, 6) / 2 ** 48,
  token: (length) => bytes(length).toString('base64url').slice(0, length),
}
