import { understand } from '../../language/index.ts'
import type { Actor } from '../../domain/staff.ts'
import { staffWords } from '../../wording/index.ts'
import { knowing } from '../complaints/withComplaint.ts'
import type { InWords } from '../repairs/tellResident.ts'
import { onDuty, ping } from '../staff/pingStaff.ts'
import type { Work } from '../store.ts'

const over: readonly string[] = ['closed', 'closed_superseded', 'cancelled', 'withdrawn']

/** What the resident adds to a matter already filed goes to whoever has it in hand; a number said late is kept. */
export async function noteOnMatter(
  work: Work,
  number: string,
  text: string,
  actor: Actor,
  w: InWords,
): Promise<string> {
  const matter = await work.help({ number })
  if (matter === undefined || over.includes(matter.status)) return w.notFound(number)
  const { zone } = work.book.calendar
  const phone = understand(text, { now: work.now, zone, asked: 'phone', open: true }).slots.phone?.value
  if (phone !== undefined && matter.phone === '' && matter.details.anonymous !== true)
    await work.changeHelp(matter, { phone })
  await work.addEvent({ recordId: matter.id, event: 'note', from: null, to: null, actor, payload: { text } })
  const holder = matter.staffId === null ? undefined : await work.staffById(matter.staffId)
  const people = holder === undefined ? await onDuty(work, ['front_desk', 'cs', 'duty']) : [holder]
  await ping(work, knowing(people, matter), {
    recordId: matter.id,
    what: { text: staffWords.residentSays(number, text) },
  })
  return w.noted(number)
}
