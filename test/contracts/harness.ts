import type { Channel } from '../../src/desk/ports.ts'
import type { Message } from '../../src/domain/message.ts'

/** What the people on the other side of a platform see: one delivered message. */
export interface Seen {
  readonly chat: string
  readonly text: string
  /** Button labels with the data a press would send back; empty where the platform has no buttons. */
  readonly buttons: readonly { readonly label: string; readonly data: string }[]
  readonly photos: readonly Uint8Array[]
}

export interface SayOptions {
  /** Default: a private chat. */
  readonly group?: boolean
  /** In a group: mention the bot. */
  readonly mention?: boolean
  /** Written by the bot's own account. */
  readonly own?: boolean
  /** Which resident; default 0. */
  readonly who?: number
}

/** A real platform peer on loopback with our channel connected to it. */
export interface ChannelHarness {
  readonly channel: Channel
  /** What the channel handed to the house, in order. */
  readonly received: Message[]
  /** What the platform's users saw, in order. */
  readonly seen: Seen[]
  /** The next `times` calls of the house's `receive` reject (nothing was kept). */
  failReceive(times: number): void
  /** Somebody writes. Resolves when the platform has taken the message, not when we have. */
  says(text: string, options?: SayOptions): Promise<void>
  sendsPhoto(bytes: Uint8Array, caption?: string, options?: SayOptions): Promise<void>
  /** Presses a button by its data; only where `channel.canPressButtons`. */
  presses(data: string, options?: SayOptions): Promise<void>
  /** The platform delivers its last message once more with the same id. */
  redelivers(): Promise<void>
  /** Waits until `done()` is true, polling; rejects after 10 s naming `what`. */
  eventually(done: () => boolean, what: string): Promise<void>
  close(): Promise<void>
}

/** True where the platform itself delivers again what was not acknowledged (not WeChat). */
export interface ContractTraits {
  readonly redeliversUnacknowledged: boolean
  readonly groups: boolean
}

export type OpenHarness = () => Promise<ChannelHarness>
