/**
 * The table of scheduled jobs (appendix H.2): typed code, so that no job can point to nothing. What hangs
 * on a record (limits, appointments, callbacks) are deadlines, not jobs; here is what hangs on the calendar.
 */
import { tellOpenRepairs } from '../desk/tellOpenRepairs.ts'
import type { Work } from '../desk/store.ts'

export interface Job {
  readonly name: string
  /** node-cron expression, read in the estate's zone. */
  readonly cron: string
  /** A tick missed while the house was down: once, marked late, or not at all. */
  readonly missed: 'fire_late' | 'skip'
  /** What the rulebook calls for. */
  readonly rule: string
  readonly run: (work: Work) => Promise<Readonly<Record<string, number>>>
}

export const jobs: readonly Job[] = [
  {
    name: 'log-daily',
    cron: '0 8 * * *',
    missed: 'fire_late',
    rule: 'R-2.56, R-13.23',
    run: tellOpenRepairs,
  },
]
