/**
 * Turns a stored conversation by one event. Nothing is kept alive: the snapshot is restored, moved by the
 * pure `transition`, and put away again. A snapshot of an older machine is migrated; one that cannot be
 * keeps what the resident said and starts over politely.
 */
import type { ExecutableActionObject } from 'xstate'
import { createActor, initialTransition } from 'xstate'
import type { TalkKind } from '../domain/matter.ts'
import type { Known, Draft } from './draft.ts'
import { emptyDraft } from './draft.ts'
import type { TalkEffect, TalkEvent } from './matter.ts'
import { matterMachine, talkVersion } from './matter.ts'

/** A conversation put away: what `conversations.talk` keeps of it. */
export interface Kept {
  readonly machine: TalkKind
  readonly version: number
  readonly state: string
  readonly context: Draft
}

export interface Turned {
  /** Undefined when the conversation has ended. */
  readonly kept: Kept | undefined
  readonly effects: readonly TalkEffect[]
  /** False when the event means nothing in this state. */
  readonly understood: boolean
  /** The stored snapshot was of a machine that is gone: the resident is told. */
  readonly restarted: boolean
}

const own = new Set(['ask', 'restate', 'file', 'drop'])

export function beginTalk(known: Known, kind: TalkKind = 'repair'): Kept {
  const [snapshot] = initialTransition(matterMachine, { known, kind })
  return keep(snapshot.value, snapshot.context)
}

export function turnTalk(kept: Kept, event: TalkEvent): Turned {
  const { snapshot, restarted } = restore(kept)
  const [next, actions] = moved(snapshot, event)
  return {
    kept: next.status === 'done' ? undefined : keep(next.value, next.context),
    effects: actions.filter((action) => own.has(action.type)) as unknown as TalkEffect[],
    understood: next !== snapshot,
    restarted,
  }
}

/** Never started; xstate's own `transition` makes one of these for every event, at several times its cost. */
const inert = createActor(matterMachine, { input: { known: { rooms: [] }, kind: 'repair' } })

/** The pure `transition` of xstate, in one scope for the whole process: actions come back as data. */
function moved(snapshot: ReturnType<typeof matterMachine.resolveState>, event: TalkEvent) {
  const actions: ExecutableActionObject[] = []
  const scope: Parameters<typeof matterMachine.transition>[2] = {
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
  return [matterMachine.transition(snapshot, event, scope), actions] as const
}

/** Version 1 knew repairs only. */
function migrated(kept: Kept): Kept {
  if (kept.version !== 1) return kept
  return { ...kept, version: 2, context: { ...kept.context, kind: 'repair' } }
}

function restore(stored: Kept) {
  const kept = migrated(stored)
  if (kept.version === talkVersion) {
    try {
      return {
        snapshot: matterMachine.resolveState({ value: kept.state, context: kept.context }),
        restarted: false,
      }
    } catch {
      // The state is gone though the version says otherwise: treated like an older machine.
    }
  }
  const empty = emptyDraft(kept.context.known, kept.context.kind)
  const context = { ...empty, ...kept.context, editing: undefined, asked: undefined }
  return { snapshot: matterMachine.resolveState({ value: 'collecting', context }), restarted: true }
}

function keep(state: string, context: Draft): Kept {
  return { machine: context.kind, version: talkVersion, state, context }
}
