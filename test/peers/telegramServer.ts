/**
 * A Bot API server for tests: real HTTP on loopback, one bot, people played by the test. It keeps
 * updates until they are confirmed, refuses what Telegram refuses, makes trouble on demand, and records
 * every call and everything delivered. Run as a process of its own by `telegramServerProcess.ts`; then
 * `/control/<name>` takes the same helpers as JSON.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHash } from 'node:crypto'
import { keepFaults, type Disturbance, type Fault } from './telegramFaults.ts'
import { fieldsOf, readBody } from './telegramBody.ts'
import { keepQueue, Refused, type Update } from './telegramQueue.ts'
import {
  botUser,
  captionContent,
  chatIdOf,
  chatOf,
  groupId,
  messageOf,
  personId,
  textContent,
  userOf,
  type By,
  type Json,
} from './telegramUpdates.ts'

export * from './telegramFaults.ts'
export { groupId, personId, type By, type Json } from './telegramUpdates.ts'
export type { Update } from './telegramQueue.ts'

export interface Call {
  readonly method: string
  readonly payload: Json
  readonly at: number
}

export interface Delivered {
  readonly chat: string
  readonly messageId: number
  readonly text: string
  readonly buttons: readonly { readonly label: string; readonly data: string }[]
  readonly photos: readonly Uint8Array[]
  readonly silent: boolean
  readonly at: number
}

export interface TelegramServerOptions {
  readonly token?: string
  readonly username?: string
  readonly port?: number
  readonly webhookRetryMs?: number
  readonly webhookTimeoutMs?: number
  /** Accepts sends to chats nobody opened. */
  readonly anyChat?: boolean
}

export type TelegramServer = Awaited<ReturnType<typeof telegramServer>>

export const testToken = '424242:AAEx-4mpleT0ken_of_the_fake_bot_server'

