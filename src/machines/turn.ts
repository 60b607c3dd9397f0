/**
 * Turns a stored conversation by one event. Nothing is kept alive: the snapshot is restored, moved by the
 * pure `transition`, and put away again. A snapshot of an older machine is migrated; one that cannot be
 * keeps what the resident said and starts over politely.
 */
import type { ExecutableActionObject } from 'xstate'
import { createActor, initialTransition } from 'xstate'
import type { Known, RepairDraft } from './draft.ts'
import { emptyDraft } from './draft.ts'
import type { RepairTalkEffect, RepairTalkEvent } from './repair.ts'
import { repairMachine, repairVersion } from './repair.ts'

/** A conversation put away: what `conversations.talk` keeps of it. */
export interface Kept {
  readonly machine: 'repair'
  readonly version: number
  readonly state: string
  readonly context: RepairDraft
}

export interface Turned {
  /** Undefined when the conversation has ended. */
  readonly kept: Kept | undefined
  readonly effects: readonly RepairTalkEffect[]
  /** False when the event means nothing in this state. */
  readonly understood: boolean
  /** The stored snapshot was of a machine that is gone: the resident is told. */
  readonly restarted: boolean
}

const own = new Set(['ask', 'restate', 'file', 'drop'])

export function beginRepair(known: Known): Kept {
  const [snapshot] = initialTransition(repairMachine, { known })
  return keep(snapshot.value, snapshot.context)
}

export function turnRepair(kept: Kept, event: RepairTalkEvent): Turned {
  const { snapshot, restarted } = restore(kept)
  const [next, actions] = moved(snapshot, event)
  return {
    kept: next.status === 'done' ? undefined : keep(next.value, next.context),
    effects: actions.filter((action) => own.has(action.type)) as unknown as RepairTalkEffect[],
    understood: next !== snapshot,
    restarted,
  }
}

/** Never started; xstate's own `transition` makes one of these for every event, at several times its cost. */
const inert = createActor(repairMachine, { input: { known: { rooms: [] } } })

/** The pure `transition` of xstate, in one scope for the whole process: actions come back as data. */
function moved(snapshot: ReturnType<typeof repairMachine.resolveState>, event: RepairTalkEvent) {
  const actions: ExecutableActionObject[] = []
  const scope: Parameters<typeof repairMachine.transition>[2] = {
    self: inert,
    id: '',
    sessionId: '',
    system: inert.system,
    logger: () => {},
    defer: () => {},
    emit: () => {},
    stopChild: () => {},
    actionExecutor: (action) => void actions.push(action),
  }
  return [repairMachine.transition(snapshot, event, scope), actions] as const
}

function restore(kept: Kept) {
  if (kept.version === repairVersion) {
    try {
      return {
        snapshot: repairMachine.resolveState({ value: kept.state, context: kept.context }),
        restarted: false,
      }
    } catch {
      // The state is gone though the version says otherwise: treated like an older machine.
    }
  }
  const context = { ...emptyDraft(kept.context.known), ...kept.context, editing: undefined, asked: undefined }
  return { snapshot: repairMachine.resolveState({ value: 'collecting', context }), restarted: true }
}

function keep(state: string, context: RepairDraft): Kept {
  return { machine: 'repair', version: repairVersion, state, context }
}
