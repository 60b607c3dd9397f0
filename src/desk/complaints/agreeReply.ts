import { understand } from '../../language/index.ts'
import { staffWords } from '../../wording/index.ts'
import { words } from '../repairs/tellResident.ts'
import type { Here } from '../staff/reach.ts'
import type { Telling, Work } from '../store.ts'
import { visitOf } from '../talking/visitTime.ts'
import { advanceComplaint } from './advanceComplaint.ts'
import { startComplaintClock } from './complaintClocks.ts'
import { tellAboutComplaint } from './tellAboutComplaint.ts'
import { refusedStep } from '../staff/reach.ts'
import { withComplaint } from './withComplaint.ts'

/** The resident was reached and a time for the answer agreed. */
export function agreeReply(
  work: Work,
  number: string,
  when: string,
  here: Here,
): Promise<readonly Telling[]> {
  return withComplaint(work, number, here, async (complaint) => {
    const { zone } = work.book.calendar
    const said = understand(when, { now: work.now, zone, asked: 'time', open: true }).slots.time
    if (said === undefined) return [{ text: staffWords.agreeHow(number) }]
    const { start, end } = visitOf(said, zone)
    const at = end ?? start
    if (at <= work.now) return [{ text: staffWords.agreeHow(number) }]
    const moved = await advanceComplaint(work, complaint, 'agree', here.actor, {
      details: { agreedReplyAt: at.toISOString() },
      payload: { until: at.toISOString() },
      ...(here.actor.kind === 'staff' ? { staffId: here.actor.id } : {}),
    })
    if (moved.kind === 'refused') return [refusedStep(work, complaint, moved, here)]
    await work.stopClocks(complaint.id, ['complaint.firstReply'])
    await startComplaintClock(work, complaint, 'complaint.answer', work.now, at)
    await tellAboutComplaint(work, complaint, (w) => ({ text: w.answerAgreed(number, w.moment(at)) }))
    return [{ text: staffWords.agreed(number, words(work, 'zh-Hans').moment(at)) }]
  })
}
