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
    this.add('*', sums)
    for (const feature of features) this.add(feature, sums)
    return sums
  }

  private add(feature: string, sums: number[]): void {
    const row = this.rows?.get(feature)
    if (row === undefined) return
    for (let i = 0; i < row.length; i += 2) {
      const at = valueOf[row.charCodeAt(i)] ?? 0
      sums[at] = (sums[at] ?? 0) + ((valueOf[row.charCodeAt(i + 1)] ?? 0) - 32) * this.packed.step
    }
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
