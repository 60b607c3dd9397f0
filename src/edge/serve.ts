/** The one HTTP server: web chat, health, metrics, Telegram's webhook. */
import { createServer } from 'node:net'
import { serve as listen } from '@hono/node-server'
import type { ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { ConfigError } from '../config.ts'
import type { HealthDeps } from './health.ts'
import { health } from './health.ts'
import type { Metrics } from './metrics.ts'

export interface ServeOptions extends HealthDeps {
  readonly host: string
  readonly port: number
  readonly chat: Hono
  readonly metrics: Metrics
  readonly telegramWebhook?: (secret: string | undefined, body: string) => Promise<{ status: number }>
}

const maxWebhookBytes = 1024 * 1024

export async function serve(options: ServeOptions): Promise<{ url: string; close: () => Promise<void> }> {
  const app = new Hono()
  app.get('/healthz', async (c) => {
    const { ok, body } = await health(options)
    return c.json(body, ok ? 200 : 503, { 'Cache-Control': 'no-store' })
  })
  app.get('/metrics', async (c) => {
    const figures = await options.house.figures(options.clock.now())
    return c.text(await options.metrics.text(figures, options.db.inFlight()), 200, {
      'Content-Type': options.metrics.contentType,
    })
  })
  app.post('/telegram/webhook', async (c) => {
    if (options.telegramWebhook === undefined) return c.text('not found', 404)
    const length = Number(c.req.header('content-length') ?? 0)
    if (length > maxWebhookBytes) return c.text('too large', 413)
    const { status } = await options.telegramWebhook(
      c.req.header('x-telegram-bot-api-secret-token'),
      await c.req.text(),
    )
    return c.body(null, status as 200)
  })
  app.route('/', options.chat)
  const server = await started(app, options)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  return { url: `http://${options.host}:${port}`, close: () => closed(server) }
}

/** Says at once, before anything is made, that the port cannot be had. */
export async function assertPortFree(host: string, port: number): Promise<void> {
  if (port === 0) return
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portTrouble(error, host, port)))
    server.listen(port, host, () => server.close(() => resolve()))
  })
}

function started(app: Hono, { host, port }: ServeOptions): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname: host, port }, () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => reject(portTrouble(error, host, port)))
  })
}

function portTrouble(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigError(`PORT ${port} on ${host} is in use by another program: set PORT to a free one.`)
    case 'EACCES':
      return new ConfigError(`PORT ${port} may not be opened by this user: set PORT to one above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError(
        `HOST ${host} is not an address of this machine: set HOST to 127.0.0.1 or 0.0.0.0.`,
      )
    default:
      return error
  }
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    // Event streams stay open as long as pages do.
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
