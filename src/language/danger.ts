import { compoundDangers } from './compound.ts'
import { calling, calming, dangers, really } from './cues/dangers.ts'

export interface DangerReading {
  readonly score: number
  /** How much speaks against a danger now: past, drill, hearsay, a manner of speaking; 0 or less. */
  readonly calm: number
  readonly cues: readonly { readonly cue: string; readonly score: number }[]
}

/** At and above this, somebody is in danger now. */
export const dangerLine = 3

/** How much a message says that life, health or the house is in danger right now. */
export function dangerOf(text: string): DangerReading {
  let most = 0
  const cues: { cue: string; score: number }[] = []
  const named = new Set<string>()
  for (const [name, score, pattern] of dangers) {
    if (!pattern.test(text)) continue
    cues.push({ cue: name, score })
    // two different dangers are more than one
    most = named.size > 0 && !named.has(name) ? Math.max(most, score) + 1 : Math.max(most, score)
    named.add(name)
  }
  for (const { name, score } of compoundDangers(text)) {
    cues.push({ cue: name, score })
    most = Math.max(most, score)
  }
  const calmed = calmOf(text)
  if (most === 0) return { score: 0, calm: calmed.calm, cues }
  let call = 0
  for (const [score, pattern] of calling) if (pattern.test(text)) call += score
  call = Math.min(call, 2)
  if (call > 0) cues.push({ cue: 'calling', score: call })
  return { score: most + call + calmed.calm, calm: calmed.calm, cues: [...cues, ...calmed.cues] }
}

function calmOf(text: string): { calm: number; cues: { cue: string; score: number }[] } {
  const insists = really.test(text)
  const cues = calming
    .filter(
      ([name, , pattern]) => pattern.test(text) && (!insists || name === 'figure' || name === 'smoking'),
    )
    .map(([name, score]) => ({ cue: name, score }))
  return { calm: cues.reduce((sum, { score }) => sum + score, 0), cues }
}
