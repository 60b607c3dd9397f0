/** What the complainant says of the answer: 100 % are asked, and a "no" is a new complaint. */
import type { Complaint } from '../../domain/complaint/complaint.ts'
import { localDate } from '../../domain/time/zone.ts'
import { staffWords } from '../../wording/index.ts'
import { words } from '../repairs/tellResident.ts'
import type { Here } from '../staff/reach.ts'
import type { Telling, Work } from '../store.ts'
import { fileMatter } from '../matters/fileMatter.ts'
import { advanceComplaint } from './advanceComplaint.ts'
import { refusedStep } from '../staff/reach.ts'
import { withComplaint } from './withComplaint.ts'

export function noteOpinion(
  work: Work,
  number: string,
  rating: 's' | 'u' | 'missed',
  remark: string,
  here: Here,
): Promise<readonly Telling[]> {
  return withComplaint(work, number, here, async (complaint) => {
    if (rating === 'missed') return noteTry(work, complaint, here)
    const event = rating === 's' ? 'satisfied' : 'dissatisfied'
    const again = rating === 'u' ? await newOne(work, complaint, remark, here) : undefined
    const moved = await advanceComplaint(work, complaint, event, here.actor, {
      details: { satisfaction: rating, ...(again === undefined ? {} : { supersededBy: again.number }) },
      payload: { remark },
    })
    if (moved.kind === 'refused') return [refusedStep(work, complaint, moved, here)]
    await work.stopClocks(complaint.id)
    await work.spendButtons({ recordId: complaint.id })
    if (here.actor.kind === 'staff') return [{ text: staffWords.opinionKept(number, again?.number ?? '') }]
    const w = words(work, here.language)
    return [
      {
        text:
          again === undefined
            ? w.complaintThanks
            : w.complaintAgain(again.number, w.moment(again.promisedAt)),
      },
    ]
  })
}

/** The answer did not do: it is a new complaint, linked to the old one. */
function newOne(work: Work, complaint: Complaint, remark: string, { actor, conversationId }: Here) {
  if (complaint.status !== 'replied') return undefined
  const { room, building, unit } = complaint
  return fileMatter(
    work,
    {
      kind: 'complaint',
      text: [staffWords.notSatisfiedWith(complaint.number), remark, complaint.description]
        .filter((part) => part !== '')
        .join('；'),
      room: building === null && room === null ? null : { building, unit, room },
      reporter: complaint.reporter,
      phone: complaint.phone,
      category: complaint.category,
      locationKind: complaint.locationKind,
      time: null,
      details: {
        ...(complaint.details.anonymous === undefined ? {} : { anonymous: complaint.details.anonymous }),
        ...(complaint.details.target === undefined ? {} : { target: complaint.details.target }),
        supersedes: complaint.number,
      },
    },
    {
      conversationId: complaint.conversationId ?? conversationId,
      personId: complaint.personId,
      channel: complaint.channel,
      actor,
      part: 0,
    },
  )
}

/** Not reached: noted by day; after three different days it closes and counts as not called back. */
async function noteTry(work: Work, complaint: Complaint, here: Here): Promise<readonly Telling[]> {
  const today: string = localDate(work.now, work.book.calendar.zone)
  const tries = [...new Set([...(complaint.details.callbackTries ?? []), today])]
  const noted = await work.changeComplaint(complaint, {
    details: { ...complaint.details, callbackTries: tries },
  })
  await work.addEvent({
    recordId: complaint.id,
    event: 'callback_try',
    from: null,
    to: null,
    actor: here.actor,
    payload: { day: today },
  })
  if (tries.length < 3) return [{ text: staffWords.triedOnce(complaint.number, tries.length) }]
  const moved = await advanceComplaint(work, noted, 'callback_missed', here.actor, {
    details: { unreached: true },
  })
  if (moved.kind === 'refused') return [refusedStep(work, complaint, moved, here)]
  await work.stopClocks(complaint.id)
  return [{ text: staffWords.notReached(complaint.number) }]
}
