/**
 * The promises of chapter 2 as pure arithmetic: when somebody must have accepted, arrived, answered,
 * finished, called back. Nothing here asks the time; every limit is inclusive.
 */
import type { Policy } from '../policy.ts'
import type { EstateCalendar } from '../time/calendar.ts'
import { due } from '../time/due.ts'
import type { RepairKind } from './lifecycle.ts'
import type { Urgency } from './urgency.ts'

export const repairClocks = [
  'repair.accept',
  'repair.review',
  'repair.arrival',
  'repair.slot',
  'repair.complete',
  'repair.return',
  'repair.callback',
  'repair.rebook',
  'repair.vendor',
] as const
export type RepairClock = (typeof repairClocks)[number]

const minute = 60_000

export interface ArrivalFacts {
  readonly kind: RepairKind
  readonly urgency: Urgency
  /** Start of the agreed slot; absent for an immediate repair. */
  readonly slotStart?: Date
  readonly reportedAt: Date
  /** When the technician had the ticket in hand (the ping was delivered). */
  readonly receivedAt?: Date
  readonly dispatchedAt?: Date
  readonly acceptedAt?: Date
  /** When the resident accepted an off-catalogue price: the limit runs from then. */
  readonly consentedAt?: Date
}

/**
 * The last moment at which an arrival is on time (R-2.15… ), or undefined while the event the
 * limit counts from has not happened.
 */
export function arrivalDue(facts: ArrivalFacts, policy: Policy): Date | undefined {
  if (facts.slotStart !== undefined) return facts.slotStart
  if (facts.kind === 'public') return publicArrivalDue(facts, policy)
  const limit = minutesToArrive(facts.urgency, policy) * minute
  const start = arrivalStart(facts, policy)
  return start === undefined ? undefined : new Date(start.getTime() + limit)
}

function minutesToArrive(urgency: Urgency, policy: Policy): number {
  return urgency === 'urgent' ? policy['repair.arrival.urgent'] : policy['repair.arrival.immediate']
}

/** What an in-unit limit counts from; undefined while it has not happened. */
export function arrivalStart(facts: ArrivalFacts, policy: Policy): Date | undefined {
  if (facts.consentedAt !== undefined) return facts.consentedAt
  switch (policy['repair.arrival.clockStart']) {
    case 'report':
      return facts.reportedAt
    case 'acceptance':
      return facts.acceptedAt
    case 'ticket_received':
      return facts.receivedAt ?? facts.acceptedAt
  }
}

/** Ten minutes from the dispatch, never later than the cap from the report (R-2.17, EX-2.3). */
function publicArrivalDue(facts: ArrivalFacts, policy: Policy): Date {
  const cap = facts.reportedAt.getTime() + policy['repair.arrival.publicCap'] * minute
  if (facts.dispatchedAt === undefined) return new Date(cap)
  return new Date(Math.min(facts.dispatchedAt.getTime() + policy['repair.arrival.public'] * minute, cap))
}

export type CheckIn = 'on_time' | 'late_prep' | 'overdue'

/** How an arrival counts: after the slot start it is overdue, shortly before it is late preparation. */
export function checkIn(arrivedAt: Date, facts: ArrivalFacts, policy: Policy): CheckIn {
  const limit = arrivalDue(facts, policy)
  if (limit === undefined || arrivedAt <= limit) {
    if (facts.slotStart === undefined) return 'on_time'
    const prepared = facts.slotStart.getTime() - policy['repair.arrival.appointment'] * minute
    return arrivedAt.getTime() <= prepared ? 'on_time' : 'late_prep'
  }
  return 'overdue'
}

/** When the work must be finished; undefined for an urgent one, which goes on until it is fixed. */
export function completionDue(
  urgency: Urgency,
  start: Date,
  policy: Policy,
  calendar: EstateCalendar,
): Date | undefined {
  if (urgency === 'urgent') return undefined
  if (urgency === 'minor') return due(start, 'same_day', calendar)
  return due(start, { days: policy['repair.complete.general'] }, calendar)
}

export function callbackDue(finishedAt: Date, policy: Policy): Date {
  return new Date(finishedAt.getTime() + policy['repair.callback.within'] * 60 * minute)
}

export function reviewDue(receivedAt: Date, policy: Policy): Date {
  return new Date(receivedAt.getTime() + policy['repair.reviewMin'] * minute)
}
