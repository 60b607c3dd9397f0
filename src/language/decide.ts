import { commandOf } from './cues/commands.ts'
import { dangerLine, dangerOf, type DangerReading } from './danger.ts'
import { tallyOf, wordsOf } from './evidence.ts'
import { faultScore } from './faults.ts'
import { softmax } from './linear.ts'
import { intents } from './meaning.ts'
import { intentModel } from './models.ts'
import type { Asked, Context, Intent } from './meaning.ts'
import { leadingPolarity, polarityOf } from './polarity.ts'
import { remembered } from './remembered.ts'
import type { Because } from './score.ts'

export interface Decision {
  readonly intent: Intent
  readonly confidence: number
  readonly polarity?: 'yes' | 'no'
  readonly why: readonly Because[]
  /** Points of the winner. */
  readonly score: number
}

/** What the message says besides its words. */
export interface Told {
  readonly room: boolean
  readonly phone: boolean
  readonly time: boolean
}

/** Messages that no weighing has to decide: the weights are not trained on them. */
export function settledBefore(text: string): boolean {
  return commandOf(text) !== undefined || polarityOf(text) !== undefined || dangerOf(text).score >= dangerLine
}

const yesNoAsked: ReadonlySet<Asked> = new Set([
  'confirm',
  'consent',
  'arrived',
  'signoff',
  'anonymous',
  'photo',
  'other',
])
const alarm = intents.indexOf('emergency')
const always: ReadonlySet<Intent> = new Set(['cancel', 'back', 'menu', 'handoff.human'])

export function decide(text: string, told: Told, context: Context): Decision {
  const danger = dangerOf(text)
  const dangerWhy = danger.cues.map((cue) => ({ ...cue, intent: 'emergency' }))
  const command = commandOf(text)
  if (danger.score >= dangerLine && command === undefined && isAlarm(text, danger.score)) {
    const confidence = Math.min(0.99, 0.7 + (danger.score - dangerLine) * 0.1)
    return { intent: 'emergency', confidence, why: dangerWhy, score: danger.score + 6 }
  }
  const polarity = polarityOf(text)
  const asked = context.asked
  if (asked !== undefined) {
    const answer = answered(text, asked, command, polarity, told)
    if (answer !== undefined) return answer
  }
  if (command !== undefined && !(polarity !== undefined && command === 'survey.answer')) {
    return {
      intent: command,
      confidence: 0.97,
      why: [{ cue: text.slice(0, 24), intent: command, score: 10 }],
      score: 10,
    }
  }
  if (polarity !== undefined) {
    const thanks =
      polarity === 'yes' && /谢|thank|thx|唔该/.test(text) && !/对|是|确认|没错|yes|correct/.test(text)
    const intent = thanks ? 'thanks' : polarity === 'yes' ? 'confirm' : 'deny'
    return {
      intent,
      confidence: 0.95,
      polarity,
      why: [{ cue: text.slice(0, 24), intent, score: 9 }],
      score: 9,
    }
  }
  const leading = leadingPolarity(text)
  return { ...weighed(text, danger, told, dangerWhy), ...(leading !== undefined && { polarity: leading }) }
}

const newMatters: ReadonlySet<Intent> = new Set([
  'complaint.create',
  'repair.status',
  'complaint.status',
  'fee.question',
  'renovation.apply',
  'edit',
  'cancel',
])

/** Something that is more than the answer asked for. */
function otherMatter(text: string): boolean {
  const fault = faultScore(text)
  if (fault >= 4) return true
  return tallyOf(text)
    .ranked()
    .some(([intent, points]) => points >= 5 && newMatters.has(intent))
}

