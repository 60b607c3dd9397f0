import { understand } from '../../language/index.ts'
import type { Actor } from '../../domain/staff.ts'
import { endedStates } from '../../domain/matter.ts'
import { tellHolder } from '../help/helpRequests.ts'
import type { InWords } from '../repairs/tellResident.ts'
import type { Work } from '../store.ts'

/** What the resident adds to a matter already filed goes to whoever has it in hand; a number said late is kept. */
export async function noteOnMatter(
  work: Work,
  number: string,
  text: string,
  actor: Actor,
  w: InWords,
): Promise<string> {
  const matter = await work.help({ number })
  if (matter === undefined || endedStates.includes(matter.status)) return w.notFound(number)
  const { zone } = work.book.calendar
  const phone = understand(text, { now: work.now, zone, asked: 'phone', open: true }).slots.phone?.value
  if (phone !== undefined && matter.phone === '' && matter.details.anonymous !== true)
    await work.changeHelp(matter, { phone })
  await work.addEvent({ recordId: matter.id, event: 'note', from: null, to: null, actor, payload: { text } })
  await tellHolder(work, matter, text)
  return w.noted(number)
}
