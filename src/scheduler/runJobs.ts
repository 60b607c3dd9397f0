/** node-cron turns the table of jobs into ticks; each tick's slot is its minute, the key it is claimed by. */
import cron from 'node-cron'
import type { ScheduledTask } from 'node-cron'
import type { Job } from './jobs.ts'
import type { JobDeps } from './runJob.ts'
import { runJob } from './runJob.ts'

export interface Jobs {
  stop(): Promise<void>
}

export function runJobs(deps: JobDeps, table: readonly Job[], zone: string): Jobs {
  const tasks: ScheduledTask[] = table.map((job) =>
    cron.schedule(
      job.cron,
      async ({ date }) => {
        const slot = new Date(Math.floor(date.getTime() / 60_000) * 60_000)
        try {
          await runJob(deps, job, slot)
        } catch (error) {
          deps.log.error('job failed', {
            job: job.name,
            error: error instanceof Error ? error.name : 'unknown',
          })
        }
      },
      { name: job.name, timezone: zone, noOverlap: true },
    ),
  )
  void catchUp(deps, table, zone)
  return {
    stop: async () => {
      for (const task of tasks) await task.destroy()
    },
  }
}

/** The last tick missed while the house was down runs once, marked late, where its job says so. */
async function catchUp(deps: JobDeps, table: readonly Job[], zone: string): Promise<void> {
  const now = deps.clock.now()
  for (const job of table) {
    if (job.missed !== 'fire_late') continue
    const slot = lastSlot(job, now, zone)
    if (slot === undefined) continue
    try {
      await runJob(deps, job, slot, true)
    } catch (error) {
      deps.log.error('job failed', { job: job.name, error: error instanceof Error ? error.name : 'unknown' })
    }
  }
}

/** A daily job's slot of today, if it has passed: an older one is no news any more. */
function lastSlot(job: Job, now: Date, zone: string): Date | undefined {
  const [minute, hour, ...rest] = job.cron.split(' ')
  if (rest.join(' ') !== '* * *' || minute === undefined || hour === undefined) return undefined
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(now)
    .split(':')
  const since = (Number(parts[0]) - Number(hour)) * 60 + Number(parts[1]) - Number(minute)
  if (since < 1) return undefined
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000 - since * 60_000)
}
