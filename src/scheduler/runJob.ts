import type { Chance, Clock, Log } from '../desk/ports.ts'
import type { Store, Work } from '../desk/store.ts'
import type { Job } from './jobs.ts'

export interface JobDeps {
  readonly store: Pick<Store, 'work'>
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  readonly estateIds: () => Promise<readonly number[]>
  readonly claimTick: (work: Work, job: string, slot: Date, late: boolean) => Promise<boolean>
  readonly queued: (news: {
    readonly rows: readonly never[]
    readonly conversations: readonly number[]
  }) => void
}

/**
 * One tick of one job for every estate. The tick is claimed in the transaction of its effect, so two
 * processes, a restart or a clock set back cannot run it twice.
 */
export async function runJob(deps: JobDeps, job: Job, slot: Date, late = false): Promise<number> {
  let ran = 0
  for (const estateId of await deps.estateIds()) {
    const about = { estateId, now: deps.clock.now(), trace: deps.chance.token(12) }
    const { result, touched } = await deps.store.work(about, async (work) => {
      if (!(await deps.claimTick(work, job.name, slot, late))) return undefined
      return job.run(work)
    })
    if (result === undefined) continue
    ran += 1
    deps.log.info('job', { trace: about.trace, job: job.name, estate: estateId, late, ...result })
    deps.queued({ rows: [], conversations: touched })
  }
  return ran
}
