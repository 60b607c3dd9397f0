import { staffWords } from '../../wording/index.ts'
import type { Here } from '../staff/reach.ts'
import type { Telling, Work } from '../store.ts'
import { advanceComplaint } from './advanceComplaint.ts'
import { tellAboutComplaint } from './tellAboutComplaint.ts'
import { withComplaint } from './withComplaint.ts'

/** Somebody takes it in hand and passes it on to be classified; its clocks run on until the resident hears. */
export function takeComplaint(work: Work, number: string, here: Here): Promise<readonly Telling[]> {
  return withComplaint(work, number, here, async (complaint) => {
    const { actor } = here
    if (actor.kind !== 'staff') return []
    const first = complaint.staffId === null
    const moved = await advanceComplaint(work, complaint, 'pass_on', actor, { staffId: actor.id })
    if (moved.kind === 'refused') {
      await work.changeComplaint(complaint, { staffId: actor.id })
      await work.addEvent({ recordId: complaint.id, event: 'take', from: null, to: null, actor })
    }
    if (first)
      await tellAboutComplaint(work, complaint, (w) => ({ text: w.complaintTaken(number, actor.name) }))
    return [{ text: staffWords.complaintNext(number) }]
  })
}
