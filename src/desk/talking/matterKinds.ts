import type { PlainKind, TalkKind } from '../../domain/matter.ts'
import type { Intent } from '../../language/meaning.ts'

/** Matters that are talked over, and those that are kept at once. */
export const talkOf: Readonly<Partial<Record<Intent, TalkKind>>> = {
  'repair.create': 'repair',
  'complaint.create': 'complaint',
  'service.paid': 'service',
  'renovation.apply': 'renovation',
  movein: 'movein',
  moveout: 'moveout',
}
export function plainKindOf(intent: Intent, text: string): PlainKind {
  if (intent === 'suggestion' || intent === 'praise') return intent
  // Asking when it is, is a question; putting one's name down is not.
  if (intent === 'activity' && joins.test(text)) return 'activity'
  return 'enquiry'
}
const joins =
  /报名|報名|参加|參加|预约|預約|留.{0,4}(位|名额)|算我|join|sign (me|us)? ?up|register|count me in/i
