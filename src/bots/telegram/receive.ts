/**
 * Long polling. Telegram keeps an update until we ask for the one after it; so we ask only when the
 * whole batch is committed, and after any failure the same batch comes again. Nothing ends this loop
 * but `signal`.
 *
 * An empty answer confirms all before it, and then the offset is forgotten: after a quiet week Telegram
 * restarts its ids at random, and an old offset could confirm what was never seen.
 */
import type { Update } from 'telegraf/types'
import type { Chance, Log } from '../../desk/ports.ts'
import type { Api, Failure } from './api.ts'
import { isTokenRefused, reasonFor, type Health } from './health.ts'
import { nameOf, type Intake } from './intake.ts'
import type { Timing } from './options.ts'
import type { Self } from './spoken.ts'
import { chatOf } from './update.ts'
import { backoff, wait } from './wait.ts'

export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

export interface Surroundings {
  readonly api: Api
  readonly log: Log
  readonly chance: Chance
  readonly timing: Timing
  readonly health: Health
}

export async function poll(around: Surroundings, self: Self, into: Intake, signal: AbortSignal) {
  const { api, log, timing, health } = around
  let offset: number | undefined
  let failures = 0
  let wellKnown = false

  while (!signal.aborted) {
    const seconds: number = wellKnown ? timing.pollSeconds : 0 // at first and after trouble: know soon
    const answer = await api.call(
      'getUpdates',
      { offset, limit: 100, timeout: seconds, allowed_updates: allowedUpdates },
      { timeoutMs: seconds * 1000 + timing.pollGrace, signal },
    )
    if (signal.aborted) return
    wellKnown = answer.ok
    if (!answer.ok) {
      failures += 1
      if (answer.failure.kind === 'refusal' && answer.failure.code === 400) offset = undefined
      await recover(around, answer.failure, failures, signal)
      continue
    }
    health.online(self.username)
    try {
      await takeBatch(answer.result, into, signal)
      offset = nextOffset(answer.result)
      failures = 0
    } catch (error) {
      failures += 1
      log.error('telegram.receive_failed', { failures, error: nameOf(error) })
      await pauseAfter(around, failures, signal)
    }
  }
}

const nextOffset = (updates: readonly Update[]) => {
  const last = updates.at(-1)
  return last && last.update_id + 1
}

/** One chat strictly in order, chats side by side; what follows a failure in its chat waits for it. */
async function takeBatch(updates: readonly Update[], into: Intake, signal: AbortSignal): Promise<void> {
  const lanes = new Map<string, Update[]>()
  for (const update of updates) {
    const chat = chatOf(update)
    lanes.set(chat, [...(lanes.get(chat) ?? []), update])
  }
  const taken = await Promise.allSettled([...lanes.values()].map((lane) => into.takeAll(lane, signal)))
  const failed = taken.find((lane) => lane.status === 'rejected')
  if (failed) throw failed.reason
}

async function recover(around: Surroundings, failure: Failure, failures: number, signal: AbortSignal) {
  const { api, log, health, timing } = around
  const code = failure.kind === 'refusal' ? failure.code : 0
  health.offline(reasonFor(code, failure.reason))
  log.warn('telegram.poll_failed', { failures, code, reason: failure.reason })
  if (code === 409 && /webhook/i.test(failure.reason)) {
    await api.call('deleteWebhook', { drop_pending_updates: false }, { signal })
  }
  if (isTokenRefused(code)) return wait(timing.refusedToken, signal)
  if (failure.kind === 'refusal' && failure.retryAfterMs) return wait(failure.retryAfterMs, signal)
  return pauseAfter(around, failures, signal)
}

export function pauseAfter({ timing, chance }: Surroundings, failures: number, signal: AbortSignal) {
  return wait(backoff(failures, { min: timing.backoffMin, max: timing.backoffMax }, chance), signal)
}
