import { setTimeout as delay } from 'node:timers/promises'
import type { Chance } from '../../desk/ports.ts'

/** Waits, or returns at once when `signal` says stop. */
export async function wait(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined)
}

/** Doubles from `min` to `max`; jitter of one half keeps many processes from coming back together. */
export function backoff(failures: number, range: { min: number; max: number }, chance: Chance): number {
  const full = Math.min(range.max, range.min * 2 ** Math.min(failures - 1, 20))
  return full * (0.5 + chance.number() / 2)
}
