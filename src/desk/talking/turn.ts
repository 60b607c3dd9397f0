/**
 * What a message leads to, before anything is done: a value from a closed list. `decide` makes it, the
 * transaction carries it out. Replies without tasks need no transaction of their own.
 */
import type { Language, PlainKind } from '../../domain/matter.ts'
import type { RoomName } from '../../domain/place.ts'
import type { Draft } from '../../machines/draft.ts'
import type { Act } from '../act.ts'
import type { Talk } from '../talk.ts'

export interface Reply {
  readonly text: string
  readonly choices?: readonly { readonly label: string; readonly say: string }[]
}

export type Task =
  | { readonly do: 'file'; readonly draft: Draft }
  | {
      readonly do: 'emergency'
      readonly text: string
      readonly what: string
      readonly room: RoomName | null
      readonly phone: string
      readonly category: string | null
      readonly locationKind: string | null
    }
  /** Where the emergency is, said afterwards. */
  | {
      readonly do: 'emergencyPlace'
      readonly number: string
      readonly text: string
      readonly room: RoomName | null
      readonly phone?: string
    }
  | {
      readonly do: 'handoff'
      readonly text: string
      readonly silent: boolean
      readonly tone: 'plain' | 'sorry'
      readonly category: string | null
    }
  /** Kept at once, without a question. */
  | { readonly do: 'keep'; readonly kind: PlainKind; readonly text: string; readonly room: RoomName | null }
  | { readonly do: 'passOn'; readonly number: string; readonly text: string }
  | { readonly do: 'backToBot'; readonly number: string }
  | { readonly do: 'progress'; readonly number?: string }
  | { readonly do: 'cancelRecord'; readonly number?: string }
  | { readonly do: 'act'; readonly act: Act; readonly nonce?: string; readonly question?: string }
  | { readonly do: 'code'; readonly code: string }
  /** A code of one's own, to bind another channel. */
  | { readonly do: 'newCode' }
  | { readonly do: 'claim'; readonly room: RoomName; readonly name: string; readonly phone: string }
  | { readonly do: 'photos'; readonly refs: readonly string[]; readonly number?: string }
  | { readonly do: 'note'; readonly number: string; readonly text: string }

export interface Turn {
  readonly talk: Talk
  readonly language: Language
  readonly replies: readonly Reply[]
  readonly tasks: readonly Task[]
}

export const silence = (talk: Talk, language: Language): Turn => ({ talk, language, replies: [], tasks: [] })
