/** Does what a button or a command asks, for whoever pressed or wrote it: residents and staff alike. */
import type { Refusal } from '../../domain/lifecycle.ts'
import type { RepairOrder } from '../../domain/repair/order.ts'
import type { Actor } from '../../domain/staff.ts'
import { roleNames } from '../../domain/staff.ts'
import { staffWords } from '../../wording/index.ts'
import { understand } from '../../language/index.ts'
import type { Act } from '../act.ts'
import type { ClockName, Telling, Work } from '../store.ts'
import { advanceRepair } from '../repairs/advanceRepair.ts'
import type { Given } from '../repairs/changes.ts'
import { orderCard } from '../repairs/describe.ts'
import { tellTechnician } from '../repairs/tellAbout.ts'
import { tellResident, words } from '../repairs/tellResident.ts'
import { openRepairStates } from '../../domain/repair/lifecycle.ts'
import { isVisitOnly } from '../../domain/repair/visitOnly.ts'
import { restartCompletion } from '../repairs/runClocks.ts'
import { judgeVisit, visitOf } from '../talking/visitTime.ts'
import { saysNow } from '../../machines/fill.ts'
import { anotherChannel } from '../identity/anotherChannel.ts'
import { decideClaim } from '../identity/claimRoom.ts'
import { replyToResident, moveHelp } from '../help/helpRequests.ts'
import { fileOnBehalf } from '../repairs/fileOnBehalf.ts'
import { proposeFee } from '../repairs/proposeFee.ts'
import { noteCallbackTry } from '../repairs/noteCallbackTry.ts'
import { onDuty, ping } from './pingStaff.ts'
import type { Language } from '../../domain/matter.ts'

export interface Here {
  readonly actor: Actor
  readonly conversationId: number
  /** A group sees no unit, phone or words of a resident. */
  readonly isPrivate: boolean
  readonly language: Language
}

export async function performAct(work: Work, act: Act, here: Here): Promise<readonly Telling[]> {
  const { actor } = here
  switch (act.do) {
    case 'say':
      return []
    case 'repair':
      return performRepair(work, act, here)
    case 'arrived':
      return arrivedAnswer(work, act, here)
    case 'help':
      return moveHelp(work, act.number, act.event, actor, act.typed === true)
    case 'reply':
      return replyToResident(work, act.number, act.text, actor)
    case 'binding':
      return decideClaim(work, act.request, act.approve, here)
    case 'due':
      return actor.kind === 'staff' ? [await dueList(work, actor, here.isPrivate)] : []
    case 'ack':
      return acknowledge(work, act.number, act.clock as ClockName, actor)
    case 'vendor':
      return vendorOutcome(work, act, here)
    case 'up':
      return raise(work, act.number, act.reason, actor)
    case 'extend':
      return extend(work, act.number, act.reason, actor)
    case 'show': {
      const order = await work.repair({ number: act.number })
      if (order === undefined || actor.kind !== 'staff') return [{ text: staffWords.notFound(act.number) }]
      if (!mayRead(actor, order)) return [{ text: staffWords.notFound(act.number) }]
      if (!here.isPrivate) return [{ text: staffWords.groupOrder(order.number, '', '') }]
      return [{ text: `${orderCard(work, order)}\n${words(work, 'zh-Hans').stateName(order.status)}` }]
    }
    case 'materials':
      return withOrder(work, act.number, here, async (order) => {
        if (act.check === undefined) return [{ text: staffWords.checkHow(order.number) }]
        await work.changeRepair(order, {
          materials: { source: 'resident', check: act.check, note: act.note },
        })
        await work.addEvent({
          recordId: order.id,
          event: 'materials',
          from: null,
          to: null,
          actor,
          payload: { check: act.check },
        })
        return [{ text: staffWords.materialsKept(order.number) }]
      })
    case 'fee':
      return withOrder(work, act.number, here, async (order) => {
        if (act.fen === undefined) return [{ text: staffWords.amount(order.number, '定价') }]
        return proposeFee(work, order, act.fen, actor)
      })
    case 'sign_reason':
      return withOrder(work, act.number, here, async (order) => {
        if (actor.kind !== 'staff') return []
        if (order.notRepairedReason === null) return [{ text: staffWords.nothingToSign(order.number) }]
        const reasonSigned = [...new Set([...order.reasonSigned, actor.id])]
        await work.changeRepair(order, { reasonSigned })
        await work.addEvent({ recordId: order.id, event: 'sign_reason', from: null, to: null, actor })
        return [{ text: `${order.number} 已签字。` }]
      })
    case 'on_behalf':
      return fileOnBehalf(work, act.text, here)
    case 'own_code':
      return [
        { text: here.isPrivate ? await anotherChannel(work, actor, here.language) : staffWords.unknown },
      ]
    case 'help_words':
      return [{ text: staffWords.help }]
  }
}

