import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { png } from '../../support/png.ts'
import { openWebServer, type WebServer } from './server.ts'
import { Visitor, type Answer } from './visitor.ts'

let web: WebServer
let resident: Visitor

beforeEach(async () => {
  web = await openWebServer()
  resident = new Visitor(web.origin)
  await resident.enters()
})
afterEach(() => web.close())

const hashOf = (answer: Answer) => answer.json.line?.photos?.[0] ?? 'none'
const photos = () => web.received.filter((message) => message.kind === 'photo')

test('a photo is kept, handed over with its caption, and can be fetched by the house', async () => {
  const picture = png()
  const answer = await resident.sendsPhoto(picture, '厨房“水管” 100%')
  expect(answer.status).toBe(200)
  const hash = hashOf(answer)
  expect(photos()).toMatchObject([{ text: '厨房“水管” 100%', photos: [{ ref: hash, size: picture.length }] }])
  expect(await web.channel.fetchPhoto({ ref: hash }, 1e6)).toEqual({ ok: true, bytes: Buffer.from(picture) })
  expect(await web.channel.fetchPhoto({ ref: hash }, 10)).toEqual({ ok: false, reason: 'too_large' })
  expect(await web.channel.fetchPhoto({ ref: 'never-kept' }, 10)).toEqual({ ok: false, reason: 'gone' })
})

test('its visitor can look at it, as a picture and nothing else', async () => {
  const look = await resident.ask(`/photos/${hashOf(await resident.sendsPhoto(png()))}`)
  expect(Buffer.from(look.bytes)).toEqual(Buffer.from(png()))
  expect(look.headers.get('content-type')).toBe('image/png')
  expect(look.headers.get('x-content-type-options')).toBe('nosniff')
  expect(look.headers.get('content-disposition')).toMatch(/^inline/)
  expect(look.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(look.headers.get('cache-control')).toMatch(/^private/)
})

test('nobody else can, whoever knows its hash', async () => {
  const hash = hashOf(await resident.sendsPhoto(png()))
  const other = new Visitor(web.origin)
  const staff = new Visitor(web.origin, 'staff')
  await other.enters()
  await staff.enters()
  for (const visitor of [other, staff, new Visitor(web.origin)]) {
    expect((await visitor.ask(`/photos/${hash}`)).status).toBe(404)
  }
})

test('a photo the house sends can be looked at', async () => {
  const kept = await web.photos.keep(png(8, 8))
  const hash = kept.ok ? kept.hash : ''
  expect((await resident.ask(`/photos/${hash}`)).status).toBe(404)
  const chat = await resident.enters()
  await web.channel.send({ channel: 'web', account: 'web', chat }, { text: '完工照片', photos: [hash] })
  expect((await resident.ask(`/photos/${hash}`)).status).toBe(200)
})

test('what is no photo is refused with a kind sentence', async () => {
  const files = ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', '<!doctype html><script>', '']
  for (const file of files) {
    const answer = await resident.sendsPhoto(Buffer.from(file))
    expect([answer.status, answer.json.error]).toEqual([415, 'not_a_photo'])
    expect(answer.json.say).toContain('不是照片')
  }
  expect(photos()).toEqual([])
})

test('more than 10 MB is refused, said beforehand or not', async () => {
  const large = Buffer.concat([png(), Buffer.alloc(10 * 1024 * 1024)])
  const answer = await resident.sendsPhoto(large)
  expect([answer.status, answer.json.error]).toEqual([413, 'too_large'])
  expect(answer.json.say).toContain('10 MB')
  const parts = new ReadableStream<Uint8Array>({
    start(out) {
      for (let part = 0; part < 11; part += 1) out.enqueue(new Uint8Array(1024 * 1024))
      out.close()
    },
  })
  const streamed = await resident.ask('/chat/resident/photos', {
    method: 'POST',
    headers: resident.ours({ 'Content-Type': 'application/octet-stream', 'X-Guanjia-Id': randomUUID() }),
    body: parts,
    duplex: 'half',
  })
  expect(streamed.status).toBe(413)
  expect(photos()).toEqual([])
})

test('sent again after a lost answer it is still one photo', async () => {
  const id = randomUUID()
  const first = await resident.sendsPhoto(png(), '', id)
  const again = await resident.sendsPhoto(png(), '', id)
  expect(again.json.line?.id).toBe(first.json.line?.id)
  expect(photos()).toHaveLength(1)
  expect(await resident.reads()).toHaveLength(1)
})

test('one visitor sends only so many in an hour', async () => {
  const small = await openWebServer({ photosPerChat: { burst: 2, perHour: 60 } })
  const visitor = new Visitor(small.origin)
  await visitor.enters()
  const statuses = []
  for (let count = 0; count < 3; count += 1) statuses.push((await visitor.sendsPhoto(png())).status)
  expect(statuses).toEqual([200, 200, 429])
  small.time.aheadMs += 61_000
  expect((await visitor.sendsPhoto(png())).status).toBe(200)
  await small.close()
})
