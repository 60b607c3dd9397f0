/** Urgency classes of a repair (rulebook 2.1, A-23): the seeds name them, the criteria are ours. */
import type { RepairCategory } from '../matter.ts'

export const urgencies = ['urgent', 'minor', 'general'] as const
/** 急修 / 小修 / 一般维修 */
export type Urgency = (typeof urgencies)[number]

/** One technician, one visit, stock parts. */
const minorCategories: readonly RepairCategory[] = ['public_lighting']

export function urgencyOf(category: RepairCategory, someoneShouldGoNow: boolean): Urgency {
  if (someoneShouldGoNow) return 'urgent'
  return minorCategories.includes(category) ? 'minor' : 'general'
}
