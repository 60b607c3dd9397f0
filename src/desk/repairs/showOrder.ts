import type { RepairOrder } from '../../domain/repair/order.ts'
import type { Actor } from '../../domain/staff.ts'
import { staffWords } from '../../wording/index.ts'
import type { Telling, Work } from '../store.ts'
import { orderCard } from './describe.ts'
import { words } from './tellResident.ts'
import type { Here } from '../staff/reach.ts'

/** The whole order for those who work on it; in a group its number only. */
export async function showOrder(work: Work, number: string, here: Here): Promise<readonly Telling[]> {
  const { actor } = here
  const order = await work.repair({ number })
  if (order === undefined || actor.kind !== 'staff' || !mayRead(actor, order))
    return [{ text: staffWords.notFound(number) }]
  if (!here.isPrivate) return [{ text: staffWords.groupOrder(order.number, '', '') }]
  return [{ text: `${orderCard(work, order)}\n${words(work, 'zh-Hans').stateName(order.status)}` }]
}

/** Who has no task on the order does not read it; a technician reads what is his, or nobody's yet. */
function mayRead(actor: Actor, order: RepairOrder): boolean {
  if (actor.kind !== 'staff' || actor.roles.some((role) => role !== 'technician')) return true
  return order.technicianId === actor.id || (order.technicianId === null && order.status === 'dispatching')
}
