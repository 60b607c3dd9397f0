import { staffWords } from '../../wording/index.ts'
import type { Act } from '../act.ts'
import { onDuty, ping } from '../staff/pingStaff.ts'
import type { Telling, Work } from '../store.ts'
import { advanceRepair } from './advanceRepair.ts'
import { words } from './tellResident.ts'
import type { Here } from '../staff/reach.ts'
import { refusal, withOrder } from './withOrder.ts'

/** How the vendor's work came out, asked seven days later. */
export async function vendorOutcome(
  work: Work,
  act: Extract<Act, { do: 'vendor' }>,
  here: Here,
): Promise<readonly Telling[]> {
  return withOrder(work, act.number, here, async (order) => {
    const w = words(work, here.language)
    const moved = await advanceRepair(work, order, 'vendor_outcome', here.actor, {
      rating: act.done ? 's' : 'u',
    })
    if (moved.kind === 'refused') return [refusal(work, order, moved, here)]
    if (!act.done) {
      await ping(work, await onDuty(work, ['cs', 'front_desk']), {
        recordId: order.id,
        what: { text: staffWords.vendorFailed(order.number) },
      })
    }
    return [{ text: w.vendorThanks }]
  })
}
