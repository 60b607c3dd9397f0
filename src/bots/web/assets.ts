import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { Hono, type Context } from 'hono'
import { Refused } from './refused.ts'
import type { Side } from './sides.ts'

const types: Readonly<Record<string, string>> = {
  'chat.css': 'text/css; charset=utf-8',
  'chat.js': 'text/javascript; charset=utf-8',
  'talk.js': 'text/javascript; charset=utf-8',
  'wire.js': 'text/javascript; charset=utf-8',
  'outbox.js': 'text/javascript; charset=utf-8',
  'photo.js': 'text/javascript; charset=utf-8',
  'words.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
}

interface Asset {
  readonly type: string
  readonly etag: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
}

/** The two pages and their few files, read once. Always asked for again, mostly answered 304. */
export function assetRoutes(sides: readonly Side[]): Hono {
  const app = new Hono()
  const files = new Map(Object.entries(types).map(([name, type]) => [name, asset(type, read(name))]))
  const page = read('index.html').toString('utf8')
  for (const side of sides) {
    const html = page.replaceAll('{{side}}', side.name).replaceAll('{{title}}', side.title)
    const answer = asset('text/html; charset=utf-8', Buffer.from(html))
    app.get(side.page, (c) => give(c, answer))
  }
  app.get('/page/:file', (c) => {
    const file = files.get(c.req.param('file'))
    if (!file) throw new Refused('not_found')
    return give(c, file)
  })
  return app
}

function read(name: string): Buffer {
  return readFileSync(new URL(`./page/${name}`, import.meta.url))
}

function asset(type: string, bytes: Buffer): Asset {
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return { type, etag, plain: new Uint8Array(bytes), gzip: new Uint8Array(gzipSync(bytes)) }
}

function give(c: Context, { type, etag, plain, gzip }: Asset): Response {
  c.header('ETag', etag)
  c.header('Cache-Control', 'no-cache')
  c.header('Vary', 'Accept-Encoding')
  if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304)
  c.header('Content-Type', type)
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(plain)
  c.header('Content-Encoding', 'gzip')
  return c.body(gzip)
}
