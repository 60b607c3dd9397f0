/** Troubles a Bot API server makes, planned per method or by chance. */

export type Fault =
  | {
      readonly kind: 'error'
      readonly code: number
      readonly description: string
      readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number }
    }
  /** Not JSON: what a proxy in between answers. */
  | { readonly kind: 'html'; readonly status: number; readonly when?: When }
  | { readonly kind: 'drop'; readonly when: When }
  | { readonly kind: 'hang'; readonly when: When }
  /** No trouble, this once: lets a later call be the one that fails. */
  | { readonly kind: 'pass' }

/** Before the request was processed, or after: delivered, and the answer is lost. */
export type When = 'before' | 'after'

export const tooMany = (seconds: number): Fault => ({
  kind: 'error',
  code: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  parameters: { retry_after: seconds },
})
export const serverError: Fault = { kind: 'error', code: 500, description: 'Internal Server Error' }
export const badGateway: Fault = { kind: 'html', status: 502 }
export const blocked: Fault = {
  kind: 'error',
  code: 403,
  description: 'Forbidden: bot was blocked by the user',
}
export const conflict: Fault = {
  kind: 'error',
  code: 409,
  description:
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
}
export const unauthorized: Fault = { kind: 'error', code: 401, description: 'Unauthorized' }

export interface Disturbance {
  /** Without it: every method. */
  readonly method?: string
  readonly probability: number
  readonly faults: readonly Fault[]
  readonly seed?: number
}

export interface Faults {
  plan(method: string, fault: Fault, times: number): void
  disturb(disturbance: Disturbance): void
  clear(): void
  /** The fault this call meets, if any; a planned one is used up. */
  next(method: string): Fault | undefined
  /** How often each kind struck. */
  readonly struck: Record<string, number>
}

export function keepFaults(): Faults {
  const planned = new Map<string, Fault[]>()
  const struck: Record<string, number> = {}
  let disturbances: { of: Disturbance; chance: () => number }[] = []

  function choose(method: string): Fault | undefined {
    const first = planned.get(method)?.shift()
    if (first) return first
    for (const { of, chance } of disturbances) {
      if (of.method !== undefined && of.method !== method) continue
      if (chance() < of.probability) return of.faults[Math.floor(chance() * of.faults.length)]
    }
    return undefined
  }

  return {
    struck,
    plan(method, fault, times) {
      planned.set(method, [...(planned.get(method) ?? []), ...Array<Fault>(times).fill(fault)])
    },
    disturb(of) {
      disturbances = [...disturbances, { of, chance: seeded(of.seed ?? 1) }]
    },
    clear() {
      planned.clear()
      disturbances = []
    },
    next(method) {
      const fault = choose(method)
      if (fault?.kind === 'pass') return undefined
      if (fault) struck[fault.kind] = (struck[fault.kind] ?? 0) + 1
      return fault
    },
  }
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
