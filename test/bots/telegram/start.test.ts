import { afterEach, describe, expect, test } from 'vitest'
import { redacting } from '../../../src/bots/telegram/redact.ts'
import { badGateway, serverError, tooMany, unauthorized, type Fault } from '../../peers/telegramServer.ts'
import { eventually, openTelegram, type TelegramHarness } from './harness.ts'

let harness: TelegramHarness
afterEach(() => harness?.close())

const online = () => eventually(() => harness.channel.status().state === 'online', 'being online')

describe('before Telegram said who we are', () => {
  test('the account is the number in the token, and the channel is off', async () => {
    harness = await openTelegram('polling', { token: '77:a_token_of_nobody_at_all_1234567890' }, false)
    expect(harness.channel).toMatchObject({ account: '77', username: '' })
    expect(harness.channel.status()).toEqual({ state: 'off' })
  })

  test('start returns at once though nobody answers', async () => {
    harness = await openTelegram('polling', {}, false)
    harness.server.fault('getMe', { kind: 'hang', when: 'before' }, 100)
    await harness.start()
    expect(harness.channel.status()).toMatchObject({ state: 'offline', reason: 'starting' })
  })
})

describe('a start', () => {
  test.each<readonly [string, Fault]>([
    ['500', serverError],
    ['502', badGateway],
    ['429', tooMany(0.01)],
    ['silence', { kind: 'hang', when: 'before' }],
    ['a cut line', { kind: 'drop', when: 'before' }],
  ])('gets over %s', async (_, fault) => {
    harness = await openTelegram('polling', { timing: { call: 80 } }, false)
    harness.server.fault('getMe', fault, 2)
    await harness.start()
    await online()
    expect(harness.channel).toMatchObject({
      account: String(harness.server.bot.id),
      username: harness.server.bot.username,
    })
    expect(harness.channel.status()).toMatchObject({ self: harness.server.bot.username })
  })

  test('shows the commands in Chinese and in English', async () => {
    harness = await openTelegram('polling')
    await eventually(() => harness.server.commands.size === 2, 'both lists')
    expect(harness.server.commands.get('')).toContainEqual({ command: 'repair', description: '报修' })
    expect(harness.server.commands.get('en')).toContainEqual({
      command: 'repair',
      description: 'Report a repair',
    })
  })

  test('without its commands still works', async () => {
    harness = await openTelegram('polling', {}, false)
    harness.server.fault('setMyCommands', serverError, 2)
    await harness.start()
    harness.server.says('你好')
    await eventually(() => harness.received.length === 1, 'the message')
  })
})

describe('the token', () => {
  test('is in no log line, no outcome and no status, whatever fails', async () => {
    harness = await openTelegram('polling', { timing: { pollSeconds: 0.1, pollGrace: 60, call: 60 } })
    await online()
    harness.server.opens()
    const said: unknown[] = []
    const page: Fault = { kind: 'html', status: 200 }
    const quoting: Fault = {
      kind: 'error',
      code: 400,
      description: `Bad Request: see ${harness.server.root}/bot${harness.server.token}/x`,
    }
    const faults: Fault[] = [
      page,
      badGateway,
      unauthorized,
      quoting,
      { kind: 'drop', when: 'before' },
      { kind: 'hang', when: 'before' },
    ]
    for (const fault of faults) {
      for (const method of ['getUpdates', 'sendMessage', 'answerCallbackQuery']) {
        harness.server.fault(method, fault)
      }
      harness.server.presses('n')
      await eventually(() => harness.server.pending() === 0, 'the press to be taken')
      const address = { channel: 'telegram', account: '1', chat: '70000' } as const
      said.push(await harness.channel.send(address, { text: '好' }), harness.channel.status())
    }
    const unreachable = harness.another({ apiRoot: 'http://127.0.0.1:1' })
    await unreachable.start(async () => {})
    await eventually(() => harness.log.lines.join().includes('ECONNREFUSED'), 'the refused connection')
    said.push(unreachable.status(), ...harness.log.lines)
    const everything = JSON.stringify(said)
    expect(said.length).toBeGreaterThan(15)
    expect(everything).not.toContain(harness.server.token)
    expect(everything).not.toContain(harness.server.token.split(':')[1])
    expect(everything).not.toMatch(/\d+:[\w-]{30,}/)
    expect(everything).toContain('[token]')
  })

  test.each([
    ['invalid json at http://h/bot123:abc/getMe', 'invalid json at http://h/bot[token]/getMe'],
    [`1:${'a'.repeat(30)} is wrong`, '[token] is wrong'],
    ['short and secret', 'short and secret'],
    ['my-own-token here', '[token] here'],
    ['12:30 to 14:00', '12:30 to 14:00'],
  ])('%j is written as %j', (text, written) => {
    expect(redacting('my-own-token')(text)).toBe(written)
  })

  test('a failing house’s words, which may be a resident’s, are not logged', async () => {
    harness = await openTelegram('polling')
    let failed = false
    harness.receiveWith(async () => {
      failed = true
      throw new Error('Failed query: insert … params: 我住3-2-502，电话13800000000')
    })
    harness.server.says('私事')
    await eventually(() => failed && harness.log.lines.join().includes('receive_failed'), 'the log line')
    expect(harness.log.lines.join()).not.toMatch(/3-2-502|私事/)
  })
})
