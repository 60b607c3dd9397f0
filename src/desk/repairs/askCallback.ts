import type { RepairOrder } from '../../domain/repair/order.ts'
import { isVisitOnly } from '../../domain/repair/visitOnly.ts'
import { isQuiet } from '../../domain/time/quiet.ts'
import { staffWords } from '../../wording/index.ts'
import { onDuty, ping } from '../staff/pingStaff.ts'
import type { Work } from '../store.ts'
import { whereOf } from './describe.ts'
import { quietHours, tellResident } from './tellResident.ts'

/** 100 % are called back: the bot asks at a decent hour, CS gets the order on its list. */
export async function askCallback(work: Work, order: RepairOrder): Promise<void> {
  const { number } = order
  if (order.conversationId !== null && !isVisitOnly(order)) {
    await tellResident(
      work,
      order,
      (w) => ({
        text: w.callback(number),
        choices: [
          {
            label: w.satisfied,
            act: { do: 'repair', event: 'callback_satisfied', number, rating: 's', means: 's' },
          },
          {
            label: w.basically,
            act: { do: 'repair', event: 'callback_satisfied', number, rating: 'b', means: 'b' },
          },
          {
            label: w.unsatisfied,
            act: { do: 'repair', event: 'callback_unsatisfied', number, rating: 'u', means: 'u' },
          },
        ],
      }),
      {
        kind: 'notice',
        question: `rating:${order.id}`,
        silent: isQuiet(work.now, quietHours(work), work.book.calendar.zone),
      },
    )
  }
  const callers = await onDuty(
    work,
    order.policy['repair.callback.by'] === 'cs' ? ['cs', 'front_desk'] : ['eng_supervisor'],
  )
  await ping(
    work,
    callers.filter((person) => person.id !== order.technicianId),
    {
      recordId: order.id,
      what: {
        text: [
          staffWords.callbackList(number, whereOf(order), order.phone),
          ...(isVisitOnly(order) ? [staffWords.visitOnly(number)] : []),
        ].join('\n'),
      },
    },
  )
}
