import type { Channel, KeepBehind, Receive } from '../../desk/ports.ts'
import { telegramApi } from './api.ts'
import { shownCommands } from './commands.ts'
import { keepHealth } from './health.ts'
import { identify, register } from './introduce.ts'
import { intake, type Intake } from './intake.ts'
import { usualTiming, type TelegramOptions } from './options.ts'
import { fetchPhoto } from './photos.ts'
import { poll, type Surroundings } from './receive.ts'
import { maxText, send } from './send.ts'
import { wait } from './wait.ts'
import { webhookDoor, type WebhookDoor } from './webhook.ts'

export interface TelegramChannel extends Channel {
  /** The bot's name without `@`, for links; empty until Telegram said it. */
  readonly username: string
  /** For the web server: one webhook push, with the header `X-Telegram-Bot-Api-Secret-Token`. */
  readonly handle: WebhookDoor['handle']
}

interface Doors {
  readonly receive: Receive
  readonly keepBehind: KeepBehind | undefined
}

interface Running {
  readonly abort: AbortController
  readonly done: Promise<void>
}

export function telegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, apiRoot, mode, log, chance } = options
  const timing = { ...usualTiming, ...options.timing }
  const api = telegramApi({ token, apiRoot, callMs: timing.call, connectMs: timing.connect })
  const health = keepHealth(() => new Date())
  const around: Surroundings = { api, log, chance, timing, health }
  const sending = {
    api,
    log,
    readPhoto: options.readPhoto ?? (async () => undefined),
    betweenPartsMs: timing.betweenParts,
  }
  const door = webhookDoor(options.webhookSecret, () => (mode === 'webhook' ? taking : undefined), log)
  let account = token.split(':')[0] ?? ''
  let username = ''
  let taking: Intake | undefined
  let running: Running | undefined

  async function run(doors: Doors, signal: AbortSignal): Promise<void> {
    health.offline('starting')
    const self = await identify(around, signal)
    if (!self) return
    account = String(self.id)
    username = self.username
    const commandsShown = showCommands(signal)
    const into = intake(api, self, doors, log)
    taking = into
    if (mode === 'polling') await poll(around, self, into, signal)
    else await register(around, self, options, signal)
    await untilAborted(signal)
    taking = undefined
    await door.settled()
    await into.settled()
    await commandsShown
  }

  async function showCommands(signal: AbortSignal): Promise<void> {
    for (const { commands, language } of shownCommands) {
      const payload = { commands, ...(language === undefined ? {} : { language_code: language }) }
      const shown = await api.call('setMyCommands', payload, { signal })
      if (!shown.ok && !signal.aborted) {
        log.warn('telegram.commands_not_shown', { reason: shown.failure.reason })
      }
    }
  }

  return {
    name: 'telegram',
    get account() {
      return account
    },
    get username() {
      return username
    },
    canPressButtons: true,
    maxText,
    pace: { perChatMs: 1_050, perAccountMs: 35 },
    async start(receive, keepBehind) {
      if (running) return
      const abort = new AbortController()
      const done = run({ receive, keepBehind }, abort.signal).catch((error: unknown) => {
        health.offline('stopped by a fault of its own')
        log.error('telegram.stopped', { error: error instanceof Error ? error.name : typeof error })
      })
      running = { abort, done }
    },
    async stop() {
      running?.abort.abort()
      await running?.done
      running = undefined
      health.off()
    },
    async send(to, what) {
      try {
        return await send(sending, to.chat, what)
      } catch (error) {
        return { kind: 'unknown', reason: error instanceof Error ? error.name : 'fault' }
      }
    },
    fetchPhoto: (photo, maxBytes) => fetchPhoto(api, photo, maxBytes, timing.download),
    status: () => health.status(),
    handle: (secretHeader, body) =>
      mode === 'webhook' ? door.handle(secretHeader, body) : Promise.resolve({ status: 404 }),
  }
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) await wait(2 ** 30, signal)
}
