import { afterEach, describe, expect, test } from 'vitest'
import type { Message } from '../../../src/domain/message.ts'
import { serverError } from '../../peers/telegramServer.ts'
import { eventually, openTelegram, secret, type TelegramHarness } from './harness.ts'

let harness: TelegramHarness
afterEach(() => harness.close())

const texts = () => harness.received.map((message) => ('text' in message ? message.text : message.kind))
const online = () => eventually(() => harness.channel.status().state === 'online', 'being online')

function pushed(text: string, update_id = 1, chat = 7): string {
  const from = { id: chat, is_bot: false, first_name: '王' }
  const message = { message_id: update_id, date: 1, chat: { id: chat, type: 'private' }, from, text }
  return JSON.stringify({ update_id, message })
}

describe('at start', () => {
  test('the webhook is registered with its secret and what we want to hear', async () => {
    harness = await openTelegram('webhook')
    await online()
    expect(harness.server.callsOf('setWebhook')[0]?.payload).toMatchObject({
      secret_token: secret,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    })
    expect(harness.server.callsOf('getUpdates')).toEqual([])
  })

  test('registering is tried until it works', async () => {
    harness = await openTelegram('webhook', {}, false)
    harness.server.fault('setWebhook', serverError, 3)
    await harness.start()
    await online()
    expect(harness.server.callsOf('setWebhook')).toHaveLength(4)
  })

  test('without an address of our own nothing is registered', async () => {
    harness = await openTelegram('webhook', { webhookUrl: undefined })
    await online()
    expect(harness.server.callsOf('setWebhook')).toEqual([])
  })

  test('a push before Telegram said who we are is asked to come again', async () => {
    harness = await openTelegram('webhook', {}, false)
    expect(await harness.channel.handle(secret, pushed('早'))).toEqual({ status: 503 })
    expect(harness.received).toEqual([])
  })
})

describe('the secret', () => {
  test.each([
    ['none', undefined],
    ['an empty one', ''],
    ['another', 'b-secret_of-the-webhook'],
    ['the beginning of it', secret.slice(0, -1)],
    ['more than it', `${secret}x`],
  ])('%s is refused and nothing is received', async (_, header) => {
    harness = await openTelegram('webhook')
    await online()
    expect(await harness.channel.handle(header, pushed('假的'))).toEqual({ status: 403 })
    expect(harness.received).toEqual([])
  })

  test('that was never configured lets nobody in', async () => {
    harness = await openTelegram('webhook', { webhookSecret: undefined })
    await online()
    for (const header of [undefined, '', 'undefined']) {
      expect(await harness.channel.handle(header, pushed('假的'))).toEqual({ status: 403 })
    }
    expect(harness.received).toEqual([])
  })

  test('a polling bot has no door', async () => {
    harness = await openTelegram('polling')
    expect(await harness.channel.handle(secret, pushed('假的'))).toEqual({ status: 404 })
  })
})

describe('a push', () => {
  test.each([
    ['not JSON', 400, '{"update_id":1'],
    ['not an update', 400, '{}'],
    ['null', 400, 'null'],
    ['a list', 400, '[]'],
    ['an update without a number', 400, '{"update_id":"1"}'],
    ['more than 1 MB', 413, pushed('长'.repeat(400_000))],
    ['a kind of update we never asked for', 200, '{"update_id":1,"poll":{}}'],
  ])('%s is answered with %i', async (_, status, body) => {
    harness = await openTelegram('webhook')
    await online()
    expect(await harness.channel.handle(secret, body)).toEqual({ status })
    expect(harness.received).toEqual([])
  })

  test('is acknowledged only after the commit', async () => {
    harness = await openTelegram('webhook')
    await online()
    let commit = () => {}
    harness.receiveWith(() => new Promise((resolve) => (commit = resolve)))
    let answered: number | undefined
    const push = harness.channel.handle(secret, pushed('等')).then(({ status }) => (answered = status))
    await new Promise((resolve) => setImmediate(resolve))
    expect(answered).toBeUndefined()
    commit()
    await push
    expect(answered).toBe(200)
  })

  test('whose commit fails is answered with 500 and comes again until it is kept', async () => {
    harness = await openTelegram('webhook')
    await online()
    harness.failReceive(2)
    for (const text of ['一', '二', '三']) harness.server.says(text)
    await eventually(() => harness.server.pending() === 0, 'the queue to drain')
    expect(texts()).toEqual(['一', '二', '三'])
    expect(harness.server.webhookInfo()['last_error_message']).toContain('500')
  })

  test('of one chat waits for the one before, and fails with it', async () => {
    harness = await openTelegram('webhook')
    await online()
    const begun: Message[] = []
    const ends: { keep: () => void; fail: () => void }[] = []
    harness.receiveWith((message) => {
      begun.push(message)
      return new Promise((resolve, reject) =>
        ends.push({ keep: resolve, fail: () => reject(new Error('down')) }),
      )
    })
    const first = harness.channel.handle(secret, pushed('一', 1))
    const second = harness.channel.handle(secret, pushed('二', 2))
    const other = harness.channel.handle(secret, pushed('别人', 3, 8))
    await eventually(() => begun.length === 2, 'both chats')
    expect(begun.map(({ address }) => address.chat)).toEqual(['7', '8'])
    ends[0]!.fail()
    ends[1]!.keep()
    expect(await Promise.all([first, second, other])).toEqual([
      { status: 500 },
      { status: 500 },
      { status: 200 },
    ])
    const again = harness.channel.handle(secret, pushed('一', 1))
    await eventually(() => begun.length === 3, 'the first again')
    ends[2]!.keep()
    expect(await again).toEqual({ status: 200 })
  })

  test('after stop is asked to come again', async () => {
    harness = await openTelegram('webhook')
    await online()
    await harness.channel.stop()
    expect(await harness.channel.handle(secret, pushed('晚'))).toEqual({ status: 503 })
  })
})
