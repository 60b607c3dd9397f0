/** The life of a complaint (rulebook 3.3), as one table. */
import type { Transition } from '../lifecycle.ts'
import type { StaffRole } from '../staff.ts'
import { staffRoles } from '../staff.ts'

export const complaintStates = [
  'logged',
  'to_classify',
  'collective',
  'contacting',
  'referred',
  'explaining',
  'investigating',
  'acting',
  'answer_ready',
  'replied',
  'closed',
  'closed_superseded',
  'withdrawn',
] as const
export type ComplaintState = (typeof complaintStates)[number]

export const complaintEvents = [
  'pass_on',
  'solve_on_spot',
  'gather',
  'classify_valid',
  'classify_assist',
  'classify_invalid',
  'agree',
  'measures',
  'result',
  'progress',
  'answer',
  'satisfied',
  'dissatisfied',
  'callback_missed',
  'withdraw',
] as const
export type ComplaintEvent = (typeof complaintEvents)[number]

/** Who caused it and who can mend it (3.1). */
export const validities = ['valid', 'assist', 'invalid'] as const
export type Validity = (typeof validities)[number]
export const severities = ['major', 'important', 'minor'] as const
export type Severity = (typeof severities)[number]

/** What the guards look at. */
export interface ComplaintFacts {
  readonly severitySet: boolean
  /** A collective complaint is answered by a visit. */
  readonly byVisit: boolean
  readonly collective: boolean
  /** Callback attempts on different days. */
  readonly callbackDays: number
}

export const openComplaintStates: readonly ComplaintState[] = complaintStates.filter(
  (state) => !['closed', 'closed_superseded', 'withdrawn'].includes(state),
)

const supervisors = ['cs_supervisor', 'cs_manager', 'director'] as const
const handlers: readonly StaffRole[] = staffRoles.filter((role) => role !== 'technician')
const early: readonly ComplaintState[] = ['logged', 'to_classify']
const inHand: readonly ComplaintState[] = [
  'contacting',
  'investigating',
  'acting',
  'answer_ready',
  'referred',
  'explaining',
  'collective',
]
const visit = {
  name: 'visit',
  holds: (facts: ComplaintFacts) => !facts.collective || facts.byVisit,
}

export const complaintLifecycle: readonly Transition<ComplaintState, ComplaintEvent, ComplaintFacts>[] = [
  { from: ['logged'], event: 'pass_on', to: 'to_classify', who: [...handlers, 'house'] },
  { from: ['logged'], event: 'solve_on_spot', to: 'replied', who: handlers },
  { from: [...early, 'contacting'], event: 'gather', to: 'collective', who: [...supervisors, 'house'] },
  {
    from: [...early, 'contacting', 'referred', 'explaining'],
    event: 'classify_valid',
    to: 'contacting',
    who: supervisors,
    guard: { name: 'severity', holds: (facts) => facts.severitySet },
  },
  {
    from: [...early, 'contacting', 'referred', 'explaining'],
    event: 'classify_assist',
    to: 'referred',
    who: supervisors,
  },
  {
    from: [...early, 'contacting', 'referred', 'explaining'],
    event: 'classify_invalid',
    to: 'explaining',
    who: supervisors,
  },
  {
    from: ['contacting', 'collective', 'investigating'],
    event: 'agree',
    to: 'investigating',
    who: supervisors,
  },
  { from: ['investigating'], event: 'measures', to: 'acting', who: ['dept_head', ...supervisors] },
  { from: ['acting'], event: 'result', to: 'answer_ready', who: ['dept_head', ...supervisors] },
  { from: ['referred'], event: 'progress', to: 'referred', who: handlers },
  {
    from: inHand,
    event: 'answer',
    to: 'replied',
    who: ['cs', 'dept_head', ...supervisors],
    guard: visit,
  },
  { from: ['replied'], event: 'satisfied', to: 'closed', who: ['resident', 'cs', ...supervisors] },
  {
    from: ['replied'],
    event: 'dissatisfied',
    to: 'closed_superseded',
    who: ['resident', 'cs', ...supervisors],
  },
  {
    from: ['replied'],
    event: 'callback_missed',
    to: 'closed',
    who: ['cs', ...supervisors, 'house'],
    guard: { name: 'three_days', holds: (facts) => facts.callbackDays >= 3 },
  },
  { from: early, event: 'withdraw', to: 'withdrawn', who: ['resident'] },
]
