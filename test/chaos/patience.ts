/** Waiting for something to become true, with an end. */
import { setTimeout as pause } from 'node:timers/promises'

export const everyMs = 50

export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  withinMs: number,
  lookEveryMs = everyMs,
): Promise<T> {
  const end = performance.now() + withinMs
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (performance.now() > end) throw new Error(`${what}: not within ${Math.round(withinMs / 1000)} s`)
    await pause(lookEveryMs)
  }
}

export { pause }
