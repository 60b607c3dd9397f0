/** Which of chapter 2's clocks an event starts and stops, and when each rung of their ladders is due. */
import type { RepairClock } from '../../domain/repair/clocks.ts'
import {
  arrivalDue,
  arrivalStart,
  callbackDue,
  completionDue,
  reviewDue,
} from '../../domain/repair/clocks.ts'
import type { RepairEvent } from '../../domain/repair/lifecycle.ts'
import { openRepairStates } from '../../domain/repair/lifecycle.ts'
import type { RepairOrder } from '../../domain/repair/order.ts'
import { arrivalFactsOf } from '../../domain/repair/order.ts'
import type { Rung } from '../../domain/ladder.ts'
import { evenRung, limitRung } from '../../domain/ladder.ts'
import { due } from '../../domain/time/due.ts'
import type { ClockName, Work } from '../store.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Past a limit, not at it: elapsed = limit is still on time. */
const past = 1

export async function runClocks(
  work: Work,
  before: RepairOrder,
  order: RepairOrder,
  event: RepairEvent,
): Promise<void> {
  const { now } = work
  const stop = (...clocks: readonly RepairClock[]) => work.stopClocks(order.id, clocks)
  if (!openRepairStates.includes(order.status)) return work.stopClocks(order.id)

  switch (event) {
    case 'order':
      await startClock(work, order, 'repair.accept', now, new Date(now.getTime() + acceptMs(order)))
      await startArrival(work, order)
      return startCompletion(work, order)
    case 'review':
      return startClock(work, order, 'repair.review', now, reviewDue(now, order.policy))
    case 'quote':
      return stop('repair.review')
    case 'consent':
      if (before.status !== 'quoted') return
      await startClock(work, order, 'repair.accept', now, new Date(now.getTime() + acceptMs(order)))
      await startArrival(work, order)
      return startCompletion(work, order)
    case 'dispatch':
      // A new man has the whole time to accept; a public order's arrival limit runs from the dispatch.
      await startClock(work, order, 'repair.accept', now, new Date(now.getTime() + acceptMs(order)))
      return order.repairKind === 'public' ? startArrival(work, order) : undefined
    case 'accept':
      await stop('repair.accept')
      if (order.policy['repair.arrival.clockStart'] !== 'report' || order.timing === 'appointment')
        await startArrival(work, order)
      return
    case 'hand_back':
      return startClock(work, order, 'repair.accept', now, new Date(now.getTime() + acceptMs(order)))
    case 'arrive':
    case 'parts_ready':
      return stop('repair.arrival')
    case 'no_access':
    case 'not_now':
      await stop('repair.arrival', 'repair.slot')
      return startClock(work, order, 'repair.rebook', now, new Date(now.getTime() + day))
    case 'rebook':
      await stop('repair.rebook', 'repair.arrival', 'repair.slot')
      return startArrival(work, order, now)
    case 'buy_parts':
      return order.slotStart !== null && order.slotStart > now ? startArrival(work, order, now) : undefined
    case 'refer':
      await work.stopClocks(order.id)
      return startClock(work, order, 'repair.vendor', now, new Date(now.getTime() + 7 * day))
    case 'finish':
      return stop('repair.complete', 'repair.slot', 'repair.arrival')
    case 'try_failed':
      return startCompletion(work, order)
    case 'sign':
      return startClock(work, order, 'repair.return', now, due(now, 'same_day', work.book.calendar))
    case 'return':
      await stop('repair.return')
      return startClock(
        work,
        order,
        'repair.callback',
        order.finishedAt ?? now,
        callbackDue(order.finishedAt ?? now, order.policy),
      )
    case 'callback_unsatisfied':
      await stop('repair.callback')
      return startCompletion(work, order)
    case 'refuse_price':
    case 'decline_work':
    case 'requote':
    case 'start':
    case 'rework':
    case 'fix_fee':
    case 'hand_in':
    case 'callback_satisfied':
    case 'callback_missed':
    case 'cancel':
    case 'vendor_outcome':
      return
  }
}

/** The arrival clock; with an appointment also the question at the slot. */
export async function startArrival(work: Work, order: RepairOrder, from?: Date): Promise<void> {
  const facts = arrivalFactsOf(order)
  const limit = arrivalDue(
    from === undefined ? facts : { ...facts, reportedAt: from, acceptedAt: from },
    order.policy,
  )
  if (limit === undefined) return
  const start =
    from ??
    (order.repairKind === 'public' ? (order.dispatchedAt ?? undefined) : arrivalStart(facts, order.policy)) ??
    order.createdAt
  await startClock(work, order, 'repair.arrival', start, limit)
  if (order.slotStart !== null) await startClock(work, order, 'repair.slot', work.now, order.slotStart)
}

