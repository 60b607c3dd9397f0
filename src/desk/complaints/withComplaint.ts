/** Reaching a complaint on behalf of whoever acts. */
import type { Complaint } from '../../domain/complaint/complaint.ts'
import type { Refusal } from '../../domain/lifecycle.ts'
import type { Actor } from '../../domain/staff.ts'
import { roleNames } from '../../domain/staff.ts'
import { staffWords } from '../../wording/index.ts'
import { words } from '../repairs/tellResident.ts'
import type { Here } from '../repairs/withOrder.ts'
import type { StaffContact, Telling, Work } from '../store.ts'

/** A complaint about somebody does not exist for that person (design, privacy). */
export function mayKnow(actor: Actor, { details }: Pick<Complaint, 'details'>): boolean {
  return actor.kind !== 'staff' || !(details.accused ?? []).includes(actor.id)
}

export function knowing(
  people: readonly StaffContact[],
  { details }: Pick<Complaint, 'details'>,
): readonly StaffContact[] {
  return people.filter(({ id }) => !(details.accused ?? []).includes(id))
}

export async function withComplaint(
  work: Work,
  number: string,
  here: Here,
  then: (complaint: Complaint) => Promise<readonly Telling[]>,
): Promise<readonly Telling[]> {
  const complaint = await work.complaint({ number })
  const { actor } = here
  const own =
    complaint !== undefined &&
    mayKnow(actor, complaint) &&
    (actor.kind !== 'resident' ||
      complaint.conversationId === here.conversationId ||
      (actor.id !== null && complaint.personId === actor.id))
  if (!own) {
    const text =
      actor.kind === 'staff' ? staffWords.notFound(number) : words(work, here.language).notFound(number)
    return [{ text }]
  }
  return then(complaint)
}

export function refusedStep(work: Work, complaint: Complaint, refused: Refusal, here: Here): Telling {
  if (here.actor.kind !== 'staff') {
    const w = words(work, here.language)
    return { text: w.notNow(complaint.number, w.stateName(complaint.status)) }
  }
  const state = words(work, 'zh-Hans').stateName(complaint.status)
  switch (refused.because) {
    case 'not_now':
      return { text: staffWords.notNow(complaint.number, state) }
    case 'not_you':
      return {
        text: staffWords.notYou(
          [...new Set(refused.who)]
            .map((who) => (who === 'resident' ? '住户' : who === 'house' ? '系统' : roleNames[who]))
            .join('、'),
        ),
      }
    case 'missing':
      return { text: staffWords.missing[refused.guard] ?? staffWords.notNow(complaint.number, state) }
  }
}
