import type { Answer, Api } from './api.ts'
import { isTokenRefused, reasonFor } from './health.ts'
import type { TelegramOptions } from './options.ts'
import { allowedUpdates, pauseAfter, type Surroundings } from './receive.ts'
import type { Self } from './spoken.ts'
import { wait } from './wait.ts'

/** Asks Telegram who we are until it says so; undefined when stopped before. */
export async function identify(around: Surroundings, signal: AbortSignal): Promise<Self | undefined> {
  const me = await insist(around, signal, 'getMe', (api) => api.call('getMe', {}, { signal }))
  return me && { id: me.id, username: me.username }
}

/** Tells Telegram where to push, if that is ours to tell. */
export async function register(
  around: Surroundings,
  self: Self,
  { webhookUrl, webhookSecret }: TelegramOptions,
  signal: AbortSignal,
): Promise<void> {
  if (webhookUrl !== undefined) {
    const payload = {
      url: webhookUrl,
      allowed_updates: allowedUpdates,
      ...(webhookSecret === undefined ? {} : { secret_token: webhookSecret }),
    }
    const set = await insist(around, signal, 'setWebhook', (api) =>
      api.call('setWebhook', payload, { signal }),
    )
    if (!set) return
  }
  around.health.online(self.username)
}

async function insist<T>(
  around: Surroundings,
  signal: AbortSignal,
  method: string,
  ask: (api: Api) => Promise<Answer<T>>,
): Promise<T | undefined> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    const answer = await ask(around.api)
    if (answer.ok) return answer.result
    if (signal.aborted) return undefined
    const { failure } = answer
    const code = failure.kind === 'refusal' ? failure.code : 0
    around.health.offline(reasonFor(code, failure.reason))
    around.log.warn('telegram.start_failed', { method, failures, code, reason: failure.reason })
    const named = failure.kind === 'refusal' ? failure.retryAfterMs : undefined
    if (isTokenRefused(code)) await wait(around.timing.refusedToken, signal)
    else if (named) await wait(named, signal)
    else await pauseAfter(around, failures, signal)
  }
  return undefined
}
