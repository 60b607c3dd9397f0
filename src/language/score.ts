import type { Intent } from './meaning.ts'

export type IntentCues = readonly (readonly [intent: Intent, score: number, pattern: RegExp])[]
export interface Because {
  readonly cue: string
  readonly intent: string
  readonly score: number
}

/** Points for and against every intent, and what gave them. */
export class Tally {
  readonly points = new Map<Intent, number>()
  readonly why: Because[] = []

  add(intent: Intent, score: number, cue: string): void {
    if (score === 0) return
    this.points.set(intent, (this.points.get(intent) ?? 0) + score)
    this.why.push({ cue, intent, score: Math.round(score * 100) / 100 })
  }

  weigh(cues: IntentCues, text: string): void {
    for (const [intent, score, pattern] of cues) {
      const match = pattern.exec(text)
      if (match !== null) this.add(intent, score, match[0].slice(0, 24))
    }
  }

  of(intent: Intent): number {
    return this.points.get(intent) ?? 0
  }

  ranked(): (readonly [Intent, number])[] {
    return [...this.points].sort((a, b) => b[1] - a[1])
  }
}
