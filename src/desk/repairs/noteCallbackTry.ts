import type { RepairOrder } from '../../domain/repair/order.ts'
import type { Actor } from '../../domain/staff.ts'
import { localDate } from '../../domain/time/zone.ts'
import { staffWords } from '../../wording/index.ts'
import type { Telling, Work } from '../store.ts'
import { advanceRepair } from './advanceRepair.ts'

/**
 * A caller who did not reach the resident: noted by day; after three different days the order closes with
 * the flag `unreached` and counts as not called back.
 */
export async function noteCallbackTry(
  work: Work,
  order: RepairOrder,
  actor: Actor,
): Promise<readonly Telling[]> {
  const today: string = localDate(work.now, work.book.calendar.zone)
  const days = [...new Set([...order.callbackTries, today])]
  const noted = await work.changeRepair(order, { callbackTries: days })
  await work.addEvent({
    recordId: order.id,
    event: 'callback_try',
    from: null,
    to: null,
    actor,
    payload: { day: today },
  })
  if (days.length < 3) return [{ text: staffWords.triedOnce(order.number, days.length) }]
  const moved = await advanceRepair(work, noted, 'callback_missed', actor)
  return [
    {
      text:
        moved.kind === 'moved'
          ? `${order.number} 三天未接通，已结单并标记未回访到。`
          : `${order.number} 现在不能结单。`,
    },
  ]
}
