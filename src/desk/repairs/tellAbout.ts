/** Who hears what after each event of a repair: the resident at every step that concerns them, the staff whose turn it is. */
import type { RepairEvent } from '../../domain/repair/lifecycle.ts'
import type { RepairOrder } from '../../domain/repair/order.ts'
import { isFree } from '../../domain/repair/order.ts'
import { arrivalDue } from '../../domain/repair/clocks.ts'
import { arrivalFactsOf } from '../../domain/repair/order.ts'
import type { Actor } from '../../domain/staff.ts'
import { staffWords, yuan } from '../../wording/index.ts'
import type { Choosable, Telling, Work } from '../store.ts'
import { onDuty, ping } from '../staff/pingStaff.ts'
import type { Given } from './changes.ts'
import { whereOf } from './describe.ts'
import { askCallback } from './askCallback.ts'
import { dispatchOrder, offerOrder } from './dispatchOrder.ts'
import { tellTechnician } from './tellTechnician.ts'
import type { InWords } from './tellResident.ts'
import { tellResident, words } from './tellResident.ts'

export interface Change {
  readonly before: RepairOrder
  readonly order: RepairOrder
  readonly event: RepairEvent
  readonly actor: Actor
  readonly given: Given
}

export async function tellAbout(work: Work, change: Change): Promise<void> {
  const { order, before, given } = change
  const { number } = order
  const resident = (say: (w: InWords) => Telling, kind: 'follow' | 'receipt' = 'follow') =>
    tellResident(work, order, say, { kind })
  /** A question with buttons; the words of an answer count as well as a press. */
  const ask = (name: string, say: (w: InWords) => Telling) =>
    tellResident(work, order, say, { kind: 'receipt', question: `${name}:${order.id}` })
  const technician = (what: Telling) => tellTechnician(work, order, what)
  const engineering = async (what: Telling) =>
    void (await ping(work, await work.staffWith(['eng_supervisor']), { recordId: order.id, what }))

  // Whatever was asked or offered about the old state is over.
  if (before.status !== order.status) await work.spendButtons({ recordId: order.id })

  switch (change.event) {
    case 'order':
      return dispatchOrder(work, order)
    case 'review':
      await ping(work, await onDuty(work, ['eng_supervisor'], { atAnyHour: true }), {
        recordId: order.id,
        what: {
          text: staffWords.review({
            number,
            room: whereOf(order),
            what: order.description,
            due: words(work, 'zh-Hans').moment((await work.promised(order.id, 'repair.review')) ?? work.now),
          }),
        },
      })
      return
    case 'quote':
      return ask('consent', (w) => ({
        text: w.quote(number, yuan(given.fen ?? 0), given.text ?? ''),
        choices: consentChoices(w, number),
      }))
    case 'requote':
      return ask('consent', (w) => ({
        text: w.requote(number, yuan(given.fen ?? 0), given.text ?? ''),
        choices: consentChoices(w, number),
      }))
    case 'consent':
      await resident((w) => ({ text: w.consented(number) }))
      if (before.status === 'quoted') return dispatchOrder(work, order)
      return technician({
        text: staffWords.consented(number),
        choices: [{ label: staffWords.finish, act: { do: 'repair', event: 'finish', number } }],
      })
    case 'refuse_price':
      await resident((w) => ({ text: w.priceRefused(number) }))
      if (before.technicianId !== null) await technician({ text: staffWords.refused(number) })
      return engineering({ text: staffWords.refused(number) })
    case 'dispatch':
      if (before.technicianId !== null && before.technicianId !== order.technicianId) {
        await tellTechnician(work, before, { text: staffWords.takenAway(number, order.technicianName ?? '') })
      }
      return offerOrder(work, order, given.staffId ?? null)
    case 'accept': {
      const due = arrivalDue(arrivalFactsOf(order), order.policy)
      await resident((w) => ({
        text: w.accepted(
          number,
          order.technicianName ?? '',
          order.timing === 'appointment'
            ? w.promiseSlot(w.slot(order))
            : due === undefined
              ? ''
              : w.promiseArrival(w.moment(due)),
        ),
      }))
      return technician({
        text: staffWords.accepted(
          number,
          order.timing === 'appointment'
            ? words(work, 'zh-Hans').slot(order)
            : due === undefined
              ? ''
              : words(work, 'zh-Hans').moment(due),
        ),
        choices: [{ label: staffWords.arrive, act: { do: 'repair', event: 'arrive', number } }],
      })
    }
    case 'hand_back':
      await resident((w) => ({ text: w.handedBack(number) }))
      return dispatchOrder(work, order, before.technicianId ?? undefined)
    case 'arrive':
    case 'parts_ready':
      return arrived(work, order, technician, ask)
    case 'no_access':
      await ask('rebook', (w) => ({ text: w.noAccess(number), choices: rebookChoices(w, number) }))
      return technician({ text: staffWords.noAccessDone(number) })
    case 'not_now':
      await ask('rebook', (w) => ({ text: w.rescheduling(number), choices: rebookChoices(w, number) }))
      // The office is told at once.
      return void (await ping(work, await onDuty(work, ['cs', 'front_desk']), {
        recordId: order.id,
        what: { text: `${number} 住户现在不方便，正在改约。` },
      }))
    case 'rebook':
      await resident(
        (w) => ({ text: w.rebooked(number, order.timing === 'immediate' ? w.asap : w.slot(order)) }),
        'receipt',
      )
      return technician({
        text: staffWords.rebooked(
          number,
          order.timing === 'immediate' ? '尽快' : words(work, 'zh-Hans').slot(order),
        ),
        choices: [{ label: staffWords.arrive, act: { do: 'repair', event: 'arrive', number } }],
      })
    case 'start':
      await resident((w) => ({ text: w.started(number) }))
      return technician({
        text: staffWords.started(number),
        choices: [{ label: staffWords.finish, act: { do: 'repair', event: 'finish', number } }],
      })
    case 'rework':
      await resident((w) => ({ text: w.reworkOn(number) }))
      return technician({ text: staffWords.started(number) })
    case 'buy_parts':
      await resident((w) => ({
        text: w.parts(
          number,
          given.fen === undefined ? '' : yuan(given.fen),
          given.slot === undefined ? '' : w.slot(order),
        ),
      }))
      return technician({ text: staffWords.partsDone(number) })
    case 'finish':
      if (order.repairKind === 'public') {
        return void (await ping(work, await work.staffWith(['eng_supervisor']), {
          recordId: order.id,
          what: {
            text: staffWords.askSign(number, whereOf(order)),
            choices: [{ label: staffWords.sign, act: { do: 'repair', event: 'sign', number } }],
          },
        }))
      }
      await technician({ text: staffWords.finished(number) })
      return ask('signoff', (w) => ({
        text: w.finished(number, feeWords(w, order)),
        choices: [
          { label: w.works, act: { do: 'repair', event: 'sign', number, means: 'yes' } },
          { label: w.stillBroken, act: { do: 'repair', event: 'try_failed', number, means: 'no' } },
        ],
      }))
    case 'try_failed':
      await resident((w) => ({ text: w.backToWork(number) }))
      return technician({
        text: staffWords.tryFailed(number),
        choices: [{ label: staffWords.finish, act: { do: 'repair', event: 'finish', number } }],
      })
    case 'sign':
      if (order.repairKind === 'public') {
        await resident((w) => ({ text: w.publicDone(number) }))
        return engineering({ text: staffWords.signedPublic(number), choices: returnChoice(number) })
      }
      await resident((w) => ({ text: w.signed(number) }))
      return technician({ text: staffWords.signedOff(number), choices: returnChoice(number) })
    case 'hand_in': {
      // The supervisor reviews it; in an office without one customer service does.
      const supervisors = await work.staffWith(['eng_supervisor'])
      const reviewers = supervisors.length > 0 ? supervisors : await work.staffWith(['cs_supervisor', 'cs'])
      await ping(work, reviewers, {
        recordId: order.id,
        what: {
          text: staffWords.toReview({
            number,
            room: whereOf(order),
            work: order.work ?? order.description,
            fee: feeWords(words(work, 'zh-Hans'), order),
          }),
          choices: returnChoice(number),
        },
      })
      return technician({ text: staffWords.handedIn(number) })
    }
    case 'fix_fee':
      return resident((w) => ({ text: w.feeFixed(number, yuan(order.feeFen ?? 0)) }))
    case 'return':
      if (!isFree(order)) {
        const fee = feeWords(words(work, 'zh-Hans'), order)
        const what = { text: staffWords.toFinance(number, whereOf(order), fee) }
        await ping(work, await work.staffWith(['finance']), { recordId: order.id, what })
      }
      return askCallback(work, order)
    case 'callback_satisfied':
      return resident((w) => ({ text: w.callbackThanks }))
    case 'callback_unsatisfied': {
      await resident((w) => ({ text: w.callbackSorry(number) }))
      const people = await work.staffWith(['cs', 'cs_supervisor', 'eng_supervisor'])
      await ping(work, people, { recordId: order.id, what: { text: staffWords.rework(number) } })
      return technician({ text: staffWords.rework(number) })
    }
    case 'refer': {
      const vendor = work.book.vendors.find((each) => each.category === order.category)
      return resident((w) => ({ text: w.vendor(number, vendor?.name ?? '', vendor?.phone ?? '') }))
    }
    case 'decline_work':
      return resident((w) => ({ text: w.notRepaired(number, given.text ?? '') }))
    case 'cancel':
      await resident((w) => ({ text: w.cancelled(number) }), 'receipt')
      return technician({ text: staffWords.cancelled(number) })
    case 'callback_missed':
    case 'vendor_outcome':
      return
  }
}

