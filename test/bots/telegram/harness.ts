import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { telegramChannel, type TelegramOptions } from '../../../src/bots/telegram/index.ts'
import type { TelegramChannel, Timing } from '../../../src/bots/telegram/index.ts'
import type { Chance, Log } from '../../../src/desk/ports.ts'
import type { Message } from '../../../src/domain/message.ts'
import type { ChannelHarness, SayOptions, Seen } from '../../contracts/harness.ts'
import { telegramServer, type TelegramServer } from '../../peers/telegramServer.ts'

/** Quick where we wait, patient where a busy machine may be slow; tests of silence shorten the latter. */
export const fast: Timing = {
  pollSeconds: 0.25,
  pollGrace: 5_000,
  call: 5_000,
  connect: 5_000,
  download: 5_000,
  backoffMin: 2,
  backoffMax: 10,
  refusedToken: 20,
  betweenParts: 0,
}

export const steady: Chance = { number: () => 0.5, token: (length) => 'x'.repeat(length) }

export interface CapturedLog extends Log {
  readonly lines: string[]
}

export function captureLog(): CapturedLog {
  const lines: string[] = []
  const write = (level: string) => (event: string, fields?: object) =>
    void lines.push(JSON.stringify({ level, event, ...fields }))
  return { lines, debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}

export async function eventually(done: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 10_000
  while (!done()) {
    if (performance.now() > end) throw new Error(`Waited 10 s in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
}

export interface TelegramHarness extends ChannelHarness {
  readonly channel: TelegramChannel
  readonly server: TelegramServer
  readonly log: CapturedLog
  /** Starts the channel, where it was opened without. */
  start(): Promise<void>
  /** Another channel with the same bot, as after a restart of the process. */
  another(options?: Partial<TelegramOptions>): TelegramChannel
  /** Called for every message instead of keeping it. */
  receiveWith(receive: (message: Message) => Promise<void>): void
}

export const secret = 'a-secret_of-the-webhook'

export async function openTelegram(
  mode: 'polling' | 'webhook',
  options: Partial<TelegramOptions> = {},
  start = true,
): Promise<TelegramHarness> {
  const server = await telegramServer()
  const log = captureLog()
  const received: Message[] = []
  let failures = 0
  let keep = async (message: Message): Promise<void> => {
    if (failures > 0) {
      failures -= 1
      throw new Error('the store is down')
    }
    received.push(message)
  }
  const door = await openDoor((header, body) => channel.handle(header, body))
  const opened: TelegramChannel[] = []
  const another = (more: Partial<TelegramOptions> = {}) => {
    const made = telegramChannel({
      token: server.token,
      apiRoot: server.root,
      mode,
      log,
      chance: steady,
      ...(mode === 'webhook' ? { webhookUrl: door.url, webhookSecret: secret } : {}),
      ...options,
      ...more,
      timing: { ...fast, ...options.timing, ...more.timing },
    })
    opened.push(made)
    return made
  }
  const channel = another()
  const begin = () => channel.start((message) => keep(message))
  if (start) await begin()

  return {
    channel,
    server,
    log,
    received,
    another,
    start: begin,
    get seen(): Seen[] {
      return server.delivered.map(({ chat, text, buttons, photos }) => ({ chat, text, buttons, photos }))
    },
    failReceive: (times) => void (failures = times),
    receiveWith: (receive) => void (keep = receive),
    says: async (text: string, by?: SayOptions) => void server.says(text, by),
    sendsPhoto: async (bytes: Uint8Array, caption?: string, by?: SayOptions) =>
      void server.sendsPhoto(bytes, caption, by),
    presses: async (data: string, by?: SayOptions) => void server.presses(data, by),
    redelivers: async () => server.redelivers(),
    eventually,
    async close() {
      await Promise.all(opened.map((each) => each.stop()))
      await server.close()
      await door.close()
    },
  }
}

/** The house's web server, as far as Telegram sees it. */
async function openDoor(handle: TelegramChannel['handle']) {
  const web = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const header = request.headers['x-telegram-bot-api-secret-token']
      void handle(header as string | undefined, Buffer.concat(chunks).toString()).then(({ status }) => {
        response.writeHead(status).end()
      })
    })
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(web.address() as AddressInfo).port}/telegram`,
    async close() {
      web.closeAllConnections()
      await new Promise((resolve) => web.close(resolve))
    },
  }
}
