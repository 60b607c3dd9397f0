/** A trained linear model: sparse weights a feature, packed as text by `eval/train.ts`. */
export interface PackedModel {
  readonly classes: readonly string[]
  readonly step: number
  /** `feature\tClassWeightClassWeight…` separated by newlines. */
  readonly weights: string
}

export const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'

const valueOf = new Int8Array(128)
Array.from(alphabet).forEach((char, i) => {
  valueOf[char.charCodeAt(0)] = i
})

export class LinearModel {
  private readonly packed: PackedModel
  private rows: Map<string, string> | undefined

  constructor(packed: PackedModel) {
    this.packed = packed
  }

  /** Sum of weights a class. Rows stay packed: a message touches a few hundred of many thousand. */
  scores(features: readonly string[]): number[] {
    this.rows ??= rowsOf(this.packed.weights)
    const sums = new Array<number>(this.packed.classes.length).fill(0)
    let met = 0
    for (const feature of features) if (this.add(feature, sums)) met += 1
    // Trained on messages of length one: a long letter does not shout down a short line.
    const length = Math.sqrt(Math.max(1, met))
    const always = new Array<number>(sums.length).fill(0)
    this.add('*', always)
    return sums.map((sum, i) => sum / length + (always[i] ?? 0))
  }

  private add(feature: string, sums: number[]): boolean {
    const row = this.rows?.get(feature)
    if (row === undefined) return false
    for (let i = 0; i < row.length; i += 2) {
      const at = valueOf[row.charCodeAt(i)] ?? 0
      sums[at] = (sums[at] ?? 0) + ((valueOf[row.charCodeAt(i + 1)] ?? 0) - 32) * this.packed.step
    }
    return true
  }
}

function rowsOf(weights: string): Map<string, string> {
  const rows = new Map<string, string>()
  for (const line of weights.split('\n')) {
    const tab = line.indexOf('\t')
    if (tab > 0) rows.set(line.slice(0, tab), line.slice(tab + 1))
  }
  return rows
}

export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - top))
  const sum = raised.reduce((a, b) => a + b, 0)
  return raised.map((one) => one / sum)
}
