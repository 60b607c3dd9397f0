/** Which of chapter 3's clocks a step starts and stops. */
import type { ComplaintClock } from '../../domain/complaint/clocks.ts'
import {
  complaintCallbackDue,
  firstReplyDue,
  progressDue,
  resolveDue,
} from '../../domain/complaint/clocks.ts'
import type { Complaint } from '../../domain/complaint/complaint.ts'
import type { Work } from '../store.ts'
import { restart } from '../repairs/runClocks.ts'

export function startComplaintClock(
  work: Work,
  { id }: Pick<Complaint, 'id'>,
  clock: ComplaintClock,
  startedAt: Date,
  promisedAt: Date,
): Promise<void> {
  return restart(work, id, { clock, startedAt, promisedAt })
}

/** From the report on; a complaint nobody has classified yet is answered like a valid one. */
export async function startFirstReply(work: Work, complaint: Complaint): Promise<Date> {
  const promisedAt = firstReplyDue(
    complaint.createdAt,
    complaint.details,
    complaint.policy,
    work.book.calendar,
  )
  await startComplaintClock(work, complaint, 'complaint.firstReply', complaint.createdAt, promisedAt)
  return promisedAt
}

export async function startResolve(work: Work, complaint: Complaint): Promise<Date | undefined> {
  const { severity } = complaint.details
  if (severity === undefined) return undefined
  const promisedAt = resolveDue(complaint.createdAt, severity, complaint.policy, work.book.calendar)
  await startComplaintClock(work, complaint, 'complaint.resolve', complaint.createdAt, promisedAt)
  return promisedAt
}

export function startProgress(work: Work, complaint: Complaint): Promise<void> {
  const at = progressDue(work.now, complaint.policy, work.book.calendar)
  return startComplaintClock(work, complaint, 'complaint.progress', work.now, at)
}

/** The answer is given: everything but the callback stands still. */
export async function startCallback(work: Work, complaint: Complaint): Promise<void> {
  await work.stopClocks(complaint.id)
  const at = complaintCallbackDue(work.now, complaint.policy, work.book.calendar)
  await startComplaintClock(work, complaint, 'complaint.callback', work.now, at)
}
