import { staffWords } from '../../wording/index.ts'
import type { Here } from '../staff/reach.ts'
import type { Telling, Work } from '../store.ts'
import { advanceComplaint } from './advanceComplaint.ts'
import { startCallback, startProgress } from './complaintClocks.ts'
import { tellAboutComplaint } from './tellAboutComplaint.ts'
import { refusedStep } from '../staff/reach.ts'
import { withComplaint } from './withComplaint.ts'

/**
 * The answer reaches the resident, who is asked at once whether it will do. What another
 * party has to solve gets progress news instead, until the result is there.
 */
export function answerComplaint(
  work: Work,
  number: string,
  text: string,
  here: Here,
): Promise<readonly Telling[]> {
  return withComplaint(work, number, here, async (complaint) => {
    if (text.trim() === '') return [{ text: staffWords.replyWhat }]
    const moved = await advanceComplaint(work, complaint, 'answer', here.actor, {
      details: { answer: text.trim(), handledAt: work.now.toISOString() },
      byVisit: /上门|上門|当面|當面/.test(text),
      ...(here.actor.kind === 'staff' ? { staffId: here.actor.id } : {}),
    })
    if (moved.kind === 'refused') return [refusedStep(work, complaint, moved, here)]
    await startCallback(work, moved.complaint)
    await tellAboutComplaint(
      work,
      complaint,
      (w) => ({
        text: w.complaintAnswered(number, text.trim()),
        choices: [
          { label: w.satisfied, act: { do: 'opinion', number, rating: 's', means: 's' } },
          { label: w.unsatisfied, act: { do: 'opinion', number, rating: 'u', means: 'u' } },
        ],
      }),
      `opinion:${complaint.id}`,
    )
    return [{ text: staffWords.replied(number) }]
  })
}

/** Progress news of a referred matter. */
export function tellProgress(
  work: Work,
  number: string,
  text: string,
  here: Here,
): Promise<readonly Telling[]> {
  return withComplaint(work, number, here, async (complaint) => {
    if (text.trim() === '') return [{ text: staffWords.replyWhat }]
    const moved = await advanceComplaint(work, complaint, 'progress', here.actor, {
      payload: { text: text.trim() },
    })
    if (moved.kind === 'refused') return [refusedStep(work, complaint, moved, here)]
    await work.stopClocks(complaint.id, ['complaint.firstReply'])
    await startProgress(work, moved.complaint)
    await tellAboutComplaint(work, complaint, (w) => ({ text: w.complaintProgress(number, text.trim()) }))
    return [{ text: staffWords.replied(number) }]
  })
}
