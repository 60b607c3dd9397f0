/**
 * One call of the Bot API, as a value: what Telegram answered, or how it failed. Three failures are
 * kept apart, because a message may be sent again only after two of them: a refusal (Telegram said
 * no), unsent (the request was never written), unanswered (it was, and nothing usable came back).
 */
import { Telegram, TelegramError } from 'telegraf'
import type { Opts, Telegram as Methods } from 'telegraf/types'
import { agentFor } from './agent.ts'
import { redacting } from './redact.ts'

export type Failure =
  | {
      readonly kind: 'refusal'
      readonly code: number
      readonly reason: string
      readonly retryAfterMs?: number
      readonly movedTo?: string
    }
  | { readonly kind: 'unsent'; readonly reason: string }
  | { readonly kind: 'unanswered'; readonly reason: string }

export type Answer<T> =
  { readonly ok: true; readonly result: T } | { readonly ok: false; readonly failure: Failure }

export interface CallLimits {
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

export interface Api {
  /** Never rejects; no reason it gives contains the token. */
  call<M extends keyof Methods>(
    method: M,
    payload: Opts<M>,
    limits?: CallLimits,
  ): Promise<Answer<ReturnType<Methods[M]>>>
  /** Contains the token: never to be logged or shown. */
  fileAddress(path: string): string
}

export interface ApiOptions {
  readonly token: string
  readonly apiRoot: string
  readonly callMs: number
  readonly connectMs: number
}

export function telegramApi({ token, apiRoot, callMs, connectMs }: ApiOptions): Api {
  const root = apiRoot.replace(/\/*$/, '/')
  const redact = redacting(token)
  const telegram = new Telegram(token, { apiRoot: root, webhookReply: false })
  telegram.options.agent = agentFor(root, connectMs) // the constructor drops an agent for http

  return {
    async call(method, payload, { timeoutMs = callMs, signal } = {}) {
      const abort = new AbortController()
      const stop = () => abort.abort()
      const limit = setTimeout(stop, timeoutMs)
      signal?.addEventListener('abort', stop)
      if (signal?.aborted) stop()
      try {
        return {
          ok: true,
          result: await telegram.callApi(method, payload, { signal: abort.signal as never }),
        }
      } catch (error) {
        return { ok: false, failure: failureOf(error, redact) }
      } finally {
        clearTimeout(limit)
        signal?.removeEventListener('abort', stop)
      }
    },
    fileAddress: (path) => `${root}file/bot${token}/${encodeURI(path)}`,
  }
}

function failureOf(error: unknown, redact: (text: string) => string): Failure {
  if (error instanceof TelegramError) {
    const { retry_after: seconds, migrate_to_chat_id: movedTo } = error.parameters ?? {}
    return {
      kind: 'refusal',
      code: error.code,
      reason: redact(error.message),
      ...(seconds === undefined ? {} : { retryAfterMs: seconds * 1000 }),
      ...(movedTo === undefined ? {} : { movedTo: String(movedTo) }),
    }
  }
  const reason = redact(error instanceof Error ? error.message : String(error))
  return { kind: neverWritten(error) ? 'unsent' : 'unanswered', reason }
}

const noConnection = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ERR_TLS_.*|.*CERT.*|UNABLE_TO_.*)$/
// Node reports several failed addresses of one name as one error with an empty message.
const connecting = /reason: (connect |getaddrinfo |$)|before secure TLS connection was established/

function neverWritten(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return noConnection.test(code) || connecting.test(error.message)
}
