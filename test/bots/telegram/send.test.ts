import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Address } from '../../../src/domain/message.ts'
import type { Outgoing } from '../../../src/domain/outgoing.ts'
import {
  badGateway,
  blocked,
  groupId,
  personId,
  serverError,
  tooMany,
  unauthorized,
  type Fault,
} from '../../peers/telegramServer.ts'
import { openTelegram, type TelegramHarness } from './harness.ts'

const photos = new Map([
  ['h1', new Uint8Array([0xff, 0xd8, 1, 2, 13, 10, 13, 10])],
  ['h2', new Uint8Array(300_000).fill(9)],
])

let harness: TelegramHarness
beforeEach(async () => {
  harness = await openTelegram('polling', { readPhoto: async (hash) => photos.get(hash) }, false)
  harness.server.opens()
})
afterEach(() => harness.close())

const to = (chat: number | string = personId()): Address => ({
  channel: 'telegram',
  account: '424242',
  chat: String(chat),
})
const send = (what: Partial<Outgoing>, chat?: number | string) =>
  harness.channel.send(to(chat), { text: '', ...what })
const delivered = () => harness.server.delivered

describe('what Telegram answers', () => {
  const refusal = (description: string, code = 400): Fault => ({ kind: 'error', code, description })

  test('accepted: sent, with the platform’s id', async () => {
    expect(await send({ text: '好' })).toEqual({ kind: 'sent', id: String(delivered()[0]?.messageId) })
  })

  test.each<readonly [string, Fault, object, number]>([
    ['429', tooMany(3), { kind: 'pause', afterMs: 3_000 }, 0],
    ['429 without a time', refusal('Too Many Requests', 429), { kind: 'pause', afterMs: 5_000 }, 0],
    ['403', blocked, { kind: 'unreachable' }, 0],
    ['400 chat not found', refusal('Bad Request: chat not found'), { kind: 'unreachable' }, 0],
    [
      '400 rights taken away',
      refusal('Bad Request: not enough rights to send text messages to the chat'),
      { kind: 'unreachable' },
      0,
    ],
    ['400 of another kind', refusal('Bad Request: message thread not found'), { kind: 'refused' }, 0],
    ['413', refusal('Request Entity Too Large', 413), { kind: 'refused' }, 0],
    ['401', unauthorized, { kind: 'retry', afterMs: 60_000 }, 0],
    ['500', serverError, { kind: 'retry' }, 0],
    ['502 as a page', badGateway, { kind: 'retry' }, 0],
    ['a page with 200', { kind: 'html', status: 200 }, { kind: 'unknown' }, 0],
    ['a page with 200, delivered', { kind: 'html', status: 200, when: 'after' }, { kind: 'unknown' }, 1],
    ['the line cut before', { kind: 'drop', when: 'before' }, { kind: 'unknown' }, 0],
    ['the line cut after delivery', { kind: 'drop', when: 'after' }, { kind: 'unknown' }, 1],
    ['nothing', { kind: 'hang', when: 'before' }, { kind: 'unknown' }, 0],
    ['nothing, but delivered', { kind: 'hang', when: 'after' }, { kind: 'unknown' }, 1],
  ])('%s', async (_, fault, outcome, deliveries) => {
    const impatient = harness.another({ timing: { call: 1_000 } })
    const channel = fault.kind === 'hang' ? impatient : harness.channel
    harness.server.fault('sendMessage', fault)
    expect(await channel.send(to(), { text: '工单 W-1 已受理' })).toMatchObject(outcome)
    expect(delivered()).toHaveLength(deliveries)
    expect(harness.server.callsOf('sendMessage')).toHaveLength(1)
  })

  test('a group that moved tells its new id', async () => {
    const moved = harness.server.moves(1)
    expect(await send({ text: '好' }, groupId(1))).toEqual({ kind: 'moved', to: String(moved) })
  })

  test('a resident who blocked the bot is unreachable', async () => {
    harness.server.blocks()
    expect(await send({ text: '好' })).toMatchObject({ kind: 'unreachable' })
  })

  test.each(['nonsense', '', '@somebody', '12x', '1e5', '99999999999999999999'])(
    'a chat id %j that Telegram never gave is unreachable, and nobody is asked',
    async (chat) => {
      expect(await send({ text: '好' }, chat)).toMatchObject({ kind: 'unreachable' })
      expect(harness.server.callsOf('sendMessage')).toEqual([])
    },
  )

  test.each([
    ['', 0],
    [' \n ', 0],
  ])('nothing to say (%j) is refused', async (text, calls) => {
    expect(await send({ text })).toMatchObject({ kind: 'refused' })
    expect(harness.server.callsOf('sendMessage')).toHaveLength(calls)
  })
})