async function performRepair(
  work: Work,
  act: Extract<Act, { do: 'repair' }>,
  here: Here,
): Promise<readonly Telling[]> {
  return withOrder(work, act.number, here, async (order) => {
    const { actor } = here
    const given = await resolve(work, order, act, here)
    if ('text' in given) return [given.text]
    if (act.event === 'callback_missed') return noteCallbackTry(work, order, actor)
    const moved = await advanceRepair(work, order, act.event, actor, given.given)
    if (moved.kind === 'refused') return [refusal(work, order, moved, here)]
    return actor.kind === 'staff' ? staffEcho(moved.order, act) : []
  })
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

/** Who has no task on the order does not read it; a technician reads what is his, or nobody's yet. */
function mayRead(actor: Actor, order: RepairOrder): boolean {
  if (actor.kind !== 'staff' || actor.roles.some((role) => role !== 'technician')) return true
  return order.technicianId === actor.id || (order.technicianId === null && order.status === 'dispatching')
}

/** Residents only reach their own orders; another one's number answers like one that does not exist. */
async function withOrder(
  work: Work,
  number: string,
  here: Here,
  then: (order: RepairOrder) => Promise<readonly Telling[]>,
): Promise<readonly Telling[]> {
  const order = await work.repair({ number })
  const { actor } = here
  const own =
    order !== undefined &&
    (actor.kind !== 'resident' ||
      order.conversationId === here.conversationId ||
      (actor.id !== null && order.personId === actor.id))
  if (!own) {
    return [
      {
        text:
          actor.kind === 'staff' ? staffWords.notFound(number) : words(work, here.language).notFound(number),
      },
    ]
  }
  return then(order)
}

export function refusal(work: Work, order: RepairOrder, refused: Refusal, here: Here): Telling {
  const w = words(work, here.language)
  if (here.actor.kind !== 'staff') return { text: w.notNow(order.number, w.stateName(order.status)) }
  const zh = words(work, 'zh-Hans')
  switch (refused.because) {
    case 'not_now':
      if (
        order.status === 'accepted' &&
        order.technicianName !== null &&
        here.actor.id !== order.technicianId
      ) {
        return { text: staffWords.alreadyTaken(order.number, order.technicianName) }
      }
      return { text: staffWords.notNow(order.number, zh.stateName(order.status)) }
    case 'not_you':
      return {
        text: staffWords.notYou(
          [...new Set(refused.who)]
            .map((who) => (who === 'resident' ? '住户' : who === 'house' ? '系统' : roleNames[who]))
            .join('、'),
        ),
      }
    case 'missing':
      return {
        text:
          staffWords.missing[refused.guard] ?? staffWords.notNow(order.number, zh.stateName(order.status)),
      }
  }
}

/** What the staff member who acted sees, where `tellAbout` has not told him already. */
function staffEcho(order: RepairOrder, act: Extract<Act, { do: 'repair' }>): readonly Telling[] {
  const { number } = order
  switch (act.event) {
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
      return order.repairKind === 'public' || act.event !== 'finish' ? [{ text: `${number} 已记录。` }] : []
    default:
      return []
  }
}

async function arrivedAnswer(
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

/** In a group only numbers and states: the residents' words stay private (R-15.20). */
async function dueList(
  work: Work,
  actor: Extract<Actor, { kind: 'staff' }>,
  isPrivate: boolean,
): Promise<Telling> {
  const w = words(work, 'zh-Hans')
  const lines = await work.openOrdersFor(actor)
  return {
    text: staffWords.due(
      lines.map((line) =>
        staffWords.dueLine(
          line.number,
          isPrivate ? line.description.slice(0, 20) : '',
          w.stateName(line.status),
          line.promisedAt === null ? '' : w.moment(line.promisedAt),
        ),
      ),
    ),
  }
}

/** One level up, with the reason. */
async function raise(work: Work, number: string, reason: string, actor: Actor): Promise<readonly Telling[]> {
  if (actor.kind !== 'staff') return []
  if (reason === '') return [{ text: staffWords.upNeedsReason }]
  const order = await work.repair({ number })
  if (order === undefined) return [{ text: staffWords.notFound(number) }]
  await work.addEvent({ recordId: order.id, event: 'up', from: null, to: null, actor, payload: { reason } })
  const up = actor.roles.includes('technician')
    ? (['eng_supervisor'] as const)
    : (['director', 'property_manager'] as const)
  await ping(work, await onDuty(work, up, { atAnyHour: true }), {
    recordId: order.id,
    what: { text: staffWords.raised(number, actor.name, reason) },
  })
  return [{ text: staffWords.upDone(number) }]
}

/** An extension needs a reason and an agreed new time; the resident hears that time (13.3). */
async function extend(work: Work, number: string, reason: string, actor: Actor): Promise<readonly Telling[]> {
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

/** The ladder of this clock climbs no further: it has an owner, who is reminded daily until the step is done. */
async function acknowledge(
  work: Work,
  number: string,
  clock: ClockName,
  actor: Actor,
): Promise<readonly Telling[]> {
  const order = await work.repair({ number })
  if (order === undefined || actor.kind !== 'staff') return [{ text: staffWords.notFound(number) }]
  const promisedAt = await work.promised(order.id, clock)
  if (promisedAt === undefined)
    return [{ text: staffWords.notNow(number, words(work, 'zh-Hans').stateName(order.status)) }]
  await work.stopClocks(order.id, [clock])
  const dueAt = new Date(work.now.getTime() + 24 * 3_600_000)
  await work.startClock({
    recordId: order.id,
    clock,
    rung: 0,
    startedAt: new Date(promisedAt.getTime() - 1),
    promisedAt,
    dueAt,
  })
  await work.addEvent({
    recordId: order.id,
    event: 'acknowledge',
    from: null,
    to: null,
    actor,
    payload: { clock },
  })
  return [{ text: staffWords.acknowledged(number) }]
}

async function vendorOutcome(
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
