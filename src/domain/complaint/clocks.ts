/**
 * The promises of chapter 3 as pure arithmetic: first contact, completion, explanation, callback. Hours run
 * on the wall, day and night; working days by the estate's calendar.
 */
import type { Limit, Policy } from '../policy.ts'
import type { EstateCalendar } from '../time/calendar.ts'
import { due } from '../time/due.ts'
import type { Severity, Validity } from './lifecycle.ts'

export const complaintClocks = [
  'complaint.firstReply',
  'complaint.resolve',
  'complaint.answer',
  'complaint.progress',
  'complaint.callback',
] as const
export type ComplaintClock = (typeof complaintClocks)[number]

export interface ComplaintClass {
  readonly validity?: Validity
  readonly severity?: Severity
}

/** When the complainant must have heard from us; before it is classified, as if valid. */
export function firstReplyDue(
  receivedAt: Date,
  { validity, severity }: ComplaintClass,
  policy: Policy,
  calendar: EstateCalendar,
): Date {
  const key =
    validity === 'invalid'
      ? 'complaint.invalid.reply'
      : (`complaint.firstReply.${severity ?? 'minor'}` as const)
  return due(receivedAt, amountOf(policy[key]), calendar)
}

/** When it must be finished. */
export function resolveDue(
  receivedAt: Date,
  severity: Severity,
  policy: Policy,
  calendar: EstateCalendar,
): Date {
  return due(receivedAt, amountOf(policy[`complaint.resolve.${severity}`]), calendar)
}

/** Every complaint is called back within this of being handled. */
export function complaintCallbackDue(handledAt: Date, policy: Policy, calendar: EstateCalendar): Date {
  return due(handledAt, amountOf(policy['complaint.callback.within']), calendar)
}

/** The next word to a resident whose matter another party has to solve. */
export function progressDue(from: Date, policy: Policy, calendar: EstateCalendar): Date {
  return due(from, amountOf(policy['complaint.assist.progress']), calendar)
}

function amountOf(limit: Limit) {
  return 'workingDays' in limit ? { workingDays: limit.workingDays } : { hours: limit.hours }
}
