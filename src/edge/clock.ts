import type { Clock } from '../desk/ports.ts'

export const systemClock: Clock = { now: () => new Date() }
