/** A step of an order, asked for by a button or a command: its words are resolved, then the lifecycle decides. */
import type { RepairEvent } from '../../domain/repair/lifecycle.ts'
import type { RepairOrder } from '../../domain/repair/order.ts'
import { isVisitOnly } from '../../domain/repair/visitOnly.ts'
import type { Actor } from '../../domain/staff.ts'
import { understand } from '../../language/index.ts'
import { saysNow } from '../../machines/fill.ts'
import { staffWords } from '../../wording/index.ts'
import type { Act } from '../act.ts'
import type { Telling, Work } from '../store.ts'
import { judgeVisit, visitOf } from '../talking/visitTime.ts'
import { advanceRepair } from './advanceRepair.ts'
import type { Given } from './changes.ts'
import { noteCallbackTry } from './noteCallbackTry.ts'
import { words } from './tellResident.ts'
import type { Here } from '../staff/reach.ts'
import { refusal, withOrder } from './withOrder.ts'

export async function moveRepair(
  work: Work,
  act: Extract<Act, { do: 'repair' }>,
  here: Here,
): Promise<readonly Telling[]> {
  return withOrder(work, act.number, here, async (order) => {
    const { actor } = here
    const given = await resolve(work, order, act, here)
    if ('text' in given) return [given.text]
    if (act.event === 'callback_missed') return noteCallbackTry(work, order, actor)
    const event = stepOf(order, act.event, actor)
    const moved = await advanceRepair(work, order, event, actor, given.given)
    if (moved.kind === 'refused') return [refusal(work, order, moved, here)]
    return actor.kind === 'staff' ? staffEcho(moved.order, event) : []
  })
}

/** 返单 of a technician goes to his supervisor first. */
function stepOf(order: RepairOrder, event: RepairEvent, actor: Actor): RepairEvent {
  if (event !== 'return' || actor.kind !== 'staff') return event
  const mayReturn = actor.roles.some((role) => ['eng_supervisor', 'cs', 'cs_supervisor'].includes(role))
  return mayReturn || actor.id !== order.technicianId ? event : 'hand_in'
}

/** Fills in what the words of a command mean: a time, a name, an amount. */
async function resolve(
  work: Work,
  order: RepairOrder,
  act: Extract<Act, { do: 'repair' }>,
  here: Here,
): Promise<{ given: Given } | { text: Telling }> {
  const { do: _do, event, number, means: _means, when, ...args } = act
  if (
    event === 'finish' &&
    order.repairKind === 'in_unit' &&
    args.fen === undefined &&
    args.feePending !== true &&
    order.quote === null
  ) {
    return { text: { text: staffWords.finishFee(number) } }
  }
  if ((event === 'quote' || event === 'requote') && args.fen === undefined) {
    return { text: { text: staffWords.amount(number, event === 'quote' ? '报价' : '变更') } }
  }
  if (event === 'buy_parts' && args.fen === undefined)
    return { text: { text: staffWords.partsAmount(number) } }
  if (event === 'callback_satisfied' && args.rating === undefined)
    return { text: { text: staffWords.callbackHow(number) } }
  if (
    event.startsWith('callback_') &&
    here.actor.kind === 'staff' &&
    args.mode !== 'visit' &&
    isVisitOnly(order)
  ) {
    return { text: { text: staffWords.visitOnly(number) } }
  }
  if (event === 'dispatch' && args.staffId === undefined) {
    const people = await work.staffWith(['technician'])
    const person = people.find(
      (each) => args.staffName !== undefined && args.staffName !== '' && each.name.includes(args.staffName),
    )
    if (person === undefined)
      return { text: { text: `请写明派给谁：${people.map((each) => each.name).join('、')}` } }
    return { given: { ...args, staffId: person.id, staffName: person.name } }
  }
  if (event === 'rebook' || (event === 'buy_parts' && when !== undefined)) {
    const w = words(work, here.language)
    const again = here.actor.kind === 'staff' ? staffWords.rebookWhen(number) : w.rebookHow(number)
    if (when === undefined || when === '') return { text: { text: again } }
    if (saysNow(when)) return { given: { ...args, slot: 'now' } }
    const { zone } = work.book.calendar
    const said = understand(when, { now: work.now, zone, asked: 'time', open: true }).slots.time
    if (said === undefined)
      return event === 'rebook' ? { text: { text: again } } : { given: { ...args, text: when } }
    const verdict = judgeVisit(said, work.now, zone)
    if (verdict === 'past') return { text: { text: w.timePast } }
    if (verdict === 'night') return { text: { text: w.timeNight } }
    const { raw, iso, precision, role } = said
    return { given: { ...args, slot: { said: { raw, iso, precision, role }, ...visitOf(said, zone) } } }
  }
  return { given: args }
}

/** What the staff member who acted sees, where `tellAbout` has not told him already. */
function staffEcho(order: RepairOrder, event: RepairEvent): readonly Telling[] {
  const { number } = order
  switch (event) {
    case 'quote':
    case 'requote':
      return [{ text: staffWords.quoted(number) }]
    case 'dispatch':
      return [{ text: staffWords.dispatched(number, order.technicianName ?? '') }]
    case 'return':
      return [{ text: staffWords.returnedNow(number) }]
    case 'sign':
    case 'refer':
    case 'decline_work':
    case 'callback_satisfied':
    case 'callback_unsatisfied':
    case 'hand_back':
    case 'cancel':
    case 'finish':
      return order.repairKind === 'public' || event !== 'finish' ? [{ text: `${number} 已记录。` }] : []
    default:
      return []
  }
}
