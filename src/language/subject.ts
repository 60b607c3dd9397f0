import { complaintCategories, repairCategories, type Category } from '../domain/matter.ts'
import type { LocationKind } from '../domain/place.ts'
import { faultIntents, grievanceIntents } from './category.ts'
import { categoryCues, placeCues, wordsOf } from './evidence.ts'
import { softmax } from './linear.ts'
import type { Intent } from './meaning.ts'
import { complaintModel, kindModel, repairModel } from './models.ts'

/** Points of a cue against the learned weights; chosen on messages neither had seen. */
const cueWeight = 0.3
const placeWeight = 0.4

/** Which closed list applies follows from the intent. */
export function categoryOf(text: string, intent: Intent): Category | undefined {
  const list = faultIntents.has(intent) ? 'repair' : grievanceIntents.has(intent) ? 'complaint' : undefined
  if (list === undefined) return undefined
  const cues = categoryCues(text, list)
  if (
    cues.size === 0 &&
    intent !== 'repair.create' &&
    intent !== 'complaint.create' &&
    intent !== 'emergency'
  )
    return undefined
  const classes: readonly Category[] = list === 'repair' ? repairCategories : complaintCategories
  const scores = (list === 'repair' ? repairModel : complaintModel).scores(wordsOf(text))
  let best = 0
  let most = -Infinity
  classes.forEach((category, i) => {
    const score = (scores[i] ?? 0) + cueWeight * Math.min(12, cues.get(category) ?? 0)
    if (score > most) {
      best = i
      most = score
    }
  })
  return classes[best]
}

/** Left open when little speaks for either. */
export function locationKindOf(text: string, intent: Intent, hasRoom: boolean): LocationKind | undefined {
  if (!faultIntents.has(intent) && intent !== 'complaint.create') return undefined
  const [home = 0, outside = 0] = kindModel.scores(wordsOf(text))
  const lean = placeWeight * placeCues(text) + (hasRoom && intent !== 'complaint.create' ? 1.5 : 0)
  const [chance = 0.5] = softmax([home + lean, outside])
  const sure = intent === 'complaint.create' ? 0.6 : 0.55
  if (chance >= sure) return 'in-home'
  return 1 - chance >= sure ? 'public' : undefined
}
