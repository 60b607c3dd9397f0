import { setMaxListeners } from 'node:events'
import type { Chance } from '../../desk/ports.ts'

/** Nothing came back in time; whether it happened is not known. */
export class NoAnswer extends Error {
  constructor() {
    super('no answer in time')
  }
}

/** No call to the gateway has a deadline of its own, and on a half-open link none ever returns. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer()), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Any number may wait for it; Node would take more than ten for a leak. */
export function stopSwitch(): AbortController {
  const controller = new AbortController()
  setMaxListeners(0, controller.signal)
  return controller
}

export function pause(ms: number, cut?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (cut?.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      cut?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    cut?.addEventListener('abort', done)
  })
}

/** Doubles from `min` to `max`; the jitter keeps many from knocking at the same moment. */
export function backoff(attempt: number, min: number, max: number, chance: Chance): number {
  const full = Math.min(max, min * 2 ** Math.min(attempt, 30))
  return full * (0.5 + chance.number() / 2)
}
