/**
 * A record's lifecycle is a table: from, event, to, who may, guard. Bot, console, import and deadlines
 * all ask the same table through {@link advance}; a change that is not in it does not happen.
 */
import type { Actor, StaffRole } from './staff.ts'
import { hasRole } from './staff.ts'

export type Who = StaffRole | 'resident' | 'house'

export interface Transition<State extends string, Event extends string, Facts> {
  readonly from: readonly State[]
  readonly event: Event
  readonly to: State
  readonly who: readonly Who[]
  /** What must be true besides the state; named, so that the refusal can say what is missing. */
  readonly guard?: {
    readonly name: string
    readonly holds: (facts: Facts) => boolean
    /** Which of several things is missing, where the name alone does not say it. */
    readonly missing?: (facts: Facts) => string
  }
}

export type Refusal =
  | { readonly kind: 'refused'; readonly because: 'not_now'; readonly state: string }
  | { readonly kind: 'refused'; readonly because: 'not_you'; readonly who: readonly Who[] }
  | { readonly kind: 'refused'; readonly because: 'missing'; readonly guard: string }

export type Advance<State extends string> = { readonly kind: 'to'; readonly to: State } | Refusal

/**
 * The state after `event`, or why not. Rows are read top down and the first whose state, actor and guard
 * fit wins; a refusal names the nearest miss: the state, then the person, then the guard.
 */
export function advance<State extends string, Event extends string, Facts>(
  table: readonly Transition<State, Event, Facts>[],
  state: State,
  event: Event,
  actor: Actor,
  facts: Facts,
): Advance<State> {
  const here = table.filter((row) => row.event === event && row.from.includes(state))
  if (here.length === 0) return { kind: 'refused', because: 'not_now', state }
  const mine = here.filter((row) => may(actor, row.who))
  if (mine.length === 0) return { kind: 'refused', because: 'not_you', who: here.flatMap((row) => row.who) }
  const open = mine.find((row) => row.guard === undefined || row.guard.holds(facts))
  if (open === undefined) {
    const guard = mine[0]?.guard
    return { kind: 'refused', because: 'missing', guard: guard?.missing?.(facts) ?? guard?.name ?? '' }
  }
  return { kind: 'to', to: open.to }
}

export function may(actor: Actor, who: readonly Who[]): boolean {
  if (actor.kind === 'resident') return who.includes('resident')
  if (actor.kind === 'house') return who.includes('house')
  return hasRole(actor, ...who.filter((w): w is StaffRole => w !== 'resident' && w !== 'house'))
}
