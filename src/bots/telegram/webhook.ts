/**
 * Webhook pushes. The answer is the acknowledgement: 2xx only after the house has committed the
 * update, anything else and Telegram pushes it again. Pushes of one chat wait for each other, and what
 * waited behind one that failed fails too, so that both come again in their order.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Update } from 'telegraf/types'
import type { Log } from '../../desk/ports.ts'
import { nameOf, type Intake } from './intake.ts'
import { chatOf } from './update.ts'

const maxBody = 1024 * 1024

export interface Pushed {
  readonly status: 200 | 400 | 403 | 404 | 413 | 500 | 503
}

export interface WebhookDoor {
  handle(secretHeader: string | undefined, body: string): Promise<Pushed>
  settled(): Promise<void>
}

/** `into` answers undefined while the bot does not know yet who it is, or is stopped. */
export function webhookDoor(
  secret: string | undefined,
  into: () => Intake | undefined,
  log: Log,
): WebhookDoor {
  const lanes = new Map<string, Promise<void>>()

  async function inOrder(update: Update, taking: Intake): Promise<void> {
    const chat = chatOf(update)
    const before = lanes.get(chat) ?? Promise.resolve()
    const done = before.then(() => taking.take(update))
    lanes.set(chat, done)
    try {
      await done
    } finally {
      if (lanes.get(chat) === done) lanes.delete(chat)
    }
  }

  return {
    async handle(secretHeader, body) {
      if (!isSecret(secret, secretHeader)) return { status: 403 }
      if (Buffer.byteLength(body) > maxBody) return { status: 413 }
      const update = parseUpdate(body)
      if (!update) return { status: 400 }
      const taking = into()
      if (!taking) return { status: 503 }
      try {
        await inOrder(update, taking)
        return { status: 200 }
      } catch (error) {
        log.error('telegram.receive_failed', { update: update.update_id, error: nameOf(error) })
        return { status: 500 }
      }
    },
    async settled() {
      await Promise.allSettled(lanes.values())
    },
  }
}

/** Digests have one length, so comparing them takes the same time for every guess. */
function isSecret(secret: string | undefined, said: string | undefined): boolean {
  if (!secret || said === undefined) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(secret), digest(said))
}

function parseUpdate(body: string): Update | undefined {
  try {
    const value: unknown = JSON.parse(body)
    const isUpdate = typeof value === 'object' && value !== null && 'update_id' in value
    return isUpdate && Number.isSafeInteger(value.update_id) ? (value as Update) : undefined
  } catch {
    return undefined
  }
}