export async function telegramServer(options: TelegramServerOptions = {}) {
  const { token = testToken, username = 'guanjia_test_bot', anyChat = false } = options
  const bot = { id: Number(token.split(':')[0]), username }
  const faults = keepFaults()
  const queue = keepQueue({
    retryMs: options.webhookRetryMs ?? 30,
    timeoutMs: options.webhookTimeoutMs ?? 5_000,
  })
  const calls: Call[] = []
  const delivered: Delivered[] = []
  const commands = new Map<string, unknown>()
  const files = new Map<string, { bytes: Uint8Array; path: string; claimed?: number }>()
  const openChats = new Set<number>()
  const closedChats = new Set<number>()
  const movedChats = new Map<number, number>()
  const openPresses = new Set<string>()
  const answeredPresses: string[] = []
  const state = { hidesSizes: false }
  let allowed: readonly string[] = []
  let lastUpdate: Update | undefined
  let nextUpdateId = 500_000_001
  let nextMessageId = 1_000
  let nextFile = 1

  // What the people do.

  function inject(content: Json): Update {
    const update: Update = { update_id: nextUpdateId++, ...content }
    if (allowed.length === 0 || allowed.some((kind) => kind in content)) {
      lastUpdate = update
      queue.add(update)
    }
    return update
  }

  function sends(content: Json, by: By = {}): Update {
    openChats.add(chatIdOf(by))
    return inject({ message: messageOf(nextMessageId++, by, bot, content) })
  }

  function addFile(bytes: Uint8Array, claimedSize?: number): string {
    const path = `photos/file_${nextFile++}.jpg`
    const id = `AgAC${createHash('sha256').update(path).digest('base64url').slice(0, 20)}`
    files.set(id, { bytes, path, ...(claimedSize === undefined ? {} : { claimed: claimedSize }) })
    return id
  }

  function photoContent(bytes: Uint8Array): Json {
    const size = (width: number, content: Uint8Array) => ({
      file_id: addFile(content),
      file_unique_id: `u${nextFile}`,
      width,
      height: width,
      ...(state.hidesSizes ? {} : { file_size: content.length }),
    })
    return { photo: [size(90, new Uint8Array([1])), size(1280, bytes), size(320, new Uint8Array([2]))] }
  }

  const people = {
    says: (text: string, by: By = {}) => sends(textContent(text, by, bot), by),
    sendsPhoto: (bytes: Uint8Array, caption?: string, by: By = {}) =>
      sends({ ...photoContent(bytes), ...captionContent(caption, by, bot) }, by),
    sendsAlbum: (photos: readonly Uint8Array[], caption: string, by: By = {}) => {
      const album = `album${nextMessageId}`
      return photos.map((bytes, index) => {
        const words = index === 0 ? captionContent(caption, by, bot) : {}
        return sends({ ...photoContent(bytes), ...words, media_group_id: album }, by)
      })
    },
    sharesContact: (phone: string, of: number, by: By = {}) =>
      sends({ contact: { phone_number: phone, first_name: '某人', user_id: personId(of) } }, by),
    edits: (earlier: Update, text: string, by: By = {}) => {
      const message = earlier['message'] as Json
      const edit_date = Math.floor(Date.now() / 1000)
      return inject({ edited_message: { ...message, ...textContent(text, by, bot), edit_date } })
    },
    presses: (data: string, by: By = {}) => {
      const id = `press${nextUpdateId}`
      openPresses.add(id)
      const message = { message_id: nextMessageId, date: 0, chat: chatOf(by) }
      return inject({
        callback_query: { id, from: userOf(by, bot), message, chat_instance: 'c', data },
      })
    },
    /** The group becomes a supergroup with another id; both messages Telegram sends about it. */
    moves: (group: number): number => {
      const [from, to] = [groupId(group), groupId(group) - 1_000_000]
      movedChats.set(from, to)
      openChats.add(to)
      sends({ migrate_to_chat_id: to }, { group })
      const message = messageOf(nextMessageId++, { group }, bot, { migrate_from_chat_id: from })
      inject({ message: { ...message, chat: { id: to, type: 'supergroup', title: '业主群' } } })
      return to
    },
    blocks: (by: By = {}) => {
      closedChats.add(chatIdOf(by))
      return inject({
        my_chat_member: {
          chat: chatOf(by),
          from: userOf(by, bot),
          date: Math.floor(Date.now() / 1000),
          old_chat_member: { status: 'member', user: botUser(bot) },
          new_chat_member: { status: 'kicked', user: botUser(bot), until_date: 0 },
        },
      })
    },
    opens: (by: By = {}) => void openChats.add(chatIdOf(by)),
    redelivers: () => {
      if (lastUpdate) queue.addAgain(lastUpdate)
    },
  }

  // What the bot asks for.

  function refuseClosed(chat: number): void {
    const to = movedChats.get(chat)
    if (to !== undefined) {
      throw new Refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: to,
      })
    }
    if (closedChats.has(chat)) throw new Refused(403, 'Forbidden: bot was blocked by the user')
    if (!anyChat && !openChats.has(chat)) throw new Refused(400, 'Bad Request: chat not found')
  }

  function deliver(payload: Json, text: string, photos: readonly Uint8Array[]): Json {
    const chat = Number(payload['chat_id'])
    refuseClosed(chat)
    const markup = parsed(payload['reply_markup']) as {
      inline_keyboard?: { text: string; callback_data: string }[][]
    }
    const buttons = (markup?.inline_keyboard ?? [])
      .flat()
      .map((button) => ({ label: button.text, data: button.callback_data }))
    if (buttons.some(({ data }) => Buffer.byteLength(data) > 64)) {
      throw new Refused(400, 'Bad Request: BUTTON_DATA_INVALID')
    }
    const messageId = nextMessageId++
    const silent = String(payload['disable_notification']) === 'true'
    delivered.push({ chat: String(chat), messageId, text, buttons, photos, silent, at: Date.now() })
    return { message_id: messageId, date: 1, chat: { id: chat, type: 'private' }, text }
  }

  const methods: Record<string, (payload: Json) => unknown> = {
    getMe: () => ({ ...botUser(bot), can_join_groups: true, can_read_all_group_messages: false }),
    getUpdates: (payload) => {
      allowed = (payload['allowed_updates'] as string[] | undefined) ?? allowed
      const number = (name: string) => payload[name] as number | undefined
      return queue.poll(number('offset'), number('limit') ?? 100, (number('timeout') ?? 0) * 1000)
    },
    setWebhook: ({ url, secret_token, allowed_updates }) => {
      allowed = (allowed_updates as string[] | undefined) ?? allowed
      queue.setWebhook(url ? { url: url as string, secret: secret_token as string | undefined } : undefined)
      return true
    },
    deleteWebhook: () => {
      queue.setWebhook(undefined)
      return true
    },
    getWebhookInfo: () => queue.webhookInfo(),
    sendMessage: (payload) => {
      const text = (payload['text'] as string | undefined) ?? ''
      refuseClosed(Number(payload['chat_id']))
      if (text.trim() === '') throw new Refused(400, 'Bad Request: message text is empty')
      if (text.length > 4096) throw new Refused(400, 'Bad Request: message is too long')
      return deliver(payload, text.trim(), [])
    },
    sendPhoto: (payload) => {
      const caption = (payload['caption'] as string | undefined) ?? ''
      if (caption.length > 1024) throw new Refused(400, 'Bad Request: message caption is too long')
      if (!(payload['photo'] instanceof Uint8Array)) {
        throw new Refused(400, 'Bad Request: there is no photo in the request')
      }
      return deliver(payload, caption.trim(), [payload['photo']])
    },
    editMessageText: (payload) => {
      const index = delivered.findIndex(({ messageId }) => messageId === payload['message_id'])
      const message = delivered[index]
      if (!message) throw new Refused(400, 'Bad Request: message to edit not found')
      if (message.text === payload['text']) {
        throw new Refused(400, 'Bad Request: message is not modified')
      }
      delivered[index] = { ...message, text: String(payload['text']) }
      return true
    },
    answerCallbackQuery: ({ callback_query_id: id }) => {
      if (!openPresses.delete(String(id))) {
        throw new Refused(
          400,
          'Bad Request: query is too old and response timeout expired or query ID is invalid',
        )
      }
      answeredPresses.push(String(id))
      return true
    },
    sendChatAction: ({ chat_id }) => {
      refuseClosed(Number(chat_id))
      return true
    },
    setMyCommands: (payload) => {
      commands.set(String((payload['language_code'] as string | undefined) ?? ''), payload['commands'])
      return true
    },
    getFile: ({ file_id: id }) => {
      const file = files.get(String(id))
      if (!file) {
        throw new Refused(400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
      }
      const size = file.claimed ?? file.bytes.length
      if (size > 20 * 1024 * 1024) throw new Refused(400, 'Bad Request: file is too big')
      const told = state.hidesSizes ? {} : { file_size: size }
      return { file_id: id, file_unique_id: 'u', file_path: file.path, ...told }
    },
  }

  // HTTP.

  async function answerMethod(method: string, request: IncomingMessage, response: ServerResponse) {
    const payload = fieldsOf(request, await readBody(request))
    calls.push({ method, payload, at: Date.now() })
    const fault = faults.next(method)
    if (fault && !strikesAfter(fault)) return strike(fault, request, response)
    const answer = await perform(method, payload)
    if (fault) return strike(fault, request, response)
    reply(response, answer.status, answer.body)
  }

  async function perform(method: string, payload: Json): Promise<{ status: number; body: Json }> {
    const run = methods[method]
    try {
      if (!run) throw new Refused(404, 'Not Found: method not found')
      return { status: 200, body: { ok: true, result: await run(payload) } }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { status: error.code, body: errorBody(error.code, error.message, error.parameters) }
    }
  }

  function answerFile(path: string, response: ServerResponse): void {
    const file = [...files.values()].find((each) => each.path === path)
    if (!file) return reply(response, 404, errorBody(404, 'Not Found'))
    response.writeHead(200, state.hidesSizes ? {} : { 'content-length': file.bytes.length })
    response.end(file.bytes)
  }

  const control: Record<string, (...args: never[]) => unknown> = {
    ...people,
    sends,
    inject,
    sendsPhoto: (base64: string, caption?: string, by?: By) =>
      people.sendsPhoto(Buffer.from(base64, 'base64'), caption, by),
    sendsAlbum: (base64: readonly string[], caption: string, by?: By) =>
      people.sendsAlbum(
        base64.map((each) => Buffer.from(each, 'base64')),
        caption,
        by,
      ),
    fault: (method: string, fault: Fault, times = 1) => faults.plan(method, fault, times),
    disturb: (disturbance: Disturbance) => faults.disturb(disturbance),
    clearFaults: () => faults.clear(),
    delivered: (from = 0) =>
      delivered.slice(from).map((message) => ({
        ...message,
        photos: message.photos.map((photo) => Buffer.from(photo).toString('base64')),
      })),
    state: () => ({
      pending: queue.pending(),
      confirmed: queue.confirmed,
      delivered: delivered.length,
      answeredPresses,
      openPresses: [...openPresses],
      struck: faults.struck,
      calls: countBy(calls.map(({ method }) => method)),
    }),
  }

  async function answerControl(name: string, request: IncomingMessage, response: ServerResponse) {
    const body = (await readBody(request)).toString()
    const args = (body === '' ? [] : JSON.parse(body)) as never[]
    const run = control[name]
    if (!run) return reply(response, 404, { error: `no such control: ${name}` })
    reply(response, 200, { result: run(...args) ?? null })
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURI(request.url ?? '').split('?')[0] ?? ''
    if (path.startsWith('/control/')) return answerControl(path.slice(9), request, response)
    if (path.startsWith(`/file/bot${token}/`)) {
      return answerFile(path.slice(`/file/bot${token}/`.length), response)
    }
    if (path.startsWith(`/bot${token}/`)) {
      return answerMethod(path.slice(`/bot${token}/`.length), request, response)
    }
    return reply(response, 401, errorBody(401, 'Unauthorized'))
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      reply(response, 500, errorBody(500, error instanceof Error ? error.message : String(error)))
    })
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    root: `http://127.0.0.1:${port}`,
    port,
    token,
    bot,
    calls,
    delivered,
    commands,
    answeredPresses,
    confirmed: queue.confirmed,
    state,
    ...people,
    sends,
    inject,
    addFile,
    removeFile: (id: string) => void files.delete(id),
    /** The next `times` calls of `method` meet `fault`. */
    fault: (method: string, fault: Fault, times = 1) => faults.plan(method, fault, times),
    disturb: (disturbance: Disturbance) => faults.disturb(disturbance),
    clearFaults: () => faults.clear(),
    struck: faults.struck,
    pending: () => queue.pending(),
    webhookInfo: () => queue.webhookInfo(),
    setWebhook: (url: string, secret?: string) => queue.setWebhook({ url, secret }),
    /** The next update gets this id, as after a week of silence. */
    restartIdsAt: (id: number) => void (nextUpdateId = id),
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    async close() {
      queue.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The same helpers, against a server in another process. */
export function remoteTelegram(root: string) {
  return async function control<T = unknown>(name: string, ...args: readonly unknown[]): Promise<T> {
    const answer = await fetch(`${root}/control/${name}`, { method: 'POST', body: JSON.stringify(args) })
    const body = (await answer.json()) as { result: T; error?: string }
    if (!answer.ok) throw new Error(body.error ?? `control ${name}: ${answer.status}`)
    return body.result
  }
}

const strikesAfter = (fault: Fault) => 'when' in fault && fault.when === 'after'

function strike(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
  switch (fault.kind) {
    case 'error':
      return reply(response, fault.code, errorBody(fault.code, fault.description, fault.parameters))
    case 'html':
      response.writeHead(fault.status, { 'content-type': 'text/html' })
      response.end('<html><body><h1>Bad Gateway</h1></body></html>')
      return
    case 'drop':
      request.socket.destroy()
      return
    case 'hang':
    case 'pass':
  }
}

function reply(response: ServerResponse, status: number, body: Json): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const errorBody = (code: number, description: string, parameters?: Json): Json => ({
  ok: false,
  error_code: code,
  description,
  ...(parameters ? { parameters } : {}),
})

const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value)

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
