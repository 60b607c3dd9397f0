import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Allowance } from '../../../src/bots/web/allowance.ts'
import { split } from '../../../src/bots/web/split.ts'
import type { Address } from '../../../src/domain/message.ts'
import { eventually, openWebServer, type WebServer } from './server.ts'
import { Visitor } from './visitor.ts'

let web: WebServer
let resident: Visitor
let to: Address

beforeEach(async () => {
  web = await openWebServer()
  resident = new Visitor(web.origin)
  to = { channel: 'web', account: 'web', chat: await resident.enters() }
})
afterEach(() => web.close())

test('what the transcript kept is sent, with the id of its line', async () => {
  const choices = [{ label: '确认', nonce: 'abc' }]
  expect(await web.channel.send(to, { text: '请核对\0', choices })).toEqual({ kind: 'sent', id: '1' })
  expect(await resident.reads()).toMatchObject([{ id: 1, from: 'house', text: '请核对', choices }])
})

test('a text too long becomes several lines, with the buttons on the last', async () => {
  const text = `${'很长。'.repeat(4000)}完`
  await web.channel.send(to, { text, choices: [{ label: '好', nonce: 'abc' }] })
  const lines = await resident.reads()
  expect(lines.map((line) => line.text).join('')).toBe(text)
  expect(lines.map((line) => line.choices?.length ?? 0)).toEqual([0, 1])
  expect(Math.max(...lines.map((line) => line.text.length))).toBeLessThanOrEqual(web.channel.maxText)
})

test('a write whose answer was lost is repeated without doubling the line', async () => {
  web.transcript.faults.loses = 1
  expect(await web.channel.send(to, { text: '一次' })).toMatchObject({ kind: 'sent' })
  expect(web.transcript.of(to.chat)).toHaveLength(1)
})

test('a transcript that stays away leaves it unknown', async () => {
  web.transcript.faults.fails = 3
  expect(await web.channel.send(to, { text: '不知道' })).toMatchObject({ kind: 'unknown' })
})

test('a chat that is not ours is unreachable', async () => {
  for (const address of [
    { ...to, chat: '12345' },
    { ...to, account: 'other' },
    { ...to, channel: 'wechat' },
  ] as const) {
    expect(await web.channel.send(address, { text: '?' })).toMatchObject({ kind: 'unreachable' })
  }
})

test('it is online from start to stop, and takes nothing outside of that', async () => {
  expect(web.channel.status()).toMatchObject({ state: 'online', self: 'web' })
  const stream = await resident.listens(() => undefined)
  await web.channel.stop()
  await stream.ended
  expect(web.channel.status()).toEqual({ state: 'off' })
  expect((await resident.says('有人吗')).status).toBe(503)
  await web.channel.start(web.receive)
  expect((await resident.says('有人吗')).status).toBe(200)
})

test('stopping waits for what is being handed over', async () => {
  let letIn = () => {}
  const gate = new Promise<void>((resolve) => (letIn = resolve))
  const order: string[] = []
  await web.channel.start(async () => {
    order.push('handed')
    await gate
    order.push('kept')
  })
  const saying = resident.says('最后一句')
  await eventually(() => order.includes('handed'), 'the message was handed over')
  const stopping = web.channel.stop().then(() => order.push('stopped'))
  expect((await resident.says('太晚了')).status).toBe(503)
  letIn()
  await stopping
  expect((await saying).status).toBe(200)
  expect(order).toEqual(['handed', 'kept', 'stopped'])
})

test('pieces give the whole text again and never halve a character', () => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
  const characters = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)
  const family = fc.constantFrom('👨‍👩‍👧‍👦', '🏳️‍🌈', 'é', '管', '。', '\n', ' ')
  fc.assert(
    fc.property(fc.array(family, { maxLength: 80 }), fc.integer({ min: 16, max: 60 }), (parts, max) => {
      const text = parts.join('')
      const pieces = split(text, max)
      expect(pieces.join('')).toBe(text)
      expect(pieces.flatMap(characters)).toEqual(characters(text))
      for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(max)
    }),
  )
})

test('what has no character boundary is still cut, and stays well-formed', () => {
  const text = `${'\u0301'.repeat(200)}${'😱'.repeat(99)}`
  const pieces = split(text, 33)
  expect(pieces.join('')).toBe(text)
  for (const piece of pieces) expect(piece.isWellFormed() && piece.length <= 33).toBe(true)
})

test('an allowance never gives more than its burst and its hours, and forgets nobody in debt', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600_000 }), { maxLength: 60 }), (steps) => {
      let now = 0
      const allowance = new Allowance({ now: () => new Date(now) }, { burst: 3, perHour: 6 })
      let given = 0
      for (const step of steps) {
        now += step
        given += allowance.take('one') ? 1 : 0
      }
      expect(given).toBeLessThanOrEqual(3 + (now * 6) / 3_600_000 + 1e-6)
    }),
  )
})
