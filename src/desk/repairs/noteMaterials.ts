import { staffWords } from '../../wording/index.ts'
import type { Act } from '../act.ts'
import type { Telling, Work } from '../store.ts'
import type { Here } from '../staff/reach.ts'
import { withOrder } from './withOrder.ts'

/** What the technician found of materials the resident bought. */
export function noteMaterials(
  work: Work,
  act: Extract<Act, { do: 'materials' }>,
  here: Here,
): Promise<readonly Telling[]> {
  return withOrder(work, act.number, here, async (order) => {
    if (act.check === undefined) return [{ text: staffWords.checkHow(order.number) }]
    await work.changeRepair(order, {
      materials: { source: 'resident', check: act.check, note: act.note },
    })
    await work.addEvent({
      recordId: order.id,
      event: 'materials',
      from: null,
      to: null,
      actor: here.actor,
      payload: { check: act.check },
    })
    return [{ text: staffWords.materialsKept(order.number) }]
  })
}
