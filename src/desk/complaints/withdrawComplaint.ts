import type { Actor } from '../../domain/staff.ts'
import { staffWords } from '../../wording/index.ts'
import type { InWords } from '../repairs/tellResident.ts'
import { onDuty, ping } from '../staff/pingStaff.ts'
import type { Work } from '../store.ts'
import { advanceComplaint } from './advanceComplaint.ts'
import { knowing } from './withComplaint.ts'

/** The complainant takes it back: kept in the statistics, and whoever has it in hand is told. */
export async function withdrawComplaint(
  work: Work,
  number: string,
  actor: Actor,
  w: InWords,
): Promise<string> {
  const complaint = await work.complaint({ number })
  if (complaint === undefined) return w.notFound(number)
  const moved = await advanceComplaint(work, complaint, 'withdraw', actor)
  if (moved.kind === 'refused') return w.cannotCancel(number, w.stateName(complaint.status))
  await work.stopClocks(complaint.id)
  await work.spendButtons({ recordId: complaint.id })
  const people = knowing(await onDuty(work, ['cs', 'cs_supervisor']), complaint)
  await ping(work, people, { recordId: complaint.id, what: { text: staffWords.withdrawn(number) } })
  return w.cancelled(number)
}
