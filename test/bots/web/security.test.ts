import { request } from 'node:http'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWebServer, type WebServer } from './server.ts'
import { Visitor } from './visitor.ts'

let web: WebServer
let resident: Visitor

beforeEach(async () => {
  web = await openWebServer()
  resident = new Visitor(web.origin)
  await resident.enters()
})
afterEach(() => web.close())

const said = () => web.received.filter((message) => message.kind !== 'start')
const body = () => JSON.stringify({ id: randomUUID(), text: '转账' })

function post(headers: Record<string, string>, content = body(), what = 'messages') {
  return resident.ask(`/chat/resident/${what}`, { method: 'POST', headers, body: content })
}

describe('a request that did not come from our own page', () => {
  const json = { 'Content-Type': 'application/json' }
  const foreign: Readonly<Record<string, () => Record<string, string>>> = {
    'a form on another site': () => ({
      Origin: 'https://evil.example',
      'Sec-Fetch-Site': 'cross-site',
      'Content-Type': 'application/x-www-form-urlencoded',
    }),
    'our header but another origin': () => ({ ...json, Origin: 'https://evil.example', 'X-Guanjia': '1' }),
    'our origin, but said to be cross-site': () => resident.ours({ ...json, 'Sec-Fetch-Site': 'cross-site' }),
    'our origin, but only same-site': () => resident.ours({ ...json, 'Sec-Fetch-Site': 'same-site' }),
    'another port of our host': () => ({ ...json, Origin: 'http://127.0.0.1:1', 'X-Guanjia': '1' }),
    'an opaque origin': () => ({ ...json, Origin: 'null', 'X-Guanjia': '1' }),
    'no origin at all': () => ({ ...json, 'X-Guanjia': '1' }),
    'our origin without our header': () => ({ ...json, Origin: web.origin, 'Sec-Fetch-Site': 'same-origin' }),
    'JSON dressed as text/plain': () => resident.ours({ 'Content-Type': 'text/plain' }),
    'JSON dressed as a form': () => resident.ours({ 'Content-Type': 'multipart/form-data; boundary=x' }),
  }
  for (const [name, headers] of Object.entries(foreign)) {
    test(`${name} is refused and changes nothing`, async () => {
      for (const what of ['hello', 'messages', 'buttons', 'photos']) {
        expect((await post(headers(), body(), what)).status).toBe(403)
      }
      expect(said()).toEqual([])
      expect(web.sessions.count()).toBe(1)
    })
  }

  test('the page itself is let in', async () => {
    expect((await post(resident.ours(json))).status).toBe(200)
    expect((await post({ ...json, Origin: web.origin, 'X-Guanjia': '1' })).status).toBe(200)
  })

  test('a GET changes nothing', async () => {
    for (const what of ['hello', 'messages?id=12345678&text=x', 'buttons?id=12345678&nonce=a', 'photos']) {
      const answer = await resident.ask(`/chat/resident/${what}`, { headers: resident.ours() })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
    }
    await new Visitor(web.origin).ask('/?code=ABCD2345')
    expect(said()).toEqual([])
    expect(web.sessions.count()).toBe(1)
  })
})

test('with a public origin only that one is ours', async () => {
  const behind = await openWebServer({ publicOrigin: 'https://wy.example.cn' })
  const visitor = new Visitor(behind.origin)
  expect((await visitor.post('hello', {})).status).toBe(403)
  expect((await visitor.post('hello', {}, { Origin: 'https://wy.example.cn' })).status).toBe(200)
  await behind.close()
})

