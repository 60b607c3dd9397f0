import { categoryScores } from './category.ts'
import { complaintCues, repairCues } from './cues/categories.ts'
import { matterCues } from './cues/matters.ts'
import { homeCues, publicCues } from './cues/places.ts'
import { talkCues } from './cues/talk.ts'
import { dangerOf } from './danger.ts'
import { faultScore } from './faults.ts'
import { rules } from './rules.ts'
import { Tally } from './score.ts'

/** Everything the cues say about a text, before the learned weights speak. */
export function tallyOf(text: string, fault = faultScore(text)): Tally {
  const tally = new Tally()
  tally.weigh(talkCues, text)
  tally.weigh(matterCues, text)
  tally.add('repair.create', fault, 'fault')
  rules(tally, text, fault)
  return tally
}

/** The cues as the learned model sees them: `=intent` points, `+` plain facts. */
export function valuesOf(tally: Tally, text: string, fault: number, danger: number): Record<string, number> {
  const values: Record<string, number> = {}
  for (const [intent, points] of tally.points) values[`=${intent}`] = Math.max(-2, Math.min(3, points / 4))
  values['+fault'] = fault / 5
  values['+danger'] = Math.max(-1, Math.min(2, danger / 3))
  values['+asks'] =
    /[?]|吗|么$|多少|怎么|咋|什么|啥|几点|哪|谁|如何|能不能|是不是|有没有|\b(?:how|what|when|where|who|why|which|can i|is there)\b/.test(
      text,
    )
      ? 1
      : 0
  values['+short'] = text.length <= 6 ? 1 : 0
  values['+long'] = text.length > 40 ? 1 : 0
  return values
}

export function intentValues(text: string): Record<string, number> {
  const fault = faultScore(text)
  return valuesOf(tallyOf(text, fault), text, fault, dangerOf(text).score)
}

/** Category cues, or for a place how much speaks for home and for outside. */
export function cueValues(text: string, list: 'repair' | 'complaint' | 'place'): Record<string, number> {
  const values: Record<string, number> = {}
  if (list === 'place') {
    let home = 0
    let outside = 0
    for (const [weight, cue] of homeCues) if (cue.test(text)) home += weight
    for (const [weight, cue] of publicCues) if (cue.test(text)) outside += weight
    values['=in-home'] = home / 3
    values['=public'] = outside / 3
    values['+room'] = /\d{3,4}|之\d|\d[a-f]\b/.test(text) ? 1 : 0
    return values
  }
  const scores: Map<string, number> =
    list === 'repair' ? categoryScores(repairCues, text) : categoryScores(complaintCues, text)
  for (const [category, score] of scores) values[`=${category}`] = Math.min(3, score / 4)
  return values
}
