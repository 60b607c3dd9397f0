/**
 * Policy profiles (rulebook 0.2): where the procedures of two offices differ, both values are kept as
 * presets of one key. A key the chosen profile does not set falls back to `strict`. Every record
 * stores the profile and the resolved values its deadlines were computed with.
 */
/** A limit as the rulebook writes it: hours on the wall, or working days. */
export type Limit = { readonly hours: number } | { readonly workingDays: number }

export interface ComplaintPolicy {
  /** From the report to the first word to the complainant. */
  readonly 'complaint.firstReply.major': Limit
  readonly 'complaint.firstReply.important': Limit
  readonly 'complaint.firstReply.minor': Limit
  /** From the report to the end. */
  readonly 'complaint.resolve.major': Limit
  readonly 'complaint.resolve.important': Limit
  readonly 'complaint.resolve.minor': Limit
  /** */
  readonly 'complaint.invalid.reply': Limit
  /** From the handling to the callback. */
  readonly 'complaint.callback.within': Limit
  /** How often a referred matter's progress is told. */
  readonly 'complaint.assist.progress': Limit
  /** Households that make it collective, and within how many hours. */
  readonly 'complaint.collectiveMin': number
  readonly 'complaint.collectiveWindowHours': number
}

export interface RepairPolicy {
  /** Minutes. */
  readonly 'repair.arrival.immediate': number
  /** Minutes. */
  readonly 'repair.arrival.urgent': number
  /** Minutes from dispatch, and the hard cap from the report. */
  readonly 'repair.arrival.public': number
  readonly 'repair.arrival.publicCap': number
  /** What the arrival limit of an in-unit repair counts from. */
  readonly 'repair.arrival.clockStart': 'report' | 'acceptance' | 'ticket_received'
  /** Minutes before the slot at which a check-in is still on time. */
  readonly 'repair.arrival.appointment': number
  /** Minutes without an acceptance before one level up is pinged, and again. */
  readonly 'repair.acceptPingMinutes': number
  /** Minutes for the supervisor's off-catalogue answer. */
  readonly 'repair.reviewMin': number
  readonly 'repair.offCatalogue': 'review_then_vendor' | 'review' | 'vendor'
  /** Days for a general repair. */
  readonly 'repair.complete.general': number
  /** Hours after completion. */
  readonly 'repair.callback.within': number
  readonly 'repair.callback.by': 'cs' | 'eng_supervisor'
  readonly 'quiet.start': string
  readonly 'quiet.end': string
}

export type Policy = RepairPolicy & ComplaintPolicy
export type ProfileId = 'strict' | 'p000' | 'p001t' | 'p001l' | 'p002' | 'p003' | 'p004'

const strict: Policy = {
  'repair.arrival.immediate': 15,
  'repair.arrival.urgent': 10,
  'repair.arrival.public': 10,
  'repair.arrival.publicCap': 20,
  'repair.arrival.clockStart': 'report',
  'repair.arrival.appointment': 5,
  'repair.acceptPingMinutes': 5,
  'repair.reviewMin': 15,
  'repair.offCatalogue': 'review_then_vendor',
  'repair.complete.general': 2,
  'repair.callback.within': 24,
  'repair.callback.by': 'cs',
  'quiet.start': '22:00',
  'quiet.end': '08:00',
  'complaint.firstReply.major': { hours: 2 },
  'complaint.firstReply.important': { hours: 2 },
  'complaint.firstReply.minor': { hours: 2 },
  'complaint.resolve.major': { workingDays: 3 },
  'complaint.resolve.important': { workingDays: 2 },
  'complaint.resolve.minor': { workingDays: 1 },
  'complaint.invalid.reply': { hours: 2 },
  'complaint.callback.within': { hours: 24 },
  'complaint.assist.progress': { workingDays: 3 },
  'complaint.collectiveMin': 5,
  'complaint.collectiveWindowHours': 24,
}

/** Profiles without an urgent value use their immediate value. */
const presets: Readonly<Record<Exclude<ProfileId, 'strict'>, Partial<Policy>>> = {
  p000: {
    'repair.arrival.clockStart': 'acceptance',
    'repair.arrival.urgent': 15,
    'repair.offCatalogue': 'review',
  },
  p001t: { 'repair.arrival.appointment': 0 },
  p001l: {
    'complaint.firstReply.important': { workingDays: 1 },
    'complaint.invalid.reply': { workingDays: 1 },
    'complaint.callback.within': { workingDays: 3 },
  },
  p002: {
    'repair.arrival.immediate': 20,
    'repair.arrival.urgent': 20,
    'repair.offCatalogue': 'review',
    'complaint.firstReply.major': { hours: 24 },
    'complaint.firstReply.important': { hours: 24 },
    'complaint.firstReply.minor': { hours: 24 },
  },
  p003: {
    'repair.arrival.urgent': 15,
    'repair.arrival.appointment': 0,
    'repair.offCatalogue': 'vendor',
    'repair.callback.by': 'eng_supervisor',
  },
  p004: {},
}

export const profileIds: readonly ProfileId[] = ['strict', 'p000', 'p001t', 'p001l', 'p002', 'p003', 'p004']

export function resolvePolicy(profile: ProfileId, overrides: Partial<Policy> = {}): Policy {
  return { ...strict, ...(profile === 'strict' ? {} : presets[profile]), ...overrides }
}
