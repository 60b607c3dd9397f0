import type { Log } from '../desk/ports.ts'

export interface Heartbeat {
  /** Ends after the run in hand. */
  stop(): Promise<void>
  /** Does it at once, or once more after the run in hand. */
  poke(): void
}

/**
 * Does `work` again and again, `everyMs` after the former run ended, so a slow run never overlaps itself.
 * A failure is logged and waited out a little longer each time; it never ends the beat.
 */
export function heartbeat(name: string, everyMs: number, work: () => Promise<unknown>, log: Log): Heartbeat {
  let stopped = false
  let busy = false
  let poked = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const beat = async () => {
    busy = true
    poked = false
    try {
      await work()
      if (failures > 0) log.info('heartbeat works again', { beat: name, failures })
      failures = 0
    } catch (error) {
      failures += 1
      if (failures === 1 || failures % 30 === 0) {
        log.error('heartbeat failed', {
          beat: name,
          failures,
          error: error instanceof Error ? error.name : 'unknown',
        })
      }
    }
    busy = false
    if (stopped) return
    const again = Math.min(everyMs * (1 + failures), Math.max(everyMs, 10_000))
    timer = setTimeout(next, poked && failures === 0 ? 0 : again)
  }
  const next = () => {
    running = beat()
  }
  timer = setTimeout(next, 0)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
    poke: () => {
      poked = true
      if (busy || stopped) return
      clearTimeout(timer)
      timer = setTimeout(next, 0)
    },
  }
}
