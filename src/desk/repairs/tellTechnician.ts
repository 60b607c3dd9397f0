import type { RepairOrder } from '../../domain/repair/order.ts'
import { ping } from '../staff/pingStaff.ts'
import type { Telling, Work } from '../store.ts'

/** Pings the technician of the order, if it has one. */
export async function tellTechnician(work: Work, order: RepairOrder, what: Telling): Promise<void> {
  if (order.technicianId === null) return
  const person = await work.staffById(order.technicianId)
  if (person !== undefined) await ping(work, [person], { recordId: order.id, what })
}
