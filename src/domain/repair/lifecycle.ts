/** The life of a repair work order (rulebook 2.3), as one table. */
import type { Transition } from '../lifecycle.ts'

export const repairStates = [
  'logged',
  'reviewing',
  'quoted',
  'dispatching',
  'accepted',
  'on_site',
  'no_access',
  'rescheduling',
  'requoting',
  'repairing',
  'awaiting_materials',
  'awaiting_signoff',
  'signed_off',
  'returned',
  'rework',
  'vendor_referred',
  'closed',
  'closed_not_repaired',
  'cancelled',
] as const
export type RepairState = (typeof repairStates)[number]

export const repairEvents = [
  'order',
  'review',
  'quote',
  'refer',
  'decline_work',
  'consent',
  'refuse_price',
  'dispatch',
  'accept',
  'hand_back',
  'arrive',
  'no_access',
  'not_now',
  'rebook',
  'requote',
  'start',
  'buy_parts',
  'parts_ready',
  'finish',
  'try_failed',
  'sign',
  'fix_fee',
  'hand_in',
  'return',
  'callback_satisfied',
  'callback_unsatisfied',
  'callback_missed',
  'rework',
  'cancel',
  'vendor_outcome',
] as const
export type RepairEvent = (typeof repairEvents)[number]

/** What the guards look at. */
export interface RepairFacts {
  readonly kind: RepairKind
  readonly inCatalogue: boolean
  readonly vendorListed: boolean
  /** The resident agreed to the price that stands now, or nothing is charged. */
  readonly consented: boolean
  readonly feeSettledOrPending: boolean
  /** The caller is not the technician who did the work. */
  readonly callerIsNotTechnician: boolean
  /** Callback attempts so far, on different days. */
  readonly callbackDays: number
  /** The technician acts on an order that is his (or nobody's yet). */
  readonly mine: boolean
}

export type RepairKind = 'in_unit' | 'warranty' | 'public'

export const openRepairStates: readonly RepairState[] = repairStates.filter(
  (state) => !['closed', 'closed_not_repaired', 'cancelled'].includes(state),
)

type Row = Transition<RepairState, RepairEvent, RepairFacts>

const vendorListed: Row['guard'] = {
  name: 'vendor',
  holds: (facts) => facts.vendorListed && facts.mine,
  missing: (facts) => (facts.mine ? 'vendor' : 'your_order'),
}
const consentedAndMine: Row['guard'] = {
  name: 'consent',
  holds: (facts) => facts.consented && facts.mine,
  missing: (facts) => (facts.mine ? 'consent' : 'your_order'),
}
const mine: Row['guard'] = { name: 'your_order', holds: (facts) => facts.mine }
const engineers = ['technician', 'eng_supervisor'] as const
const desk = ['cs', 'front_desk', 'duty', 'cs_supervisor'] as const

