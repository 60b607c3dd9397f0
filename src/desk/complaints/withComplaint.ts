/** Reaching a complaint on behalf of whoever acts. */
import type { Complaint } from '../../domain/complaint/complaint.ts'
import type { Actor } from '../../domain/staff.ts'
import type { Here } from '../staff/reach.ts'
import { mayReach, notThere } from '../staff/reach.ts'
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
  const known = complaint !== undefined && mayKnow(here.actor, complaint) && mayReach(here, complaint)
  return known ? then(complaint) : [notThere(work, number, here)]
}
