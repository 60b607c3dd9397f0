import { afterEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../peers/telegramServer.ts'
import { eventually, openTelegram, type TelegramHarness } from './harness.ts'

let harness: TelegramHarness
afterEach(() => harness.close())

const pressId = (update: object) => (update as { callback_query: { id: string } }).callback_query.id

describe.each(['polling', 'webhook'] as const)('a press, by %s', (mode) => {
  test('is answered right after it is committed, not before', async () => {
    harness = await openTelegram(mode)
    let commit = () => {}
    let begun = false
    harness.receiveWith(() => {
      begun = true
      return new Promise((resolve) => (commit = resolve))
    })
    const press = harness.server.presses('nonce-1')
    await eventually(() => begun, 'the press')
    expect(harness.server.callsOf('answerCallbackQuery')).toEqual([])
    commit()
    await eventually(() => harness.server.answeredPresses.includes(pressId(press)), 'the answer')
  })

  test('that could not be kept is not answered until it is', async () => {
    harness = await openTelegram(mode)
    harness.failReceive(2)
    const press = harness.server.presses('nonce-1')
    await eventually(() => harness.server.answeredPresses.length === 1, 'the answer')
    expect(harness.server.answeredPresses).toEqual([pressId(press)])
    expect(harness.received).toMatchObject([{ kind: 'button', nonce: 'nonce-1' }])
  })

  test('we make nothing of is answered too', async () => {
    harness = await openTelegram(mode)
    harness.server.presses('x')
    const from = { id: 1, is_bot: false, first_name: '王' }
    harness.server.inject({ callback_query: { id: 'game', from, chat_instance: 'c', game_short_name: 'g' } })
    const asked = () =>
      harness.server.callsOf('answerCallbackQuery').map(({ payload }) => payload['callback_query_id'])
    await eventually(() => asked().includes('game'), 'its answer')
    expect(harness.received).toHaveLength(1)
  })
})

describe('an answer to a press', () => {
  test('that comes too late is nobody’s trouble', async () => {
    harness = await openTelegram('polling')
    harness.server.fault('answerCallbackQuery', {
      kind: 'error',
      code: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    })
    harness.server.presses('n')
    await eventually(() => harness.server.callsOf('answerCallbackQuery').length === 1, 'the answer')
    await harness.channel.stop()
    expect(harness.log.lines).toEqual([])
  })

  test.each<Fault>([
    { kind: 'hang', when: 'before' },
    { kind: 'error', code: 500, description: 'Internal Server Error' },
  ])('that fails ($kind) is logged and holds up nobody', async (fault) => {
    harness = await openTelegram('polling', { timing: { call: 200 } })
    harness.server.fault('answerCallbackQuery', fault)
    harness.server.presses('n')
    harness.server.says('继续')
    await eventually(() => harness.received.length === 2, 'both')
    await eventually(() => harness.log.lines.join().includes('press_unanswered'), 'the log line')
    expect(harness.channel.status().state).toBe('online')
  })
})
