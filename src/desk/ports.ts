/** What the desk needs of the outside. `bots/`, `db/` and `edge/` implement these; tests use real ones. */
import type { Message, ChannelName, Address, PhotoRef } from '../domain/message.ts'
import type { Outgoing, SendOutcome, ChannelState } from '../domain/outgoing.ts'

/** The one source of time. */
export interface Clock {
  now(): Date
}

/** The one source of chance: ids, nonces, codes, jitter. Seeded in the simulation. */
export interface Chance {
  /** 0 ≤ x < 1 */
  number(): number
  /** `length` characters of `[A-Za-z0-9_-]`, unguessable in production. */
  token(length: number): string
}

/**
 * Structured log. Only ids, counts and closed words go into `fields`: never text, names, phones,
 * rooms or tokens.
 */
export type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>
export interface Log {
  debug(event: string, fields?: Fields): void
  info(event: string, fields?: Fields): void
  warn(event: string, fields?: Fields): void
  error(event: string, fields?: Fields): void
}

/**
 * Takes one message into the house. Resolves only after it is committed (handled, or kept to be
 * handled): from then on the platform may be told "received". Rejects when nothing could be kept; the
 * platform must then deliver it again. Calling it twice with the same message is harmless.
 */
export type Receive = (message: Message) => Promise<void>

/**
 * Keeps many messages of one chat in order, to be handled in the background: for a chat that wrote so much
 * at once that others would wait. The same promise as {@link Receive}.
 */
export type KeepBehind = (messages: readonly [Message, ...Message[]]) => Promise<void>

/** One platform account. Every implementation passes `test/contracts/channel.ts`. */
export interface Channel {
  readonly name: ChannelName
  /** The bot's own account; empty until the platform said who we are. */
  readonly account: string
  readonly canPressButtons: boolean
  /** Longest text of one platform message, in the platform's unit (UTF-16 code units). */
  readonly maxText: number
  /** Pause between two sends to the same chat, and between any two sends of the account, in ms. */
  readonly pace: { readonly perChatMs: number; readonly perAccountMs: number }
  /** Begins receiving and returns at once; whether it works is told by {@link status}. Never throws later. */
  start(receive: Receive, keepBehind?: KeepBehind): Promise<void>
  /** Stops receiving, lets running deliveries end; never logs the account out. */
  stop(): Promise<void>
  /** Sends one thing; splits what is longer than {@link maxText}. Never throws. */
  send(to: Address, what: Outgoing): Promise<SendOutcome>
  /** Fetches a photo of a received message, at most `maxBytes`. */
  fetchPhoto(photo: PhotoRef, maxBytes: number): Promise<FetchedPhoto>
  status(): ChannelState
}

export type FetchedPhoto =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'too_large' | 'gone' | 'failed' }

/** Photos outside the database, by the hash of what is stored. */
export interface PhotoStore {
  /** Checks magic bytes, size and pixels, re-encodes (drops EXIF), stores. */
  keep(bytes: Uint8Array): Promise<KeptPhoto>
  read(hash: string): Promise<Uint8Array | undefined>
}

export type KeptPhoto =
  | {
      readonly ok: true
      readonly hash: string
      readonly width: number
      readonly height: number
      readonly bytes: number
    }
  | {
      readonly ok: false
      readonly reason: 'too_large' | 'too_many_pixels' | 'not_a_photo' | 'damaged' | 'no_space'
    }
