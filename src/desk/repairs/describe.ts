/** A work order in a staff member's words. */
import { roomLabel } from '../../domain/place.ts'
import { arrivalDue } from '../../domain/repair/clocks.ts'
import type { RepairOrder } from '../../domain/repair/order.ts'
import { arrivalFactsOf } from '../../domain/repair/order.ts'
import { staffWords } from '../../wording/index.ts'
import type { Choosable, Telling, Work } from '../store.ts'
import { words } from './tellResident.ts'

export function whereOf(order: Pick<RepairOrder, 'building' | 'unit' | 'room' | 'place'>): string {
  // "3栋门口" says more than the building alone; a whole flat stands before the place.
  if (order.place !== '' && order.room === null) return order.place
  return [roomLabel(order), order.place].filter((part) => part !== '').join(' ')
}

/** What the technician needs: customer, block, reporter, report time and item. */
export function orderCard(work: Work, order: RepairOrder, note = ''): string {
  const w = words(work, 'zh-Hans')
  const due = arrivalDue(arrivalFactsOf(order), order.policy)
  return staffWords.newOrder({
    number: order.number,
    room: whereOf(order),
    what: order.description,
    urgency: `${staffWords.urgencyName[order.urgency] ?? ''}${order.repairKind === 'warranty' ? ' · 保修期内' : ''}`,
    reporter: order.reporter,
    phone: order.phone,
    at: w.moment(order.createdAt),
    due: order.timing === 'appointment' ? w.slot(order) : due === undefined ? '' : w.moment(due),
    note,
  })
}

export function acceptTelling(work: Work, order: RepairOrder): Telling {
  return {
    text: orderCard(work, order),
    choices: [{ label: staffWords.take, act: repairAct('accept', order.number) }],
  }
}

export function repairAct(
  event: Extract<Choosable['act'], { do: 'repair' }>['event'],
  number: string,
): Choosable['act'] {
  return { do: 'repair', event, number }
}