describe('the session cookie', () => {
  const setCookie = async (at: WebServer, headers: Record<string, string>) =>
    (await new Visitor(at.origin).post('hello', {}, headers)).headers.getSetCookie()

  test('is opaque, HttpOnly, SameSite=Lax', async () => {
    const [cookie = ''] = await setCookie(web, {})
    expect(cookie).toMatch(/^guanjia-chat=[A-Za-z0-9_-]{43,};/)
    expect(cookie).toMatch(/; Path=\/(;|$)/)
    expect(cookie).toContain('; HttpOnly')
    expect(cookie).toContain('; SameSite=Lax')
    expect(cookie).not.toContain('Secure')
    expect(cookie).not.toContain('Domain')
  })

  test('is Secure and __Host- where the page is https', async () => {
    const secure = await openWebServer({ publicOrigin: 'https://wy.example.cn' })
    for (const [at, headers] of [
      [secure, { Origin: 'https://wy.example.cn' }],
      [web, { 'X-Forwarded-Proto': 'https' }],
    ] as const) {
      const [cookie = ''] = await setCookie(at, headers)
      expect(cookie).toMatch(/^__Host-guanjia-chat=/)
      expect(cookie).toContain('; Secure')
    }
    await secure.close()
  })

  test('of a resident opens no staff chat', async () => {
    const token = resident.cookies.get('guanjia-chat') ?? ''
    const staff = new Visitor(web.origin, 'staff')
    staff.cookies.set('guanjia-staff-chat', token)
    expect((await staff.ask('/chat/staff/lines')).status).toBe(401)
    expect((await staff.says('我是员工')).status).toBe(401)
  })

  test('chosen by the visitor is never taken over', async () => {
    const fixed = new Visitor(web.origin)
    fixed.cookies.set('guanjia-chat', 'A'.repeat(43))
    await fixed.enters()
    expect(fixed.cookies.get('guanjia-chat')).not.toBe('A'.repeat(43))
  })

  test('is worth nothing once idle, too old or ended', async () => {
    const ages = { idleMs: 1000, absoluteMs: 2500 }
    const short = await openWebServer({ ages })
    const visitor = new Visitor(short.origin)
    await visitor.enters()
    short.time.aheadMs += 900
    expect((await visitor.says('还在')).status).toBe(200)
    short.time.aheadMs += 900
    expect((await visitor.says('还在')).status).toBe(200)
    short.time.aheadMs += 900
    const late = await visitor.says('太久了')
    expect([late.status, late.json.error]).toEqual([401, 'no_session'])
    await visitor.enters()
    await short.sessions.end(visitor.cookies.get('guanjia-chat') ?? '')
    expect((await visitor.says('已退出')).status).toBe(401)
    await short.close()
  })
})

describe('limits', () => {
  test('a body over 16 kB is refused with a kind sentence', async () => {
    const answer = await resident.says('水'.repeat(6000))
    expect([answer.status, answer.json.error]).toEqual([413, 'text_too_long'])
    expect(answer.json.say).toContain('分成几条')
    expect(said()).toEqual([])
  })

  test('a body that lies about its length is cut off all the same', async () => {
    const cookie = [...resident.cookies].map((pair) => pair.join('=')).join('; ')
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { ...resident.ours({ 'Content-Type': 'application/json' }), cookie }
      const out = request(`${web.origin}/chat/resident/messages`, { method: 'POST', headers }, (answer) =>
        resolve(answer.resume().statusCode),
      ).on('error', reject)
      for (let part = 0; part < 40; part += 1) out.write('x'.repeat(1024))
      out.end()
    })
    expect(status).toBe(413)
  })

  test('what is not JSON, has no id, no text or a strange nonce is refused', async () => {
    const json = resident.ours({ 'Content-Type': 'application/json' })
    for (const content of ['{', '[]', 'null', '{"text":"x"}', '{"id":"../../x","text":"x"}', '"x"']) {
      expect((await post(json, content)).status).toBe(400)
    }
    expect((await resident.says('  \n ')).status).toBe(400)
    expect((await resident.presses('<script>')).status).toBe(400)
    expect((await resident.ask('/chat/resident/lines?after=-1')).status).toBe(400)
    expect((await resident.ask('/chat/nobody/lines')).status).toBe(404)
    expect(said()).toEqual([])
  })

  test('one address opens only so many sessions, and others are not hindered', async () => {
    const sessionsPerAddress = { burst: 2, perHour: 60 }
    const small = await openWebServer({ sessionsPerAddress })
    const from = (address: string) =>
      new Visitor(small.origin).post('hello', {}, { 'X-Forwarded-For': address })
    const statuses = []
    for (const address of ['9.9.9.9', '1.2.3.4, 9.9.9.9', '5.6.7.8, 9.9.9.9', '9.9.9.8']) {
      statuses.push((await from(address)).status)
    }
    expect(statuses).toEqual([200, 200, 429, 200])
    small.time.aheadMs += 61_000
    expect((await from('9.9.9.9')).status).toBe(200)
    await small.close()
  })

  test('a session has only so many event streams, and one that closes makes room', async () => {
    const streams = await Promise.all([1, 2, 3].map(() => resident.listens(() => undefined)))
    expect(streams.map((stream) => stream.status)).toEqual([200, 200, 200])
    expect((await resident.listens(() => undefined)).status).toBe(429)
    for (const stream of streams) stream.stop()
    await expect.poll(async () => (await resident.listens(() => undefined)).status).toBe(200)
  })

  test('the house has only so many event streams in all', async () => {
    const small = await openWebServer({ pagesTotal: 1 })
    const [one, other] = [new Visitor(small.origin), new Visitor(small.origin)]
    await one.enters()
    await other.enters()
    expect((await one.listens(() => undefined)).status).toBe(200)
    expect((await other.listens(() => undefined)).status).toBe(429)
    await small.close()
  })
})

