import { complaintCategories, repairCategories, type Category } from '../domain/matter.ts'
import type { LocationKind } from '../domain/place.ts'
import { faultIntents, grievanceIntents } from './category.ts'
import { cueValues } from './evidence.ts'
import { featuresOf } from './features.ts'
import { softmax } from './linear.ts'
import type { Intent } from './meaning.ts'
import { complaintModel, kindModel, repairModel } from './models.ts'

/** Which closed list applies follows from the intent. */
export function categoryOf(text: string, intent: Intent): Category | undefined {
  const list = faultIntents.has(intent) ? 'repair' : grievanceIntents.has(intent) ? 'complaint' : undefined
  if (list === undefined) return undefined
  const values = cueValues(text, list)
  const spoken = Object.keys(values).length > 0
  if (!spoken && intent !== 'repair.create' && intent !== 'complaint.create' && intent !== 'emergency')
    return undefined
  const scores = (list === 'repair' ? repairModel : complaintModel).scores(featuresOf(text), values)
  return (list === 'repair' ? repairCategories : complaintCategories)[top(scores)]
}

/** Left open when little speaks for either. */
export function locationKindOf(text: string, intent: Intent, hasRoom: boolean): LocationKind | undefined {
  if (!faultIntents.has(intent) && intent !== 'complaint.create') return undefined
  const values = cueValues(text, 'place')
  const [home = 0.5] = softmax(kindModel.scores(featuresOf(text), { ...values, '+room': hasRoom ? 1 : 0 }))
  const sure = intent === 'complaint.create' ? 0.6 : 0.55
  if (home >= sure) return 'in-home'
  return 1 - home >= sure ? 'public' : undefined
}

function top(scores: readonly number[]): number {
  let best = 0
  scores.forEach((score, i) => {
    if (score > (scores[best] ?? 0)) best = i
  })
  return best
}
