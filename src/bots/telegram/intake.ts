/**
 * Takes one update into the house. Resolves when it is committed there, rejects when it must come
 * again. A press is answered only after that, so the little clock on the button stops; the answer
 * itself matters to nobody else, so nobody waits for it.
 */
import type { Update } from 'telegraf/types'
import type { KeepBehind, Log, Receive } from '../../desk/ports.ts'
import type { Message } from '../../domain/message.ts'
import type { Api, Failure } from './api.ts'
import type { Self } from './spoken.ts'
import { readUpdate } from './update.ts'

export interface Intake {
  take(update: Update): Promise<void>
  /** The updates of one chat, in order. Where they are many they are kept at one go, so that others need not wait. */
  takeAll(updates: readonly Update[], signal: AbortSignal): Promise<void>
  /** Resolves when no press is waiting for its answer any more. */
  settled(): Promise<void>
}

const fewEnough = 5

export function intake(
  api: Api,
  self: Self,
  { receive, keepBehind }: { readonly receive: Receive; readonly keepBehind?: KeepBehind },
  log: Log,
): Intake {
  const answering = new Set<Promise<void>>()

  function read(update: Update): Message | undefined {
    try {
      return readUpdate(update, self, new Date())
    } catch (error) {
      // It would fail again each time it came, and hold up everybody behind it.
      log.error('telegram.unreadable', { update: update.update_id, error: nameOf(error) })
      return undefined
    }
  }

  async function answer(callbackId: string): Promise<void> {
    const answered = await api.call('answerCallbackQuery', { callback_query_id: callbackId })
    if (!answered.ok && !isBenign(answered.failure)) {
      log.warn('telegram.press_unanswered', { reason: answered.failure.reason })
    }
  }

  function taken(update: Update): void {
    if ('my_chat_member' in update) {
      const { chat, new_chat_member: member } = update.my_chat_member
      log.info('telegram.membership', { chat: chat.id, status: member.status })
    }
    if ('callback_query' in update) {
      const answered = answer(update.callback_query.id).finally(() => answering.delete(answered))
      answering.add(answered)
    }
  }

  async function take(update: Update): Promise<void> {
    const message = read(update)
    if (message) await receive(message)
    taken(update)
  }

  return {
    take,
    async takeAll(updates, signal) {
      const messages = updates.map(read).filter((message) => message !== undefined)
      const [first, ...rest] = messages
      // A chat that moves is no message to be kept.
      const asOne = messages.length > fewEnough && messages.every(({ kind }) => kind !== 'moved')
      if (first === undefined || !asOne || keepBehind === undefined) {
        for (const update of updates) if (!signal.aborted) await take(update)
        return
      }
      await keepBehind([first, ...rest])
      updates.forEach(taken)
    },
    async settled() {
      await Promise.all(answering)
    },
  }
}

const isBenign = ({ reason }: Failure) =>
  /query is too old|query ID is invalid|message is not modified/i.test(reason)

/** A database error's message may quote what somebody wrote: only its name is logged. */
export const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error)
