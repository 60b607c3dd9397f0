import type { Chance, Clock, Log } from './ports.ts'
import type { DueRung, Store } from './store.ts'
import { fireDeadline, isLate } from './fireDeadline.ts'

export interface DeadlineDeps {
  readonly store: Store
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  readonly queued: (news: {
    readonly rows: readonly never[]
    readonly conversations: readonly number[]
  }) => void
}

/**
 * Fires what is due, each rung in the one transaction of its effect. A rung whose effect fails is tried
 * again later and does not hold up the others. Answers how many fired.
 */
export async function fireDueDeadlines(deps: DeadlineDeps, limit = 200): Promise<number> {
  const { store, clock, log } = deps
  const due = await store.dueRungs(clock.now(), limit)
  let fired = 0
  for (const rung of due) {
    try {
      if (await fireOne(deps, rung)) fired += 1
    } catch (error) {
      log.error('deadline failed', {
        record: rung.recordId,
        clock: rung.clock,
        error: error instanceof Error ? error.name : 'unknown',
      })
      await store.rungFailed(
        rung,
        error instanceof Error ? error.name : 'unknown',
        new Date(clock.now().getTime() + 60_000),
      )
    }
  }
  return fired
}

async function fireOne(deps: DeadlineDeps, rung: DueRung): Promise<boolean> {
  const { store, clock, chance, log, queued } = deps
  const now = clock.now()
  const about = { estateId: rung.estateId, now, trace: chance.token(12) }
  const { result, touched } = await store.work(about, async (work) => {
    if (!(await store.fireRung(work, rung, isLate(rung, now)))) return false
    await fireDeadline(work, rung)
    return true
  })
  if (result)
    log.info('deadline', { trace: about.trace, record: rung.recordId, clock: rung.clock, rung: rung.rung })
  queued({ rows: [], conversations: touched })
  return result
}
