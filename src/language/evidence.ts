import { complaintScores, repairScores } from './category.ts'
import { matterCues } from './cues/matters.ts'
import { homeCues, publicCues } from './cues/places.ts'
import { talkCues } from './cues/talk.ts'
import { faultScore } from './faults.ts'
import { featuresOf } from './features.ts'
import { remembered } from './remembered.ts'
import { rules } from './rules.ts'
import { Tally } from './score.ts'

/** Everything the cues say about a text. */
export const tallyOf = remembered((text: string): Tally => {
  const tally = new Tally()
  const fault = faultScore(text)
  tally.weigh(talkCues, text)
  tally.weigh(matterCues, text)
  tally.add('repair.create', fault, 'fault')
  rules(tally, text, fault)
  return tally
})

const asks =
  /[?]|吗|么$|呢$|多少|怎么|咋|什么|啥|几|哪|谁|如何|能不能|可不可以|是不是|有没有|\b(?:how|what|when|where|who|why|which|can|could|is|are|do|does|may)\b[^.!]*$/

/**
 * What the learned weights look at: runs of characters, and the kinds of words the category lists know.
 * Never the intent cues: those were written while reading the same messages, and a model that sees them
 * in training learns to trust them alone (`eval/README.md`).
 */
export const wordsOf = remembered((text: string): readonly string[] => {
  const words = featuresOf(text)
  for (const category of repairScores(text).keys()) words.push(`R:${category}`)
  for (const category of complaintScores(text).keys()) words.push(`C:${category}`)
  if (homeCues.some(([, cue]) => cue.test(text))) words.push('P:home')
  if (publicCues.some(([, cue]) => cue.test(text))) words.push('P:public')
  const fault = faultScore(text)
  if (fault > 0) words.push(fault >= 5 ? 'F:plain' : 'F:some')
  if (asks.test(text)) words.push('Q')
  return words
})

/** How loudly the category cues speak, on the scale of the weights. */
export function categoryCues(text: string, list: 'repair' | 'complaint'): ReadonlyMap<string, number> {
  return list === 'repair' ? repairScores(text) : complaintScores(text)
}

/** Positive for in-home. */
export const placeCues = remembered((text: string): number => {
  let sum = 0
  for (const [weight, cue] of homeCues) if (cue.test(text)) sum += weight
  for (const [weight, cue] of publicCues) if (cue.test(text)) sum -= weight
  return sum
})