/** The pending question decides first what a short answer means. */
function answered(
  text: string,
  asked: Asked,
  command: Intent | undefined,
  polarity: 'yes' | 'no' | undefined,
  told: Told,
): Decision | undefined {
  const because = (intent: Intent): Decision => ({
    intent,
    confidence: 0.95,
    ...(polarity !== undefined && { polarity }),
    why: [{ cue: `asked:${asked}`, intent, score: 10 }],
    score: 10,
  })
  if (command !== undefined && always.has(command)) return undefined
  if (
    (asked === 'rating' || asked === 'signoff') &&
    (command === 'survey.answer' || /^\s*[1-5]\s*[分星]?\s*$/.test(text))
  ) {
    return because('survey.answer')
  }
  if (polarity !== undefined && yesNoAsked.has(asked)) return because(polarity === 'yes' ? 'confirm' : 'deny')
  const short = text.length <= 24
  const given =
    (asked === 'time' && told.time) ||
    ((asked === 'room' || asked === 'place' || asked === 'target') && told.room) ||
    (asked === 'phone' && told.phone)
  if (given && short && !otherMatter(text)) return because('other')
  if ((asked === 'name' || asked === 'code') && short && command === undefined && polarity === undefined)
    return because('other')
  return undefined
}

/**
 * How cues and weights share an alarm, chosen on messages neither had seen so that no emergency was missed
 * there and two in a hundred others alarmed: the weights alone raise one when it is likely enough, and
 * take one of the cues back only when it is next to impossible and the words are not plain.
 */
const likelyEnough = 0.35
/** Against words that say it is past, a drill or a manner of speaking. */
const nearlyCertain = 0.85
const plainlyCalm = -5
const allButCertain = 0.97
const nextToImpossible = 0.05
const plainDanger = 7

function isAlarm(text: string, danger: number): boolean {
  return danger >= plainDanger || (chancesOf(text)[alarm] ?? 0) >= nextToImpossible
}

/** Points of a cue against the learned weights; chosen on messages neither had seen. */
const cueWeight = 0.21

function spoken(points: number): number {
  return cueWeight * Math.max(-8, Math.min(12, points))
}

/** A few characters that name no danger are seldom one ("已经到了"). */
function leastFor(text: string, { calm, cues }: DangerReading, told: Told): number {
  if (calm <= plainlyCalm) return allButCertain
  // Nor is an address or a number by itself.
  const few = told.room || told.phone ? 16 : 6
  return calm < 0 || (cues.length === 0 && [...text].length <= few) ? nearlyCertain : likelyEnough
}

/** Learned weights and cues together, a chance an intent. */
const chancesOf = remembered((text: string): readonly number[] => {
  const tally = tallyOf(text)
  return softmax(
    intentModel.scores(wordsOf(text)).map((score, i) => score + spoken(tally.of(intents[i] ?? 'other'))),
  )
})

/** What the chances come to. */
function weighed(text: string, danger: DangerReading, told: Told, dangerWhy: readonly Because[]): Decision {
  const tally = tallyOf(text)
  const chances = chancesOf(text)
  let best = intents.indexOf('other')
  chances.forEach((chance, i) => {
    if (i !== alarm && chance > (chances[best] ?? 0)) best = i
  })
  if ((chances[alarm] ?? 0) >= leastFor(text, danger, told)) best = alarm
  const intent = intents[best] ?? 'other'
  // An alarm is acted upon however narrowly it was decided.
  const chance = Math.max(chances[best] ?? 0, best === alarm ? 0.6 : 0)
  const learned = intents
    .map((name, i) => ({ cue: 'weights', intent: name, score: Math.round((chances[i] ?? 0) * 100) / 100 }))
    .filter((one) => one.score >= 0.05)
  const why = [...learned, ...dangerWhy, ...tally.why].sort((a, b) => b.score - a.score).slice(0, 12)
  const known = tally.ranked().some(([, points]) => points > 0)
  // words never met and no cue: nothing is known
  const confidence = known ? chance : Math.min(chance, 0.6)
  return { intent, confidence: Math.round(confidence * 100) / 100, why, score: Math.max(0, tally.of(intent)) }
}
