/** Multinomial logistic regression by AdaGrad. Deterministic: a fixed order, no chance. */
export interface Example {
  readonly features: readonly string[]
  /** class → share */
  readonly target: ReadonlyMap<number, number>
}
export interface Setting {
  readonly epochs: number
  readonly rate: number
  readonly decay: number
}

/** An accepted alternative is part of what is right. */
export function share(
  gold: string,
  others: readonly string[],
  classes: readonly string[],
): Map<number, number> {
  const target = new Map<number, number>()
  const known = others.filter((other) => classes.includes(other))
  target.set(classes.indexOf(gold), known.length === 0 ? 1 : 0.75)
  for (const other of known) {
    const at = classes.indexOf(other)
    target.set(at, (target.get(at) ?? 0) + 0.25 / known.length)
  }
  return target
}

export function train(
  examples: readonly Example[],
  classes: readonly string[],
  setting: Setting,
): Map<string, Float64Array> {
  const size = classes.length
  const weights = new Map<string, Float64Array>()
  const squares = new Map<string, Float64Array>()
  const row = (of: Map<string, Float64Array>, feature: string, start: number): Float64Array => {
    let found = of.get(feature)
    if (found === undefined) {
      found = new Float64Array(size).fill(start)
      of.set(feature, found)
    }
    return found
  }
  for (let epoch = 0; epoch < setting.epochs; epoch++) {
    // a stride prime to the count visits every example once, in another order each time
    const stride = [7919, 6101, 5003, 4099][epoch % 4] ?? 7919
    for (let k = 0; k < examples.length; k++) {
      const example = examples[(k * stride + epoch * 31) % examples.length]
      if (example === undefined) continue
      const features = ['*', ...example.features]
      const sums = new Float64Array(size)
      for (const feature of features) {
        const w = row(weights, feature, 0)
        for (let c = 0; c < size; c++) sums[c] = (sums[c] ?? 0) + (w[c] ?? 0)
      }
      const top = Math.max(...sums)
      let total = 0
      for (let c = 0; c < size; c++) total += sums[c] = Math.exp((sums[c] ?? 0) - top)
      for (const feature of features) {
        const w = row(weights, feature, 0)
        const square = row(squares, feature, 1e-2)
        const decay = feature === '*' ? 0 : setting.decay
        for (let c = 0; c < size; c++) {
          const gradient = (sums[c] ?? 0) / total - (example.target.get(c) ?? 0) + decay * (w[c] ?? 0)
          square[c] = (square[c] ?? 0) + gradient * gradient
          w[c] = (w[c] ?? 0) - (setting.rate * gradient) / Math.sqrt(square[c] ?? 1)
        }
      }
    }
  }
  return weights
}
