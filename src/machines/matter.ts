/**
 * The conversation about one matter, whatever its kind: few states, real events. `collecting` until nothing is missing, `confirming`
 * until the resident agrees, `filed` or `dropped` at the end. What to ask next is derived from the draft
 * (`draft.ts`); nothing runs between messages, effects come back as data from `transition`.
 */
import { assign, setup } from 'xstate'
import type { TalkKind } from '../domain/matter.ts'
import type { Known, Draft, Slot } from './draft.ts'
import { emptyDraft, nextQuestion, withKnown } from './draft.ts'
import type { Said } from './fill.ts'
import { fill } from './fill.ts'

export const talkVersion = 2

export type TalkEvent =
  | ({ type: 'SAID' } & Said)
  | { type: 'PHOTOS'; count: number; said?: Said }
  | { type: 'PHONE'; phone: string }
  | { type: 'YES' }
  | { type: 'NO' }
  | { type: 'EDIT'; slot?: Slot; said?: Said }
  | { type: 'BACK' }
  /** Nothing is to be changed after all. */
  | { type: 'KEEP' }
  | { type: 'CANCEL' }
  | { type: 'RESUME' }

/** What the desk is to do after a step: said as data, done in the transaction of the message. */
export type TalkEffect =
  | { type: 'ask'; params: { slot: Slot | 'which'; draft: Draft } }
  | { type: 'restate'; params: { draft: Draft } }
  | { type: 'file'; params: { draft: Draft } }
  | { type: 'drop'; params: { draft: Draft } }

type Context = Draft

const isComplete = (draft: Draft) => nextQuestion(draft) === undefined

/** The slot 返回 goes to: the last answered one, or the one being asked. */
function stepBack(draft: Draft): Draft {
  const last = draft.trail.at(-1)
  if (last === undefined) return { ...draft, editing: undefined, trouble: undefined }
  const { [slotField[last]]: _taken, ...rest } = draft
  return {
    ...rest,
    words: last === 'description' ? [] : draft.words,
    editing: last,
    trail: draft.trail.slice(0, -1),
  }
}

const slotField = {
  description: 'trouble',
  target: 'target',
  location_kind: 'locationKind',
  room: 'room',
  place: 'place',
  time: 'when',
  phone: 'phone',
} as const satisfies Record<Slot, keyof Draft>

function edited(draft: Draft, slot: Slot | undefined, said: Said | undefined): Draft {
  if (said !== undefined && carriesSlot(said))
    return { ...fill({ ...draft, editing: slot ?? 'which' }, said), editing: undefined }
  return { ...draft, editing: slot ?? 'which', trouble: undefined }
}

function carriesSlot(said: Said): boolean {
  const { room, phone, time } = said.meaning.slots
  return room !== undefined || phone !== undefined || time?.role === 'visit'
}

export const matterMachine = setup({
  types: { context: {} as Context, events: {} as TalkEvent, input: {} as { known: Known; kind: TalkKind } },
  guards: { complete: ({ context }) => isComplete(context) },
  actions: {
    fill: assign(({ context, event }) => (event.type === 'SAID' ? fill(context, event) : context)),
    addPhotos: assign(({ context, event }) => {
      if (event.type !== 'PHOTOS') return context
      const seen = { ...context, photos: context.photos + event.count }
      return event.said === undefined ? withKnown({ ...seen, trouble: undefined }) : fill(seen, event.said)
    }),
    setPhone: assign(({ context, event }) =>
      event.type === 'PHONE'
        ? withKnown({ ...context, phone: event.phone, trouble: undefined, editing: undefined })
        : context,
    ),
    edit: assign(({ context, event }) =>
      event.type === 'EDIT' ? edited(context, event.slot, event.said) : context,
    ),
    back: assign(({ context }) => stepBack(context)),
    keep: assign(({ context }) => ({ ...context, editing: undefined, trouble: undefined })),
    noteAsked: assign(({ context }) => {
      const question = nextQuestion(context)
      return { ...context, asked: question === 'which' ? undefined : question }
    }),
    ask: (_, _params: { slot: Slot | 'which'; draft: Draft }) => {},
    restate: (_, _params: { draft: Draft }) => {},
    file: (_, _params: { draft: Draft }) => {},
    drop: (_, _params: { draft: Draft }) => {},
  },
}).createMachine({
  id: 'matter',
  context: ({ input }) => emptyDraft(input.known, input.kind),
  initial: 'collecting',
  states: {
    collecting: {
      on: {
        SAID: { target: 'weighing', actions: 'fill' },
        PHOTOS: { target: 'weighing', actions: 'addPhotos' },
        PHONE: { target: 'weighing', actions: 'setPhone' },
        EDIT: { target: 'weighing', actions: 'edit' },
        BACK: { target: 'weighing', actions: 'back' },
        KEEP: { target: 'weighing', actions: 'keep' },
        RESUME: 'weighing',
        CANCEL: 'dropped',
      },
    },
    /** Passed through at once: is anything still missing? */
    weighing: {
      always: [
        {
          guard: 'complete',
          target: 'confirming',
          actions: ['noteAsked', { type: 'restate', params: ({ context }) => ({ draft: context }) }],
        },
        {
          target: 'collecting',
          actions: [
            'noteAsked',
            {
              type: 'ask',
              params: ({ context }) => ({ slot: nextQuestion(context) ?? 'which', draft: context }),
            },
          ],
        },
      ],
    },
    confirming: {
      on: {
        YES: { target: 'filed', actions: { type: 'file', params: ({ context }) => ({ draft: context }) } },
        NO: {
          target: 'weighing',
          actions: assign(({ context }) => ({ ...context, editing: 'which' as const })),
        },
        SAID: { target: 'weighing', actions: 'fill' },
        PHOTOS: { target: 'weighing', actions: 'addPhotos' },
        PHONE: { target: 'weighing', actions: 'setPhone' },
        EDIT: { target: 'weighing', actions: 'edit' },
        BACK: { target: 'weighing', actions: 'back' },
        RESUME: 'weighing',
        CANCEL: 'dropped',
      },
    },
    filed: { type: 'final' },
    dropped: { type: 'final', entry: { type: 'drop', params: ({ context }) => ({ draft: context }) } },
  },
})
