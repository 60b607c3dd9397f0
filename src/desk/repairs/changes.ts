/** What each event writes into the work order: pure. */
import { arrivalFactsOf, isFree } from '../../domain/repair/order.ts'
import type { RepairOrder } from '../../domain/repair/order.ts'
import { checkIn } from '../../domain/repair/clocks.ts'
import type { RepairEvent } from '../../domain/repair/lifecycle.ts'
import type { SaidTime } from '../../domain/saidTime.ts'
import type { Actor } from '../../domain/staff.ts'
import type { RepairArgs } from '../act.ts'
import type { TicketPatch } from '../store.ts'

export interface Given extends RepairArgs {
  /** The new visit time, resolved. */
  readonly slot?: { readonly said: SaidTime; readonly start: Date; readonly end: Date | null } | 'now'
}

export function changesOf(
  order: RepairOrder,
  event: RepairEvent,
  actor: Actor,
  given: Given,
  now: Date,
): TicketPatch {
  const staffId = actor.kind === 'staff' ? actor.id : undefined
  switch (event) {
    case 'order':
      return { orderedAt: order.orderedAt ?? now }
    case 'quote':
    case 'requote':
      return {
        quote: { totalFen: given.fen ?? 0, item: given.text, by: staffId ?? 0, at: now.toISOString() },
        consentedAt: null,
        ...(event === 'requote' && given.text !== undefined ? { actualItem: given.text } : {}),
      }
    case 'consent':
      return { consentedAt: now }
    case 'dispatch':
      return { dispatchedAt: now, technicianId: given.staffId ?? null, receivedAt: null, acceptedAt: null }
    case 'accept':
      return {
        acceptedAt: now,
        technicianId: staffId ?? order.technicianId,
        dispatchedAt: order.dispatchedAt ?? now,
      }
    case 'hand_back':
      return { technicianId: null, acceptedAt: null, receivedAt: null }
    case 'arrive':
      return { arrivedAt: now, checkIn: checkIn(now, arrivalFactsOf(order), order.policy) }
    case 'rebook':
      return rebooked(given, now)
    case 'start':
    case 'rework':
      return event === 'rework' ? { reworks: order.reworks + 1, satisfaction: null } : {}
    case 'buy_parts':
      return {
        materials: { source: 'office', priceFen: given.fen, note: given.text },
        ...(given.slot === undefined ? {} : rebooked(given, now)),
      }
    case 'finish':
      return { finishedAt: now, work: given.text ?? order.work, ...fee(order, given) }
    case 'refuse_price':
      return {
        notRepairedReason: given.text ?? '住户不同意价格',
        reasonSigned: staffId === undefined ? [] : [staffId],
      }
    case 'decline_work':
      return { notRepairedReason: given.text ?? '' }
    case 'sign':
      return {
        signedAt: now,
        copies:
          order.repairKind === 'public'
            ? { 1: 'cs', 2: 'engineering' }
            : { 1: 'technician', 2: 'engineering', 3: 'resident' },
        ...(given.text === undefined ? {} : { opinion: given.text }),
      }
    case 'hand_in':
      return { copies: { ...order.copies, 1: 'eng_supervisor' } }
    case 'return':
      return { returnedAt: now, copies: { ...order.copies, 1: isFree(order) ? 'cs' : 'finance' } }
    case 'callback_satisfied':
    case 'callback_unsatisfied':
      return {
        satisfaction: given.rating ?? (event === 'callback_satisfied' ? 's' : 'u'),
        callback: {
          mode: given.mode ?? 'chat',
          by: staffId ?? 'resident',
          at: now.toISOString(),
          rating: given.rating ?? (event === 'callback_satisfied' ? 's' : 'u'),
          remark: given.text,
        },
      }
    case 'callback_missed':
      return { unreached: true }
    case 'review':
    case 'refer':
    case 'no_access':
    case 'not_now':
    case 'parts_ready':
    case 'try_failed':
    case 'fix_fee':
    case 'cancel':
    case 'vendor_outcome':
      return {}
  }
}

function rebooked(given: Given, _now: Date): TicketPatch {
  if (given.slot === undefined) return {}
  if (given.slot === 'now')
    return { timing: 'immediate', slotStart: null, slotEnd: null, time: null, arrivedAt: null, checkIn: null }
  const { said, start, end } = given.slot
  return { timing: 'appointment', slotStart: start, slotEnd: end, time: said, arrivedAt: null, checkIn: null }
}

function fee(order: RepairOrder, given: Given): TicketPatch {
  if (isFree(order)) return { feeState: 'none' }
  if (given.feePending === true) return { feeState: 'undetermined' }
  const fen = given.fen ?? order.quote?.totalFen
  return fen === undefined ? {} : { feeState: 'fixed', feeFen: fen }
}
