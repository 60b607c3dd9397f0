/** Multinomial logistic regression by AdaGrad; cue features start from, and are pulled towards, what they say. */
export interface Example {
  readonly features: readonly string[]
  readonly values: Readonly<Record<string, number>>
  /** class → share */
  readonly target: ReadonlyMap<number, number>
}
export interface Setting {
  readonly epochs: number
  readonly rate: number
  readonly decay: number
  /** A value feature named after a class starts out speaking for it. */
  readonly prior: number
  readonly minimum: number
  /** Pull of the cue features towards their prior. */
  readonly hold: number
}

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
  const seen = new Map<string, number>()
  for (const { features } of examples)
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  const kept = (feature: string): boolean => (seen.get(feature) ?? 0) >= setting.minimum
  const size = classes.length
  const weights = new Map<string, Float64Array>()
  const squares = new Map<string, Float64Array>()
  const priors = new Map<string, Float64Array>()
  const row = (feature: string): Float64Array => {
    let found = weights.get(feature)
    if (found === undefined) {
      found = new Float64Array(size)
      const prior = new Float64Array(size)
      if (feature.startsWith('=')) {
        const at = classes.indexOf(feature.slice(1))
        if (at >= 0) {
          found[at] = setting.prior
          prior[at] = setting.prior
        }
      }
      weights.set(feature, found)
      priors.set(feature, prior)
      squares.set(feature, new Float64Array(size).fill(1e-2))
    }
    return found
  }
  const active = examples.map(({ features, values, target }) => ({
    target,
    parts: [
      ['*', 1] as const,
      ...features.filter(kept).map((feature) => [feature, 1] as const),
      ...Object.entries(values).filter(([, value]) => value !== 0),
    ],
  }))
  for (let epoch = 0; epoch < setting.epochs; epoch++) {
    // a fixed stride visits every example once, in another order each time
    const stride = [7919, 6101, 5003, 4099][epoch % 4] ?? 7919
    for (let k = 0; k < active.length; k++) {
      const example = active[(k * stride + epoch * 31) % active.length]
      if (example === undefined) continue
      const sums = new Float64Array(size)
      for (const [feature, value] of example.parts) {
        const w = row(feature)
        for (let c = 0; c < size; c++) sums[c] = (sums[c] ?? 0) + (w[c] ?? 0) * value
      }
      const top = Math.max(...sums)
      let total = 0
      for (let c = 0; c < size; c++) total += sums[c] = Math.exp((sums[c] ?? 0) - top)
      for (const [feature, value] of example.parts) {
        const w = row(feature)
        const square = squares.get(feature)
        const prior = priors.get(feature)
        if (square === undefined || prior === undefined) continue
        const decay =
          feature === '*'
            ? 0
            : feature.startsWith('=') || feature.startsWith('+')
              ? setting.hold
              : setting.decay
        for (let c = 0; c < size; c++) {
          const gradient =
            ((sums[c] ?? 0) / total - (example.target.get(c) ?? 0)) * value +
            decay * ((w[c] ?? 0) - (prior[c] ?? 0))
          square[c] = (square[c] ?? 0) + gradient * gradient
          w[c] = (w[c] ?? 0) - (setting.rate * gradient) / Math.sqrt(square[c] ?? 1)
        }
      }
    }
  }
  return weights
}