export const repairLifecycle: readonly Row[] = [
  {
    from: ['logged'],
    event: 'order',
    to: 'dispatching',
    who: ['house'],
    guard: { name: 'catalogue', holds: (facts) => facts.kind !== 'in_unit' || facts.inCatalogue },
  },
  { from: ['logged'], event: 'review', to: 'reviewing', who: ['house'] },
  { from: ['reviewing'], event: 'quote', to: 'quoted', who: ['eng_supervisor', 'dept_head'] },
  {
    from: ['reviewing'],
    event: 'refer',
    to: 'vendor_referred',
    who: ['eng_supervisor', 'house'],
    guard: { name: 'vendor', holds: (facts) => facts.vendorListed },
  },
  {
    from: ['reviewing'],
    event: 'decline_work',
    to: 'closed_not_repaired',
    who: ['eng_supervisor'],
    guard: { name: 'no_vendor', holds: (facts) => !facts.vendorListed },
  },
  // The supervisor may correct his own quote before the answer comes.
  { from: ['quoted'], event: 'quote', to: 'quoted', who: ['eng_supervisor', 'dept_head'] },
  { from: ['quoted'], event: 'consent', to: 'dispatching', who: ['resident'] },
  { from: ['quoted'], event: 'refuse_price', to: 'closed_not_repaired', who: ['resident'] },

  {
    from: ['dispatching', 'accepted'],
    event: 'dispatch',
    to: 'dispatching',
    who: ['eng_supervisor', 'dispatcher', 'house'],
  },
  { from: ['dispatching'], event: 'accept', to: 'accepted', who: engineers },
  { from: ['accepted'], event: 'hand_back', to: 'dispatching', who: engineers, guard: mine },
  { from: ['accepted'], event: 'arrive', to: 'on_site', who: engineers, guard: mine },
  { from: ['on_site'], event: 'no_access', to: 'no_access', who: engineers, guard: mine },
  { from: ['on_site'], event: 'not_now', to: 'rescheduling', who: engineers, guard: mine },
  {
    from: ['no_access', 'rescheduling'],
    event: 'rebook',
    to: 'accepted',
    who: ['resident', 'house', ...engineers, ...desk],
  },
  { from: ['accepted'], event: 'rebook', to: 'accepted', who: ['resident', ...engineers, ...desk] },

  {
    from: ['on_site', 'repairing', 'requoting'],
    event: 'requote',
    to: 'requoting',
    who: ['technician', 'eng_supervisor'],
    guard: mine,
  },
  // Consent to the price alone does not start the work of a man who waits at the door; it allows it.
  { from: ['on_site', 'requoting'], event: 'consent', to: 'repairing', who: ['resident'] },
  {
    from: ['on_site', 'requoting'],
    event: 'start',
    to: 'repairing',
    who: engineers,
    guard: consentedAndMine,
  },
  {
    from: ['on_site', 'requoting'],
    event: 'refuse_price',
    to: 'closed_not_repaired',
    who: ['resident', ...engineers],
    guard: mine,
  },
  {
    from: ['on_site'],
    event: 'refer',
    to: 'vendor_referred',
    who: engineers,
    guard: vendorListed,
  },
  { from: ['vendor_referred'], event: 'vendor_outcome', to: 'closed', who: ['resident', 'house', 'cs'] },
  { from: ['repairing'], event: 'buy_parts', to: 'awaiting_materials', who: engineers, guard: mine },
  {
    from: ['awaiting_materials'],
    event: 'parts_ready',
    to: 'on_site',
    who: ['house', ...engineers],
    guard: mine,
  },
  { from: ['awaiting_materials'], event: 'arrive', to: 'on_site', who: engineers, guard: mine },
  { from: ['repairing'], event: 'finish', to: 'awaiting_signoff', who: engineers, guard: mine },

  { from: ['awaiting_signoff'], event: 'try_failed', to: 'repairing', who: ['resident', ...engineers] },
  {
    from: ['awaiting_signoff'],
    event: 'sign',
    to: 'signed_off',
    who: ['resident'],
    guard: { name: 'fee', holds: (facts) => facts.kind !== 'public' && facts.feeSettledOrPending },
  },
  {
    from: ['awaiting_signoff'],
    event: 'sign',
    to: 'signed_off',
    who: ['eng_supervisor'],
    guard: { name: 'public', holds: (facts) => facts.kind === 'public' },
  },
  // Technician → engineering supervisor, who reviews it → customer service, the same day.
  { from: ['signed_off'], event: 'hand_in', to: 'signed_off', who: ['technician'], guard: mine },
  {
    from: ['signed_off'],
    event: 'return',
    to: 'returned',
    who: ['eng_supervisor', 'cs', 'cs_supervisor'],
  },
  {
    from: ['returned'],
    event: 'callback_satisfied',
    to: 'closed',
    who: ['resident', 'cs', 'cs_supervisor', 'eng_supervisor'],
    guard: { name: 'caller', holds: (facts) => facts.callerIsNotTechnician },
  },
  {
    from: ['returned'],
    event: 'callback_unsatisfied',
    to: 'rework',
    who: ['resident', 'cs', 'cs_supervisor', 'eng_supervisor'],
    guard: { name: 'caller', holds: (facts) => facts.callerIsNotTechnician },
  },
  {
    from: ['returned'],
    event: 'callback_missed',
    to: 'closed',
    who: ['cs', 'cs_supervisor', 'house'],
    guard: { name: 'three_days', holds: (facts) => facts.callbackDays >= 3 },
  },
  { from: ['rework'], event: 'rework', to: 'repairing', who: engineers, guard: mine },
  {
    from: ['logged', 'reviewing', 'quoted', 'dispatching', 'accepted'],
    event: 'cancel',
    to: 'cancelled',
    who: ['resident', 'cs', 'cs_supervisor', 'front_desk'],
  },
]
