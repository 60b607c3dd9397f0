import { staffWords } from '../wording/index.ts'
import { onDuty } from './staff/pingStaff.ts'
import type { Work } from './store.ts'

/** A message nobody could handle is a person's matter now. */
export async function tellQuarantined(work: Work): Promise<void> {
  for (const person of await onDuty(work, ['front_desk', 'cs', 'duty'], { atAnyHour: true })) {
    for (const conversationId of person.conversations) {
      await work.tell(
        conversationId,
        { text: staffWords.quarantined(work.trace) },
        { kind: 'ping', evenAtNight: true },
      )
    }
  }
}
