import { afterEach, describe, expect, test } from 'vitest'
import type { Message } from '../../../src/domain/message.ts'
import {
  badGateway,
  conflict,
  groupId,
  personId,
  serverError,
  tooMany,
  unauthorized,
  type Fault,
} from '../../peers/telegramServer.ts'
import { eventually, openTelegram, type TelegramHarness } from './harness.ts'

let harness: TelegramHarness
afterEach(() => harness.close())

const textOf = (message: Message) => ('text' in message ? message.text : message.kind)
const texts = () => harness.received.map(textOf)
const offsets = () => harness.server.callsOf('getUpdates').map(({ payload }) => payload['offset'])

describe('one chat that writes much at once', () => {
  test('is kept at one go, in order, and the others are received meanwhile', async () => {
    harness = await openTelegram('polling', {}, false)
    for (let n = 0; n < 6; n += 1) harness.server.says(`在吗 ${n}`, { who: 1 })
    harness.server.says('我家漏水', { who: 2 })
    const kept: string[][] = []
    await harness.channel.start(
      async (message) => void harness.received.push(message),
      async (messages) => void kept.push(messages.map(textOf)),
    )
    await eventually(() => harness.server.pending() === 0, 'the confirmation')
    expect(kept).toEqual([['在吗 0', '在吗 1', '在吗 2', '在吗 3', '在吗 4', '在吗 5']])
    expect(texts()).toEqual(['我家漏水'])
  })

  test('five are received one by one', async () => {
    harness = await openTelegram('polling', {}, false)
    for (let n = 0; n < 5; n += 1) harness.server.says(`在吗 ${n}`, { who: 1 })
    await harness.channel.start(
      async (message) => void harness.received.push(message),
      () => Promise.reject(new Error('not many enough')),
    )
    await eventually(() => harness.server.pending() === 0, 'the confirmation')
    expect(texts()).toHaveLength(5)
  })
})

describe('the offset', () => {
  test('advances only after every update of the batch is committed', async () => {
    harness = await openTelegram('polling', {}, false)
    const commits: (() => void)[] = []
    harness.receiveWith((message) => {
      if (textOf(message) !== '慢') return Promise.resolve()
      return new Promise((resolve) => commits.push(resolve))
    })
    const first = harness.server.says('快', { who: 1 })
    harness.server.says('慢', { who: 2 })
    await start()
    await eventually(() => commits.length === 1, 'the slow one to arrive')
    expect(harness.server.pending()).toBe(2)
    expect(harness.server.confirmed).toEqual([])
    commits[0]!()
    await eventually(() => harness.server.confirmed.length === 2, 'the confirmation')
    expect(offsets()).toContain(first.update_id + 2)
  })

  test('a process that dies before the commit leaves the message to the next one', async () => {
    harness = await openTelegram('polling', {}, false)
    let arrived = 0
    let end = () => {}
    harness.receiveWith(() => {
      arrived += 1
      return new Promise((resolve) => (end = resolve)) // dies here: never commits
    })
    const update = harness.server.says('厨房漏水')
    await start()
    await eventually(() => arrived === 1, 'the first process to get it')
    const next = harness.another()
    const kept: Message[] = []
    await next.start(async (message) => void kept.push(message))
    await eventually(() => kept.length === 1, 'the next process to get it')
    expect(kept[0]).toMatchObject({
      text: '厨房漏水',
      id: `${update.update_id}:${personId()}:${messageId(update)}`,
    })
    await eventually(() => harness.server.confirmed.includes(update.update_id), 'the confirmation')
    end()
  })

  test('survives Telegram restarting its ids at random', async () => {
    harness = await openTelegram('polling')
    harness.server.says('上周')
    await eventually(() => texts().includes('上周'), 'the old message')
    const polls = offsets().length
    await eventually(() => offsets().length >= polls + 2, 'a quiet poll')
    harness.server.fault('getUpdates', serverError, 1_000)
    await eventually(() => harness.server.struck['error'] !== undefined, 'nobody polling any more')
    harness.server.restartIdsAt(1_000)
    harness.server.says('这周')
    harness.server.clearFaults()
    await eventually(() => texts().includes('这周'), 'the message with a small id')
    expect(new Set(harness.received.map(({ id }) => id)).size).toBe(2)
  })
})

