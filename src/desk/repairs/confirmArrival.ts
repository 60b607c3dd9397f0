import { staffWords } from '../../wording/index.ts'
import type { Act } from '../act.ts'
import { ping } from '../staff/pingStaff.ts'
import type { Telling, Work } from '../store.ts'
import { words } from './tellResident.ts'
import { tellTechnician } from './tellTechnician.ts'
import type { Here } from '../staff/reach.ts'
import { withOrder } from './withOrder.ts'

/** The resident says whether the technician came. */
export async function confirmArrival(
  work: Work,
  act: Extract<Act, { do: 'arrived' }>,
  here: Here,
): Promise<readonly Telling[]> {
  return withOrder(work, act.number, here, async (order) => {
    const w = words(work, here.language)
    await work.changeRepair(order, { arrivalConfirmed: act.came })
    await work.addEvent({
      recordId: order.id,
      event: 'arrival_asked',
      from: null,
      to: null,
      actor: here.actor,
      payload: { came: act.came },
    })
    await work.spendButtons({ question: `arrived:${order.id}` })
    if (act.came) return [{ text: w.cameThanks }]
    await tellTechnician(work, order, { text: staffWords.notCome(order.number) })
    await ping(work, await work.staffWith(['eng_supervisor']), {
      recordId: order.id,
      what: { text: staffWords.notCome(order.number) },
    })
    return [{ text: w.notComeSorry }]
  })
}