describe('when no request was written', () => {
  test('a refused connection is tried again', async () => {
    const nobody = await freePort()
    const channel = harness.another({ apiRoot: `http://127.0.0.1:${nobody}` })
    expect(await channel.send(to(), { text: '好' })).toMatchObject({ kind: 'retry' })
  })

  test('a name with several addresses that all refuse is tried again', async () => {
    const nobody = await freePort()
    const channel = harness.another({ apiRoot: `http://localhost:${nobody}` })
    expect(await channel.send(to(), { text: '好' })).toMatchObject({ kind: 'retry' })
  })

  test('a name that does not exist is tried again', async () => {
    const channel = harness.another({ apiRoot: `http://${'x'.repeat(64)}.invalid` })
    expect(await channel.send(to(), { text: '好' })).toMatchObject({ kind: 'retry' })
  })

  test.each([
    ['never answers', 'retry', () => undefined],
    ['ends at once', 'retry', (socket: Socket) => void socket.end()],
  ])('a line that %s before it is secure: %s', async (_, kind, greet) => {
    const sockets: Socket[] = []
    const deaf = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined))
      greet(socket)
    })
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve))
    const { port } = deaf.address() as AddressInfo
    const channel = harness.another({
      apiRoot: `https://127.0.0.1:${port}`,
      timing: { connect: 60, call: 5_000 },
    })
    expect(await channel.send(to(), { text: '好' })).toMatchObject({ kind })
    sockets.forEach((socket) => socket.destroy())
    await new Promise((resolve) => deaf.close(resolve))
  })
})

describe('what is sent', () => {
  test('buttons carry the nonce, one a row', async () => {
    const choices = [
      { label: '报修', nonce: 'a' },
      { label: '进度', nonce: 'b' },
    ]
    await send({ text: '菜单', choices })
    expect(harness.server.callsOf('sendMessage')[0]?.payload).toMatchObject({
      reply_markup: {
        inline_keyboard: [[{ text: '报修', callback_data: 'a' }], [{ text: '进度', callback_data: 'b' }]],
      },
    })
  })

  test('text is plain, and links are not fetched by Telegram', async () => {
    await send({ text: '<b>*一次性链接* https://example.invalid/c/1' })
    const { payload } = harness.server.callsOf('sendMessage')[0]!
    expect(payload).not.toHaveProperty('parse_mode')
    expect(payload).toMatchObject({ link_preview_options: { is_disabled: true } })
  })

  test('silence is asked for where wanted', async () => {
    await send({ text: '一' })
    await send({ text: '二', silent: true })
    expect(delivered().map(({ silent }) => silent)).toEqual([false, true])
  })

  test('one photo and a short text are one message, buttons and all', async () => {
    const choices = [{ label: '好', nonce: 'n' }]
    expect(await send({ text: '现场照片', photos: ['h1'], choices })).toMatchObject({ kind: 'sent' })
    expect(delivered()).toMatchObject([{ text: '现场照片', buttons: [{ label: '好', data: 'n' }] }])
    expect(Buffer.from(delivered()[0]!.photos[0]!)).toEqual(Buffer.from(photos.get('h1')!))
  })

  test('several photos come before the text, and the buttons last', async () => {
    await send({ text: '两张照片', photos: ['h1', 'h2'], choices: [{ label: '好', nonce: 'n' }] })
    expect(
      delivered().map(({ text, photos: { length }, buttons }) => [text, length, buttons.length]),
    ).toEqual([
      ['', 1, 0],
      ['', 1, 0],
      ['两张照片', 0, 1],
    ])
    expect(Buffer.from(photos.get('h2')!).equals(delivered()[1]!.photos[0]!)).toBe(true)
  })

  test('a text too long for a caption follows its photo', async () => {
    await send({ text: '长'.repeat(1_025), photos: ['h1'] })
    expect(delivered().map(({ text }) => text.length)).toEqual([0, 1_025])
  })

  test('a photo that is gone is left out, the text still goes', async () => {
    expect(await send({ text: '照片没了', photos: ['nowhere'] })).toMatchObject({ kind: 'sent' })
    expect(delivered()).toMatchObject([{ text: '照片没了', photos: [] }])
  })

  test('a photo store that fails sends nothing yet', async () => {
    const channel = harness.another({ readPhoto: () => Promise.reject(new Error('disk')) })
    expect(await channel.send(to(), { text: '等等', photos: ['h1'] })).toMatchObject({ kind: 'retry' })
    expect(delivered()).toEqual([])
  })
})

describe('a text longer than one message', () => {
  const long = `${'上'.repeat(4_000)}\n${'下'.repeat(4_000)}`

  test('is cut after a line, and the buttons are under its end', async () => {
    await send({ text: long, choices: [{ label: '好', nonce: 'n' }] })
    expect(delivered().map(({ text, buttons }) => [text.length, buttons.length])).toEqual([
      [4_000, 0],
      [4_000, 1],
    ])
  })

  test.each<readonly [string, Fault]>([
    ['429', tooMany(1)],
    ['403', blocked],
    ['500', serverError],
    ['a lost answer', { kind: 'drop', when: 'after' }],
  ])('that fails with %s after its first part may have been delivered', async (_, fault) => {
    harness.server.fault('sendMessage', { kind: 'pass' })
    harness.server.fault('sendMessage', fault)
    expect(await send({ text: long })).toMatchObject({ kind: 'unknown' })
    expect(harness.server.callsOf('sendMessage')).toHaveLength(2)
  })

  test('that fails at its first part was certainly not delivered', async () => {
    harness.server.fault('sendMessage', serverError)
    expect(await send({ text: long })).toMatchObject({ kind: 'retry' })
    expect(delivered()).toEqual([])
  })

  test('with nothing but line breaks at a cut sends no empty part', async () => {
    expect(await send({ text: `开头${'\n'.repeat(9_000)}结尾` })).toMatchObject({ kind: 'sent' })
    expect(delivered().map(({ text }) => text)).toEqual(['开头', '结尾'])
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
