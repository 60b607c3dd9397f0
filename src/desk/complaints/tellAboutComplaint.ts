import type { Complaint } from '../../domain/complaint/complaint.ts'
import type { InWords } from '../repairs/tellResident.ts'
import { words } from '../repairs/tellResident.ts'
import type { Telling, Work } from '../store.ts'

/** A word to the complainant, in their language; answers and questions must arrive. */
export async function tellAboutComplaint(
  work: Work,
  complaint: Complaint,
  say: (w: InWords) => Telling,
  question?: string,
): Promise<void> {
  const { conversationId, id } = complaint
  if (conversationId === null) return
  const w = words(work, await work.languageOf(conversationId))
  await work.tell(conversationId, say(w), {
    kind: 'receipt',
    recordId: id,
    evenAtNight: true,
    ...(question === undefined ? {} : { question }),
  })
}
