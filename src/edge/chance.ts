import { randomBytes } from 'node:crypto'
import type { Chance } from '../desk/ports.ts'

export const systemChance: Chance = {
  number: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  token: (length) => randomBytes(length).toString('base64url').slice(0, length),
}