/** The price is shown and agreed before the work; what is free or already agreed can begin. */
async function arrived(
  work: Work,
  order: RepairOrder,
  technician: (what: Telling) => Promise<void>,
  ask: (name: string, say: (w: InWords) => Telling) => Promise<void>,
): Promise<void> {
  const { number } = order
  const others: Choosable[] = [
    { label: staffWords.noAccess, act: { do: 'repair', event: 'no_access', number } },
  ]
  const start: Choosable = { label: staffWords.start, act: { do: 'repair', event: 'start', number } }
  await tellResident(work, order, (w) => ({ text: w.arrived(number, order.technicianName ?? '') }), {
    kind: 'follow',
    evenAtNight: order.urgency === 'urgent',
  })
  if (isFree(order) || order.consentedAt !== null) {
    const text = isFree(order) ? staffWords.arrivedFree(number) : staffWords.arrivedAgreed(number)
    return technician({ text, choices: [start, ...others] })
  }
  const standard = work.book.catalogue.find((item) => item.id === order.catalogueId)?.standard ?? ''
  await ask('consent', (w) => ({ text: w.feeQuestion(number, standard), choices: consentChoices(w, number) }))
  return technician({ text: staffWords.arrivedCharge(number), choices: others })
}

function consentChoices(w: InWords, number: string): readonly Choosable[] {
  return [
    { label: w.agree, act: { do: 'repair', event: 'consent', number, means: 'yes' } },
    { label: w.disagree, act: { do: 'repair', event: 'refuse_price', number, means: 'no' } },
  ]
}

function rebookChoices(w: InWords, number: string): readonly Choosable[] {
  return [{ label: w.asap, act: { do: 'repair', event: 'rebook', number, when: '尽快' } }]
}

/** 返单: pressed by the technician it hands the order in, by the supervisor it returns it. */
function returnChoice(number: string): readonly Choosable[] {
  return [{ label: staffWords.returned, act: { do: 'repair', event: 'return', number } }]
}

function feeWords(w: InWords, order: RepairOrder): string {
  if (order.feeState === 'undetermined') return w.feePending
  return order.feeFen === null || isFree(order) ? '' : w.feeIs(yuan(order.feeFen))
}
