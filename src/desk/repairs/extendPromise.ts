import { openRepairStates } from '../../domain/repair/lifecycle.ts'
import type { Actor } from '../../domain/staff.ts'
import { understand } from '../../language/index.ts'
import { staffWords } from '../../wording/index.ts'
import type { Telling, Work } from '../store.ts'
import { judgeVisit, visitOf } from '../talking/visitTime.ts'
import { restartCompletion } from './runClocks.ts'
import { tellResident, words } from './tellResident.ts'

/** An extension needs a reason and an agreed new time; the resident hears that time (13.3). */
export async function extendPromise(
  work: Work,
  number: string,
  reason: string,
  actor: Actor,
): Promise<readonly Telling[]> {
  if (actor.kind !== 'staff') return []
  const order = await work.repair({ number })
  if (order === undefined) return [{ text: staffWords.notFound(number) }]
  if (!openRepairStates.includes(order.status)) {
    return [{ text: staffWords.notNow(number, words(work, 'zh-Hans').stateName(order.status)) }]
  }
  const { zone } = work.book.calendar
  const said = understand(reason, { now: work.now, zone, asked: 'time', open: true }).slots.time
  if (
    said === undefined ||
    judgeVisit(said, work.now, zone) === 'past' ||
    reason.replace(said.raw, '').trim() === ''
  ) {
    return [{ text: staffWords.extendHow(number) }]
  }
  const { start, end } = visitOf(said, zone)
  const promisedAt = end ?? start
  await work.addEvent({
    recordId: order.id,
    event: 'extend',
    from: null,
    to: null,
    actor,
    payload: { reason, until: promisedAt.toISOString() },
  })
  await restartCompletion(work, order, promisedAt)
  await tellResident(work, order, (w) => ({ text: w.extended(number, w.moment(promisedAt)) }), {
    kind: 'follow',
  })
  return [{ text: staffWords.extended(number) }]
}