describe('headers', () => {
  test('pages allow nothing but their own files', async () => {
    for (const path of ['/', '/desk', '/page/chat.js', '/chat/resident/lines']) {
      const { headers } = await resident.ask(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; " +
          "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  test('the page has no inline script, style or handler', async () => {
    const html = Buffer.from((await resident.ask('/')).bytes).toString()
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i)
    expect(html).toContain('<title>管家</title>')
    expect(Buffer.from((await resident.ask('/desk')).bytes).toString()).toContain(
      '<title>管家 · 员工</title>',
    )
  })

  test('a file not changed is not sent again', async () => {
    const first = await resident.ask('/page/chat.css')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const second = await resident.ask('/page/chat.css', { headers: { 'If-None-Match': etag } })
    expect([second.status, second.bytes.length]).toEqual([304, 0])
  })

  test('what was said is never cached', async () => {
    expect((await resident.ask('/chat/resident/lines')).headers.get('cache-control')).toBe('no-store')
  })
})

test('only our own files are served', async () => {
  const port = Number(new URL(web.origin).port)
  const paths = [
    '/page/../ports.ts',
    '/page/..%2fports.ts',
    '/page/%2e%2e%2fports.ts',
    '/page/..%5c..%5cports.ts',
    '/page//etc/passwd',
    '/page/toString',
    '/photos/..%2f..%2fetc%2fpasswd',
    '/photos/../chat/resident/lines%00',
  ]
  for (const path of paths) {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ port, host: '127.0.0.1', path }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end()
    })
    expect([path, status]).toEqual([path, 404])
  }
})

test('what main mounts beside us keeps its own rules and headers', async () => {
  expect((await resident.ask('/telegram', { method: 'POST', body: '{}' })).status).toBe(200)
  expect((await resident.ask('/healthz')).headers.get('content-security-policy')).toBeNull()
})

test('the log holds no words, names or tokens', async () => {
  const failing = await openWebServer({
    house(message) {
      if (message.kind === 'text') throw new Error('secret words')
      return undefined
    },
  })
  const visitor = new Visitor(failing.origin)
  await visitor.enters()
  expect((await visitor.says('住址三栋二单元')).status).toBe(503)
  const log = JSON.stringify(failing.logged)
  expect(failing.logged.map((line) => line.event)).toEqual(['web.not_kept'])
  for (const secret of ['secret', '三栋', visitor.cookies.get('guanjia-chat') ?? '?'])
    expect(log).not.toContain(secret)
  await failing.close()
})
