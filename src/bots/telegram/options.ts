import type { Chance, Log } from '../../desk/ports.ts'

export interface TelegramOptions {
  readonly token: string
  /** `https://api.telegram.org`, or a Bot API server of one's own. */
  readonly apiRoot: string
  readonly mode: 'polling' | 'webhook'
  /** Webhook mode: what Telegram repeats in its secret header. Without it every push is refused. */
  readonly webhookSecret?: string
  /** Webhook mode: the public address. Without it whoever runs the house registers the webhook. */
  readonly webhookUrl?: string
  readonly log: Log
  readonly chance: Chance
  /** Bytes of a stored photo, to send it along. */
  readonly readPhoto?: (hash: string) => Promise<Uint8Array | undefined>
  readonly timing?: Partial<Timing>
}

/** Milliseconds, unless the name says otherwise. */
export interface Timing {
  /** How long Telegram may hold an empty getUpdates. */
  readonly pollSeconds: number
  /** How much longer than that we wait for its answer. */
  readonly pollGrace: number
  /** For every other call: no answer by then means we do not know what became of it. */
  readonly call: number
  readonly connect: number
  /** A whole photo. */
  readonly download: number
  readonly backoffMin: number
  readonly backoffMax: number
  /** Between tries with a token that Telegram refuses. */
  readonly refusedToken: number
  /** Between the parts of one long text. */
  readonly betweenParts: number
}

export const usualTiming: Timing = {
  pollSeconds: 25,
  pollGrace: 10_000,
  call: 15_000,
  connect: 7_000,
  download: 60_000,
  backoffMin: 500,
  backoffMax: 15_000,
  refusedToken: 60_000,
  betweenParts: 1_050,
}
