/** What a conversation remembers between two messages (`conversations.talk`). */
import type { Kept } from '../machines/turn.ts'

export interface Talk {
  /** The matter being talked about. */
  readonly now?: Kept
  /** Matters interrupted by another one, newest last; offered back when that one ends. */
  readonly parked?: readonly Kept[]
  /** A person has taken over: the bot keeps silent until handed back. */
  readonly human?: { readonly number: string; readonly since: string }
  /** Choices of the last reply: pressing one, or its number, is the same as saying its words. */
  readonly menu?: readonly { readonly nonce: string; readonly label: string; readonly say: string }[]
  /** What was said and not understood, for the colleague. */
  readonly unclear?: string
  /** Messages in a row that were not understood. */
  readonly misses?: number
  /** The local date of the last greeting. */
  readonly greeted?: string
  /** The resident chose the language; it is not guessed any more. */
  readonly languageChosen?: boolean
  /** The last album, so that its parts are acknowledged once. */
  readonly album?: string
  /** 绑定 was asked for: the next room or code is a claim. */
  readonly binding?: boolean
  /** The last record filed here, with the words it came from: the same again files nothing. */
  readonly last?: Filed
  /** The last few of them, newest last. */
  readonly filed?: readonly Filed[]
  /** An emergency whose place is still being asked. */
  readonly emergency?: { readonly number: string; readonly at: string; readonly asksPlace: boolean }
  /** The newest question about a record when the house last answered here: a newer one goes before its menu. */
  readonly seen?: string
  /** When the resident last said something to the draft. */
  readonly touched?: string
}

export interface Filed {
  readonly number: string
  readonly at: string
  readonly words: readonly string[]
}

/** Remembers what was filed, so that the same words again do not file it twice. */
export function withFiled(talk: Talk, filed: Filed): Talk {
  return { ...talk, last: filed, filed: [...(talk.filed ?? []), filed].slice(-5) }
}

/** The record the same words already became, since `since`. */
export function filedFrom(talk: Talk, text: string, since: Date): Filed | undefined {
  const all = [...(talk.filed ?? []), ...(talk.last === undefined ? [] : [talk.last])]
  return all.findLast(({ at, words }) => words.includes(text.trim()) && new Date(at) > since)
}
