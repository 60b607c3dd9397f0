/** The web chat on a real HTTP server on loopback, mounted as main mounts it. */
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { webChat, type WebChatOptions } from '../../../src/bots/web/index.ts'
import type { Fields, Log } from '../../../src/desk/ports.ts'
import type { Message } from '../../../src/domain/message.ts'
import type { Outgoing } from '../../../src/domain/outgoing.ts'
import { memoryPhotos, memorySessions, memoryTranscript, type SessionAges } from '../../support/webMemory.ts'

export type WebServer = Awaited<ReturnType<typeof openWebServer>>

export interface ServerOptions extends Partial<WebChatOptions> {
  readonly ages?: SessionAges
  /** The house answers each message with this, if anything, and fails if it throws. */
  readonly house?: (message: Message) => Promise<Outgoing | undefined> | Outgoing | undefined
}

export async function openWebServer({ ages, house, ...options }: ServerOptions = {}) {
  const time = { aheadMs: 0 }
  const clock = { now: () => new Date(Date.now() + time.aheadMs) }
  const logged: { readonly event: string; readonly fields: Fields }[] = []
  const keep = (event: string, fields: Fields = {}) => void logged.push({ event, fields })
  const log: Log = { debug: keep, info: keep, warn: keep, error: keep }
  const chance = { number: () => 0.5, token: (n: number) => randomBytes(n).toString('base64url').slice(0, n) }
  const transcript = memoryTranscript()
  const sessions = memorySessions(clock, ages)
  const photos = memoryPhotos()
  const { channel, app } = webChat({ clock, chance, log, photos, sessions, transcript, ...options })

  const received: Message[] = []
  const receive = async (message: Message) => {
    const answer = await house?.(message)
    if (received.some((one) => one.id === message.id)) return
    received.push(message)
    if (answer) await channel.send(message.address, answer)
  }
  await channel.start(receive)

  const main = new Hono().get('/healthz', (c) => c.text('ok')).post('/telegram', (c) => c.text('taken'))
  const server = createAdaptorServer({ fetch: main.route('/', app).fetch }) as Server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    origin,
    channel,
    app,
    received,
    receive,
    logged,
    time,
    transcript,
    sessions,
    photos,
    server,
    async close() {
      await channel.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export async function eventually(done: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 10_000
  while (!(await done())) {
    if (performance.now() > end) throw new Error(`never happened: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
