import type { ChannelName } from './message.ts'

/**
 * One thing said to one chat. A channel that has buttons shows `choices` as buttons whose data is the
 * nonce; a channel without shows a numbered list, and the desk maps the number back.
 */
export interface Outgoing {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** Hashes of stored photos to send along. */
  readonly photos?: readonly string[]
  /** Deliver without a sound where the platform can. */
  readonly silent?: boolean
}

export interface Choice {
  readonly label: string
  /** Opaque, one-time, ≤ 32 ASCII characters `[A-Za-z0-9_-]`. */
  readonly nonce: string
}

/** What a platform answered to a send. A channel's `send` never throws: it returns one of these. */
export type SendOutcome =
  /** Accepted. `id` is the platform's id of what was sent, where it has one. */
  | { readonly kind: 'sent'; readonly id?: string }
  /**
   * Not delivered; try again, no earlier than `afterMs`. `perhapsSent`: most likely not, but a gateway
   * answered in the platform's place, so a repeat is counted.
   */
  | {
      readonly kind: 'retry'
      readonly reason: string
      readonly afterMs?: number
      readonly perhapsSent?: boolean
    }
  /**
   * Certainly not delivered, and no fault: it has to wait exactly `afterMs`. The platform asks the whole
   * account for silence (429), unless it is this row `alone` that waits.
   */
  | {
      readonly kind: 'pause'
      readonly reason: string
      readonly afterMs: number
      readonly alone?: boolean
    }
  /** The request was written and no answer came: it may have been delivered. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** This chat cannot be reached any more (blocked, kicked, deactivated). */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The group lives at another id now; nothing was delivered. */
  | { readonly kind: 'moved'; readonly to: string }
  /** The platform will never take this message. */
  | { readonly kind: 'refused'; readonly reason: string }

export type ChannelState =
  | { readonly state: 'off' }
  | { readonly state: 'offline'; readonly reason: string; readonly since: Date }
  /** A person has to scan `qr` with a phone. */
  | { readonly state: 'needs-login'; readonly qr?: string; readonly since: Date }
  | { readonly state: 'online'; readonly self: string; readonly since: Date }

export interface ChannelStatus {
  readonly channel: ChannelName
  readonly account: string
  readonly status: ChannelState
}
