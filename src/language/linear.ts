/** A trained linear model: sparse weights a feature, packed as text by `eval/train.ts`. */
export interface PackedModel {
  readonly classes: readonly string[]
  readonly step: number
  /** `feature\tClassWeightClassWeight…` separated by newlines. */
  readonly weights: string
}

export const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'

export class LinearModel {
  readonly classes: readonly string[]
  private readonly packed: PackedModel
  private rows: Map<string, Int8Array> | undefined

  constructor(packed: PackedModel) {
    this.packed = packed
    this.classes = packed.classes
  }

  /** Sum of weights a class; `values` are the features that count for more or less than one. */
  scores(features: readonly string[], values: Readonly<Record<string, number>> = {}): number[] {
    this.rows ??= unpack(this.packed)
    const sums = new Array<number>(this.classes.length).fill(0)
    const { step } = this.packed
    const add = (feature: string, value: number): void => {
      const row = this.rows?.get(feature)
      if (row === undefined) return
      for (let i = 0; i < row.length; i += 2) {
        const at = row[i] ?? 0
        sums[at] = (sums[at] ?? 0) + (row[i + 1] ?? 0) * step * value
      }
    }
    add('*', 1)
    for (const feature of features) add(feature, 1)
    for (const name in values) {
      const value = values[name] ?? 0
      if (value !== 0) add(name, value)
    }
    return sums
  }
}

function unpack(packed: PackedModel): Map<string, Int8Array> {
  const rows = new Map<string, Int8Array>()
  const value = new Map(Array.from(alphabet, (char, i) => [char, i]))
  for (const line of packed.weights.split('\n')) {
    const tab = line.indexOf('\t')
    if (tab < 0) continue
    const row = new Int8Array(line.length - tab - 1)
    for (let i = 0; i < row.length; i++)
      row[i] = (value.get(line[tab + 1 + i] ?? '') ?? 0) - (i % 2 === 1 ? 32 : 0)
    rows.set(line.slice(0, tab), row)
  }
  return rows
}

export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - top))
  const sum = raised.reduce((a, b) => a + b, 0)
  return raised.map((one) => one / sum)
}
