import type { Category, Language } from '../domain/matter.ts'
import type { LocationKind, RoomName } from '../domain/place.ts'
import type { SaidTime } from '../domain/saidTime.ts'

export const intents = [
  'repair.create',
  'repair.status',
  'complaint.create',
  'complaint.status',
  'renovation.apply',
  'renovation.status',
  'renovation.question',
  'survey.answer',
  'emergency',
  'service.paid',
  'fee.question',
  'movein',
  'moveout',
  'outage.question',
  'activity',
  'praise',
  'suggestion',
  'consult',
  'handoff.human',
  'menu',
  'cancel',
  'back',
  'edit',
  'confirm',
  'deny',
  'greeting',
  'thanks',
  'smalltalk',
  'spam',
  'other',
] as const
export type Intent = (typeof intents)[number]

/** What the bot asked last; it decides first what a short answer means ("三点" answers the time). */
export type Asked =
  | 'description'
  | 'location_kind'
  | 'room'
  | 'place'
  | 'time'
  | 'phone'
  | 'name'
  | 'photo'
  | 'confirm'
  | 'consent'
  | 'rating'
  | 'arrived'
  | 'signoff'
  | 'code'
  | 'target'
  | 'anonymous'
  | 'other'

export interface Context {
  readonly now: Date
  /** IANA zone of the estate. */
  readonly zone: string
  readonly asked?: Asked
  /** A conversation is open (a draft is being filled), so "改一下" is an edit rather than small talk. */
  readonly open?: boolean
}

export interface Slots {
  readonly room?: RoomName & { readonly raw: string }
  /** The other flat in a complaint. */
  readonly targetRoom?: RoomName & { readonly raw: string }
  readonly phone?: { readonly raw: string; readonly value: string }
  readonly time?: SaidTime
  readonly locationKind?: LocationKind
  readonly category?: Category
  readonly name?: string
  /** A record number: `BX-1023`. */
  readonly ticket?: string
  readonly anonymous?: boolean
  /** s 满意, b 基本满意, u 不满意. */
  readonly rating?: 's' | 'b' | 'u'
}

export interface Meaning {
  readonly intent: Intent
  /** 0..1, graded: below 0.5 ask rather than act. */
  readonly confidence: number
  /** Someone should go now. Always true for an emergency. */
  readonly urgent: boolean
  readonly language: Language
  readonly slots: Slots
  /** The text is (or plainly contains) a yes or a no to a yes/no question. */
  readonly polarity?: 'yes' | 'no'
  /** The slot an `edit` names ("房号写错了" → room), if it names one. */
  readonly edits?: Asked
  /** Several matters in one message, in the order said; absent when there is one. */
  readonly issues?: readonly {
    readonly intent: Intent
    readonly category?: Category
    readonly text: string
  }[]
  /** Which cues spoke for which intent, with their scores: for `understand --explain`. */
  readonly why?: readonly { readonly cue: string; readonly intent: string; readonly score: number }[]
}
