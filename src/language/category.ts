import type { Category } from '../domain/matter.ts'
import { complaintCues, repairCues } from './cues/categories.ts'
import type { Intent } from './meaning.ts'
import { remembered } from './remembered.ts'

export const faultIntents: ReadonlySet<Intent> = new Set([
  'repair.create',
  'repair.status',
  'emergency',
  'service.paid',
  'movein',
])
export const grievanceIntents: ReadonlySet<Intent> = new Set([
  'complaint.create',
  'complaint.status',
  'suggestion',
])

export type CategoryCues<T extends Category> = readonly (readonly [T, number, RegExp])[]

function categoryScores<T extends Category>(cues: CategoryCues<T>, text: string): Map<T, number> {
  const scores = new Map<T, number>()
  for (const [category, score, pattern] of cues) {
    if (pattern.test(text)) scores.set(category, (scores.get(category) ?? 0) + score)
  }
  return scores
}

export const repairScores = remembered((text) => categoryScores(repairCues, text))
export const complaintScores = remembered((text) => categoryScores(complaintCues, text))
