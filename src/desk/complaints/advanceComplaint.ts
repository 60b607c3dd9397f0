import type { Complaint, ComplaintDetails } from '../../domain/complaint/complaint.ts'
import { factsOf } from '../../domain/complaint/complaint.ts'
import { complaintLifecycle, type ComplaintEvent } from '../../domain/complaint/lifecycle.ts'
import { advance, type Refusal } from '../../domain/lifecycle.ts'
import type { Actor } from '../../domain/staff.ts'
import type { Work } from '../store.ts'

export interface Step {
  readonly details?: ComplaintDetails
  readonly staffId?: number
  readonly byVisit?: boolean
  readonly payload?: object
}

/** One step of the table: the new state, what it writes, and the event in the history. */
export async function advanceComplaint(
  work: Work,
  complaint: Complaint,
  event: ComplaintEvent,
  actor: Actor,
  step: Step = {},
): Promise<{ readonly kind: 'moved'; readonly complaint: Complaint } | Refusal> {
  const details = { ...complaint.details, ...step.details }
  const facts = factsOf({ ...complaint, details }, step.byVisit)
  const to = advance(complaintLifecycle, complaint.status, event, actor, facts)
  if (to.kind === 'refused') return to
  const moved = await work.changeComplaint(complaint, {
    status: to.to,
    details,
    ...(step.staffId === undefined ? {} : { staffId: step.staffId }),
  })
  await work.addEvent({
    recordId: complaint.id,
    event,
    from: complaint.status,
    to: to.to,
    actor,
    ...(step.payload === undefined ? {} : { payload: step.payload }),
  })
  return { kind: 'moved', complaint: moved }
}
