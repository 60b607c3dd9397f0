/** A counting gate: at most `permits` pieces of work at once, the rest wait in the order they came. */
export interface Gate {
  pass<T>(work: () => Promise<T>): Promise<T>
  inFlight(): number
}

export function gate(permits: number): Gate {
  let free = permits
  const waiting: (() => void)[] = []
  return {
    async pass(work) {
      if (free > 0) free -= 1
      else await new Promise<void>((go) => waiting.push(go))
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next === undefined) free += 1
        else next()
      }
    },
    inFlight: () => permits - free + waiting.length,
  }
}
