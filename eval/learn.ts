/**
 * One linear machine a class (L2-regularised, squared hinge), by dual coordinate descent (Hsieh et al.
 * 2008). Deterministic: a fixed order of visits, no chance. A message is a set of features of equal weight,
 * of length one together, so long letters do not shout down short lines.
 */
export interface Example {
  readonly features: readonly string[]
  readonly gold: number
  /** Classes that would be right too: neither for nor against them is anything learned from it. */
  readonly others: readonly number[]
}
export interface Setting {
  /** How much a mistake costs. */
  readonly cost: number
  readonly epochs: number
  /** A feature has to be met in so many messages. */
  readonly least: number
}

/** Weights a feature, one a class; `*` is always there. */
export type Weights = ReadonlyMap<string, Float64Array>

export function train(examples: readonly Example[], classes: number, setting: Setting): Weights {
  const index = indexOf(examples, setting.least)
  const rows = examples.map(({ features }) => {
    const known = features.flatMap((feature) => index.get(feature) ?? [])
    return { known, value: known.length === 0 ? 0 : 1 / Math.sqrt(known.length) }
  })
  const weights = new Map<string, Float64Array>(
    [...index.keys(), '*'].map((name) => [name, new Float64Array(classes)]),
  )
  const tables = [...index.keys()].map((name) => weights.get(name) ?? new Float64Array(classes))
  const always = weights.get('*') ?? new Float64Array(classes)
  for (let c = 0; c < classes; c += 1) {
    const { w, bias } = oneClass(rows, examples, c, index.size, setting)
    w.forEach((weight, i) => {
      const table = tables[i]
      if (table !== undefined) table[c] = weight
    })
    always[c] = bias
  }
  return weights
}

interface Row {
  readonly known: readonly number[]
  readonly value: number
}

function oneClass(
  rows: readonly Row[],
  examples: readonly Example[],
  c: number,
  size: number,
  setting: Setting,
) {
  const { cost, epochs } = setting
  const w = new Float64Array(size)
  let bias = 0
  const soft = 0.5 / cost
  const alpha = new Float64Array(rows.length)
  const visited = rows.flatMap((_, n) => (examples[n]?.others.includes(c) === true ? [] : [n]))
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    // A stride prime to the count visits every example once, in another order each time.
    const stride = strides[epoch % strides.length] ?? 7919
    let furthest = 0
    for (let k = 0; k < visited.length; k += 1) {
      const n = visited[(k * stride + epoch * 31) % visited.length] ?? 0
      const row = rows[n]
      if (row === undefined) continue
      const y = examples[n]?.gold === c ? 1 : -1
      let dot = bias
      for (const i of row.known) dot += (w[i] ?? 0) * row.value
      const had = alpha[n] ?? 0
      const gradient = y * dot - 1 + soft * had
      const projected = had === 0 ? Math.min(gradient, 0) : gradient
      if (Math.abs(projected) < 1e-12) continue
      furthest = Math.max(furthest, Math.abs(projected))
      const next = Math.max(0, had - gradient / (1 + (row.known.length > 0 ? 1 : 0) + soft))
      const step = (next - had) * y
      alpha[n] = next
      bias += step
      for (const i of row.known) w[i] = (w[i] ?? 0) + step * row.value
    }
    if (furthest < 0.01) break
  }
  return { w, bias }
}

const strides = [7919, 6101, 5003, 4099, 10007, 8641]

function indexOf(examples: readonly Example[], least: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const index = new Map<string, number>()
  for (const [feature, count] of counts) if (count >= least) index.set(feature, index.size)
  return index
}