/** An agreed extension: the completion limit ends at the new time. */
export async function restartCompletion(work: Work, order: RepairOrder, promisedAt: Date): Promise<void> {
  await startClock(work, order, 'repair.complete', work.now, promisedAt)
}

async function startCompletion(work: Work, order: RepairOrder): Promise<void> {
  const from =
    order.slotStart !== null && order.slotStart > order.createdAt ? order.slotStart : order.createdAt
  const start = order.status === 'rework' || order.status === 'repairing' ? work.now : from
  const limit = completionDue(order.urgency, start, order.policy, work.book.calendar)
  if (limit !== undefined) await startClock(work, order, 'repair.complete', start, limit)
}

function startClock(
  work: Work,
  order: RepairOrder,
  clock: RepairClock,
  startedAt: Date,
  promisedAt: Date,
): Promise<void> {
  return restart(work, order.id, { clock, startedAt, promisedAt }, order)
}

/** A clock of a record begins anew, at the rung that lies ahead; `order` is null for a matter that is no repair. */
export async function restart(
  work: Work,
  recordId: number,
  running: Running,
  order: Pick<RepairOrder, 'policy' | 'slotStart'> | null = null,
): Promise<void> {
  await work.stopClocks(recordId, [running.clock])
  const first = nextRung(order, running, 0, work.now)
  await work.startClock({ recordId, ...running, rung: first.index, dueAt: first.rung.at })
}

function acceptMs(order: RepairOrder): number {
  return order.policy['repair.acceptPingMinutes'] * minute
}

export interface Running {
  readonly clock: ClockName
  readonly startedAt: Date
  readonly promisedAt: Date
}

/** The rung `index` of a running clock; `order` is null for a matter that is no repair. */
export function rungOf(
  order: Pick<RepairOrder, 'policy' | 'slotStart'> | null,
  running: Running,
  index: number,
): Rung {
  const { clock, startedAt, promisedAt } = running
  switch (clock) {
    case 'repair.accept':
      return evenRung(startedAt, promisedAt.getTime() - startedAt.getTime(), index)
    case 'help.acknowledge':
      return evenRung(startedAt, promisedAt.getTime() - startedAt.getTime(), index)
    case 'repair.slot':
    case 'repair.vendor':
    case 'repair.rebook':
      return { at: new Date(promisedAt.getTime() + index * day), kind: 'remind', level: 0 }
    case 'repair.arrival':
      if (order !== null && order.slotStart !== null) return slotRung(order, order.slotStart, index)
      return overdueRung(startedAt, promisedAt, index)
    case 'repair.review':
    case 'repair.complete':
    case 'repair.return':
    case 'repair.callback':
    case 'matter.reply':
    case 'complaint.firstReply':
    case 'complaint.resolve':
    case 'complaint.answer':
    case 'complaint.progress':
    case 'complaint.callback':
      return overdueRung(startedAt, promisedAt, index)
  }
}

function overdueRung(startedAt: Date, promisedAt: Date, index: number): Rung {
  const rung = limitRung(startedAt, promisedAt, index)
  return index < 2 ? rung : { ...rung, at: new Date(rung.at.getTime() + past) }
}

/** An appointment: half an hour before, at the five minutes, past the slot, then as an immediate limit would climb. */
function slotRung(order: Pick<RepairOrder, 'policy'>, slot: Date, index: number): Rung {
  const before = order.policy['repair.arrival.appointment'] * minute
  if (index === 0) return { at: new Date(slot.getTime() - 30 * minute), kind: 'remind', level: 0 }
  if (index === 1) return { at: new Date(slot.getTime() - before), kind: 'remind', level: 0 }
  const step = (order.policy['repair.arrival.immediate'] * minute) / 2
  return { at: new Date(slot.getTime() + past + (index - 2) * step), kind: 'escalate', level: index - 1 }
}

/**
 * The next rung from `index` on that lies ahead; of several that are already past (a clock started late,
 * the house was down) only the last counts, so nobody gets a burst of old reminders.
 */
export function nextRung(
  order: Pick<RepairOrder, 'policy' | 'slotStart'> | null,
  running: Running,
  index: number,
  now: Date,
): { readonly index: number; readonly rung: Rung } {
  let at = index
  while (at < index + 500 && rungOf(order, running, at + 1).at <= now) at += 1
  return { index: at, rung: rungOf(order, running, at) }
}
