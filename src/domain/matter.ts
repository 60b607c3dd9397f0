/** Closed lists of what a resident's matter can be about. */
export const repairCategories = [
  'plumbing',
  'electrical',
  'hvac',
  'doors_windows',
  'elevator',
  'public_lighting',
  'network',
  'gas',
  'structure_leak',
  'appliance',
  'landscaping',
  'access_control',
  'parking',
  'other',
] as const
export type RepairCategory = (typeof repairCategories)[number]

export const complaintCategories = [
  'security',
  'cleaning',
  'noise',
  'parking',
  'landscaping',
  'staff_attitude',
  'repair_quality',
  'facilities',
  'fees',
  'renovation_noise',
  'pets',
  'other',
] as const
export type ComplaintCategory = (typeof complaintCategories)[number]

export type Category = RepairCategory | ComplaintCategory

/** What a resident and the desk talk over, question by question, until it is confirmed. */
export const talkKinds = ['repair', 'complaint', 'service', 'renovation', 'movein', 'moveout'] as const
export type TalkKind = (typeof talkKinds)[number]
/** Kept at once, without questions: there is nothing to ask and a word of thanks to say. */
export type PlainKind = 'suggestion' | 'praise' | 'activity' | 'enquiry'
export type MatterKind = Exclude<TalkKind, 'repair'> | PlainKind
/** `help` holds emergencies and hand-overs to a person. */
export type RecordKind = 'repair' | 'help' | MatterKind

/** States in which nothing is owed any more, of every kind of record. */
export const endedStates: readonly string[] = [
  'closed',
  'closed_not_repaired',
  'closed_superseded',
  'cancelled',
  'withdrawn',
]

export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Language = (typeof languages)[number]
