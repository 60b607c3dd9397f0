/**
 * The updates Telegram keeps for one bot. Polling: an update stays until a higher offset asks for what
 * follows it; a second poller ends the first. Webhook: pushed chat by chat, in order, again and again
 * until a 2xx.
 */
import type { Json } from './telegramUpdates.ts'

export interface Update extends Json {
  readonly update_id: number
}

export class Refused extends Error {
  readonly code: number
  readonly parameters: Json | undefined

  constructor(code: number, description: string, parameters?: Json) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export interface Webhook {
  readonly url: string
  readonly secret: string | undefined
}

export interface Queue {
  add(update: Update): void
  /** Delivers an update once more though it may be confirmed. */
  addAgain(update: Update): void
  poll(offset: number | undefined, limit: number, timeoutMs: number): Promise<Update[]>
  setWebhook(webhook: Webhook | undefined): void
  webhookInfo(): Json
  pending(): number
  /** Update ids passed by an offset or answered with 2xx, in that order. */
  readonly confirmed: number[]
  close(): void
}

interface Waiting {
  readonly entry: { update: Update; again: boolean }
}

export function keepQueue({ retryMs, timeoutMs: pushMs }: { retryMs: number; timeoutMs: number }): Queue {
  let entries: Waiting['entry'][] = []
  let poller: { end: (error?: Refused) => void } | undefined
  let webhook: Webhook | undefined
  let lastError: string | undefined
  const busy = new Set<string>()
  const retries = new Set<NodeJS.Timeout>()
  const confirmed: number[] = []

  function take(limit: number): Update[] {
    return entries.slice(0, limit).map((entry) => {
      entry.again = false
      return entry.update
    })
  }

  function confirmBefore(offset: number): void {
    const passed = entries.filter(({ update, again }) => update.update_id < offset && !again)
    entries = entries.filter((entry) => !passed.includes(entry))
    confirmed.push(...passed.map(({ update }) => update.update_id))
  }

  function arrived(): void {
    poller?.end()
    if (!webhook) return
    for (const entry of [...entries]) {
      const chat = chatKey(entry.update)
      if (busy.has(chat)) continue
      busy.add(chat)
      void push(webhook, entry, chat)
    }
  }

  async function push(to: Webhook, entry: Waiting['entry'], chat: string): Promise<void> {
    const failed = await pushOnce(to, entry.update, pushMs)
    if (failed === undefined) {
      entries = entries.filter((other) => other !== entry)
      confirmed.push(entry.update.update_id)
      busy.delete(chat)
      return arrived()
    }
    lastError = failed
    const timer = setTimeout(() => {
      retries.delete(timer)
      busy.delete(chat)
      arrived()
    }, retryMs)
    retries.add(timer)
  }

  return {
    confirmed,
    add(update) {
      entries.push({ update, again: false })
      arrived()
    },
    addAgain(update) {
      entries.push({ update, again: true })
      arrived()
    },
    async poll(offset, limit, timeoutMs) {
      poller?.end(
        new Refused(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      )
      if (webhook) {
        throw new Refused(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
      }
      if (offset !== undefined && offset < 0) entries = entries.slice(offset)
      else if (offset !== undefined) confirmBefore(offset)
      if (entries.length === 0 && timeoutMs > 0) {
        await new Promise<void>((resolve, reject) => {
          const end = (error?: Refused) => {
            clearTimeout(timer)
            if (poller === mine) poller = undefined
            if (error) reject(error)
            else resolve()
          }
          const timer = setTimeout(end, timeoutMs)
          const mine = { end }
          poller = mine
        })
      }
      return take(limit)
    },
    setWebhook(next) {
      webhook = next
      if (next) poller?.end(new Refused(409, 'Conflict: terminated by setWebhook request'))
      arrived()
    },
    webhookInfo: () => ({
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: entries.length,
      ...(lastError === undefined ? {} : { last_error_message: lastError }),
    }),
    pending: () => entries.length,
    close() {
      webhook = undefined
      poller?.end()
      for (const timer of retries) clearTimeout(timer)
    },
  }
}

/** Undefined when the push was taken. */
async function pushOnce(to: Webhook, update: Update, timeoutMs: number): Promise<string | undefined> {
  try {
    const answer = await fetch(to.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(to.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': to.secret }),
      },
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(timeoutMs),
    })
    await answer.arrayBuffer()
    return answer.ok ? undefined : `Wrong response from the webhook: ${answer.status}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function chatKey(update: Update): string {
  const { message, edited_message, callback_query } = update as Record<
    string,
    { chat?: { id: number }; message?: { chat: { id: number } } } | undefined
  >
  return String((message ?? edited_message)?.chat?.id ?? callback_query?.message?.chat.id)
}
