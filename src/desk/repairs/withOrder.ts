/** Reaching an order on behalf of whoever acts, and saying why something cannot be done. */
import type { Refusal } from '../../domain/lifecycle.ts'
import type { RepairOrder } from '../../domain/repair/order.ts'
import { staffWords } from '../../wording/index.ts'
import type { Here } from '../staff/reach.ts'
import { mayReach, notThere, refusedStep } from '../staff/reach.ts'
import type { Telling, Work } from '../store.ts'

export async function withOrder(
  work: Work,
  number: string,
  here: Here,
  then: (order: RepairOrder) => Promise<readonly Telling[]>,
): Promise<readonly Telling[]> {
  const order = await work.repair({ number })
  return order === undefined || !mayReach(here, order) ? [notThere(work, number, here)] : then(order)
}

export function refusal(work: Work, order: RepairOrder, refused: Refusal, here: Here): Telling {
  const { actor } = here
  const isTaken =
    refused.because === 'not_now' && order.status === 'accepted' && order.technicianName !== null
  if (actor.kind === 'staff' && isTaken && actor.id !== order.technicianId)
    return { text: staffWords.alreadyTaken(order.number, order.technicianName ?? '') }
  return refusedStep(work, order, refused, here)
}
