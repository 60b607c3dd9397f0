import { staffWords } from '../../wording/index.ts'
import type { Telling, Work } from '../store.ts'
import type { Here } from '../staff/reach.ts'
import { withOrder } from './withOrder.ts'

/** A staff member signs why the work was not done. */
export function signReason(work: Work, number: string, here: Here): Promise<readonly Telling[]> {
  const { actor } = here
  return withOrder(work, number, here, async (order) => {
    if (actor.kind !== 'staff') return []
    if (order.notRepairedReason === null) return [{ text: staffWords.nothingToSign(order.number) }]
    const reasonSigned = [...new Set([...order.reasonSigned, actor.id])]
    await work.changeRepair(order, { reasonSigned })
    await work.addEvent({ recordId: order.id, event: 'sign_reason', from: null, to: null, actor })
    return [{ text: `${order.number} 已签字。` }]
  })
}