describe('order', () => {
  test('is kept when the store fails twice, and nothing is lost', async () => {
    harness = await openTelegram('polling', {}, false)
    harness.failReceive(2)
    for (const text of ['一', '二', '三']) harness.server.says(text)
    await start()
    await eventually(() => texts().includes('三'), 'all three')
    expect(texts()).toEqual(['一', '二', '三'])
    await eventually(() => harness.server.pending() === 0, 'the queue to drain')
  })

  test('what follows a failure in its chat waits, another chat goes on', async () => {
    harness = await openTelegram('polling', {}, false)
    const tried: string[] = []
    let down = true
    harness.receiveWith(async (message) => {
      tried.push(textOf(message))
      if (textOf(message) === '一' && down) throw new Error('the store is down')
    })
    harness.server.says('一', { who: 1 })
    harness.server.says('二', { who: 1 })
    harness.server.says('别人', { who: 2 })
    await start()
    await eventually(() => tried.filter((text) => text === '一').length >= 3, 'three tries')
    expect(tried).toContain('别人')
    expect(tried).not.toContain('二')
    down = false
    await eventually(() => tried.includes('二'), 'the second message')
  })

  test('one slow chat does not hold up another', async () => {
    harness = await openTelegram('polling', {}, false)
    const commits: (() => void)[] = []
    const begun: string[] = []
    harness.receiveWith((message) => {
      begun.push(textOf(message))
      return new Promise((resolve) => commits.push(resolve))
    })
    harness.server.says('甲一', { who: 1 })
    harness.server.says('甲二', { who: 1 })
    harness.server.says('乙一', { who: 2 })
    await start()
    await eventually(() => begun.length === 2, 'both chats to begin')
    expect(begun).toEqual(['甲一', '乙一'])
    commits.forEach((commit) => commit())
    await eventually(() => begun.includes('甲二'), 'the second of the slow chat')
    commits.forEach((commit) => commit())
  })
})

