import type { Chance, Clock, Log, PhotoStore } from '../../desk/ports.ts'

/** A stretch of time in which what residents wrote may not have reached us; `to` is missing while it lasts. */
export interface Gap {
  readonly from: Date
  readonly to: Date | undefined
  readonly reason: string
}

export interface WeChatOptions {
  /** The gateway's token, `<sni>_<rest>`. */
  readonly token: string
  /** The gateway's address, `host:port`. */
  readonly endpoint: string
  /**
   * A directory of our own. What reached us is kept here while the house cannot take it, and photos are
   * kept here because the gateway soon forgets them.
   */
  readonly spool: string
  readonly log: Log
  readonly clock: Clock
  readonly chance: Chance
  /** Where the photos of an {@link Outgoing} are read from; without it they cannot be sent. */
  readonly photos?: Pick<PhotoStore, 'read'>
  /** Default: off for a gateway on this machine, else on with the gateway package's own certificate. */
  readonly tls?: { readonly disable?: boolean; readonly caCert?: string; readonly serverName?: string }
  /** The gateway keeps no queue: told when the line goes down, and again when it is back. */
  readonly onGap?: (gap: Gap) => void
  /** A person has to scan this with the office's phone. */
  readonly onLogin?: (qr: string) => void
  readonly timings?: Partial<Timings>
}

/** All in milliseconds. */
export interface Timings {
  /** Between two signs of life asked for, and how long to wait for one before the session is given up. */
  readonly pingMs: number
  readonly deadMs: number
  /** For the first sign of a new session: without one, another client holds the gateway's only stream. */
  readonly firstSignMs: number
  readonly startMs: number
  readonly reconnectMinMs: number
  readonly reconnectMaxMs: number
  readonly rpcMs: number
  readonly sendMs: number
  readonly photoMs: number
  /** How long a message that cannot be read yet may hold up the ones that came after it. */
  readonly orderMs: number
  readonly readRetryMs: number
  /** A message the house has not taken by then is written down, and after `receiveMs` offered again. */
  readonly keepAfterMs: number
  readonly receiveMs: number
  readonly receiveRetryMinMs: number
  readonly receiveRetryMaxMs: number
  /** Between two friend requests or invitations accepted. */
  readonly acceptMs: number
  readonly perChatMs: number
  readonly perAccountMs: number
  readonly stopMs: number
}

export const productionTimings: Timings = {
  pingMs: 15_000,
  deadMs: 40_000,
  firstSignMs: 5_000,
  startMs: 20_000,
  reconnectMinMs: 500,
  reconnectMaxMs: 15_000,
  rpcMs: 10_000,
  sendMs: 20_000,
  photoMs: 60_000,
  orderMs: 5_000,
  readRetryMs: 500,
  keepAfterMs: 1_000,
  receiveMs: 60_000,
  receiveRetryMinMs: 500,
  receiveRetryMaxMs: 30_000,
  acceptMs: 5_000,
  perChatMs: 1_500,
  perAccountMs: 4_000,
  stopMs: 10_000,
}

const tokenShape = /^[^_\s]+_\S+$/
const endpointShape = /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9.-]+):(\d{1,5})$/

/** Throws one sentence naming the variable to correct: left empty, wechaty would ask strangers instead. */
export function checkGateway(token: string, endpoint: string): void {
  if (!tokenShape.test(token))
    throw new Error('WECHATY_PUPPET_SERVICE_TOKEN must look like <sni>_<rest>, for example insecure_1234.')
  const port = Number(endpointShape.exec(endpoint)?.[2] ?? 0)
  if (port < 1 || port > 65_535)
    throw new Error('WECHATY_PUPPET_SERVICE_ENDPOINT must look like host:port, for example 127.0.0.1:8788.')
}

export function onThisMachine(endpoint: string): boolean {
  const host = endpoint.slice(0, endpoint.lastIndexOf(':'))
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.')
}