describe('trouble on the way', () => {
  const troubles: readonly (readonly [string, Fault])[] = [
    ['409 from another poller', conflict],
    ['429', tooMany(0.01)],
    ['500', serverError],
    ['502 from a proxy', badGateway],
    ['a page instead of JSON', { kind: 'html', status: 200 }],
    ['a dropped connection', { kind: 'drop', when: 'before' }],
    ['an answer lost on its way', { kind: 'drop', when: 'after' }],
    ['no answer at all', { kind: 'hang', when: 'before' }],
    ['400', { kind: 'error', code: 400, description: 'Bad Request: nothing we know' }],
  ]

  test.each(troubles)('is got over: %s', async (_, fault) => {
    harness = await openTelegram('polling', { timing: { pollSeconds: 0.2, pollGrace: 100 } })
    await eventually(() => harness.channel.status().state === 'online', 'being online')
    harness.server.fault('getUpdates', fault, 3)
    harness.server.says('还在吗')
    await eventually(() => harness.server.struck[fault.kind] === 3, 'three troubles')
    await eventually(() => texts().includes('还在吗'), 'the message')
    await eventually(() => harness.server.pending() === 0, 'its confirmation')
    await eventually(() => harness.channel.status().state === 'online', 'being online again')
  })

  test('all at once, at random, loses nothing and keeps order', async () => {
    harness = await openTelegram('polling', { timing: { pollSeconds: 0.1, pollGrace: 60 } })
    const faults = troubles.map(([, fault]) => fault)
    harness.server.disturb({ probability: 0.5, faults, seed: 2026 })
    const said: string[] = []
    const kinds = () => Object.keys(harness.server.struck).length
    while (said.length < 60 || kinds() < 4) {
      const index = said.push(`${said.length}`) - 1
      harness.server.says(said[index]!, { who: index % 3 })
      if (index % 3 === 2) await eventually(() => texts().includes(said[index]!), `message ${index}`)
    }
    await eventually(() => new Set(texts()).size === said.length, 'every message')
    for (const who of [0, 1, 2]) {
      const heard = harness.received.filter(({ sender }) => sender.id === String(personId(who))).map(textOf)
      expect([...new Set(heard)]).toEqual(said.filter((_, index) => index % 3 === who))
    }
    harness.server.clearFaults()
    await eventually(() => harness.server.pending() === 0, 'the queue to drain')
  })

  test('while it lasts the channel is offline and says why', async () => {
    harness = await openTelegram('polling')
    await eventually(() => harness.channel.status().state === 'online', 'being online')
    harness.server.fault('getUpdates', conflict, 1_000)
    await eventually(() => harness.channel.status().state === 'offline', 'being offline')
    expect(harness.channel.status()).toMatchObject({ reason: 'another process polls with the same token' })
    harness.server.clearFaults()
    await eventually(() => harness.channel.status().state === 'online', 'being online again')
  })

  test('a refused token is named, and asked again in case it is cured', async () => {
    harness = await openTelegram('polling', {}, false)
    harness.server.fault('getMe', unauthorized, 2)
    await start()
    await eventually(() => harness.channel.status().state === 'offline', 'being offline')
    await eventually(() => harness.log.lines.length > 0, 'a line in the log')
    expect(JSON.stringify(harness.channel.status())).toContain('TELEGRAM_BOT_TOKEN')
    await eventually(() => harness.channel.status().state === 'online', 'being online')
  })

  test('a webhook that is still set is taken away without dropping what waits', async () => {
    harness = await openTelegram('polling', {}, false)
    harness.server.setWebhook('http://127.0.0.1:9/gone')
    harness.server.says('等着的')
    await start()
    await eventually(() => texts().includes('等着的'), 'the waiting message')
    expect(harness.server.callsOf('deleteWebhook')[0]?.payload).toEqual({ drop_pending_updates: false })
  })

  test('a message nobody can read does not hold up the others', async () => {
    harness = await openTelegram('polling')
    harness.server.inject({ message: null })
    harness.server.inject({ message: { message_id: 1 } })
    harness.server.says('我很好')
    await eventually(() => texts().includes('我很好'), 'the message after')
    await eventually(() => harness.server.pending() === 0, 'all to be confirmed')
    expect(harness.log.lines.join()).toContain('telegram.unreadable')
  })
})

describe('what happens to the bot itself', () => {
  test('a group that moved is told, and being blocked is only logged', async () => {
    harness = await openTelegram('polling')
    const to = harness.server.moves(3)
    harness.server.blocks({ who: 1 })
    await eventually(() => harness.received.length === 2, 'both messages about the move')
    await eventually(() => harness.log.lines.join().includes('kicked'), 'the log line')
    for (const message of harness.received) {
      expect(message).toMatchObject({ kind: 'moved', to: String(to), address: { chat: String(groupId(3)) } })
    }
  })

  test('stop lets a running delivery end', async () => {
    harness = await openTelegram('polling')
    let commit = () => {}
    let begun = false
    harness.receiveWith(() => {
      begun = true
      return new Promise((resolve) => (commit = resolve))
    })
    harness.server.says('慢')
    await eventually(() => begun, 'the delivery to begin')
    let stopped = false
    const stopping = harness.channel.stop().then(() => (stopped = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(stopped).toBe(false)
    commit()
    await stopping
    expect(harness.channel.status()).toEqual({ state: 'off' })
  })

  test('stop ends a long poll, a backoff and a start that never succeeded at once', async () => {
    harness = await openTelegram('polling', { timing: { pollSeconds: 50, backoffMin: 60_000 } })
    await eventually(() => harness.server.callsOf('getUpdates').length === 2, 'the long poll')
    await harness.channel.stop()
    const unlucky = harness.another()
    harness.server.fault('getMe', serverError, 1)
    await unlucky.start(async () => {})
    await eventually(() => unlucky.status().state === 'offline', 'the backoff')
    await unlucky.stop()
  })

  test('after stop it can be started again', async () => {
    harness = await openTelegram('polling')
    await harness.channel.stop()
    harness.server.says('回来了')
    await start()
    await eventually(() => texts().includes('回来了'), 'the message')
  })
})

async function start(): Promise<void> {
  await harness.start()
}

function messageId(update: object): number {
  return (update as { message: { message_id: number } }).message.message_id
}
