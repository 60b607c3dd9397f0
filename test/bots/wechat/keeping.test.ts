import { appendFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWeChatGateway, resident, self, type WeChatGateway } from '../../peers/wechatGateway.ts'
import { eventually, online, openHouse, type House } from './harness.ts'

let gateway: WeChatGateway
let house: House
const unhandled: unknown[] = []
const note = (reason: unknown) => void unhandled.push(reason)

beforeEach(async () => {
  process.on('unhandledRejection', note)
  gateway = await openWeChatGateway()
  house = await openHouse(gateway.endpoint)
  await house.start()
  await eventually(online(house), 'online')
})
afterEach(async () => {
  await house.close()
  await gateway.close()
  process.off('unhandledRejection', note)
  expect(unhandled.splice(0)).toEqual([])
})

const texts = (of = house) => of.received.map((it) => ('text' in it ? it.text : it.kind))
const spooled = (of = house) => readFile(join(of.spool, 'undelivered.jsonl'), 'utf8').catch(() => '')

describe('a house that cannot take messages', () => {
  test('is asked again, in order, and the spool is empty in the end', async () => {
    house.failReceive(5)
    await gateway.says('一')
    await gateway.says('二')
    await gateway.says('三')
    await eventually(() => texts().length === 3, 'all three')
    expect(texts()).toEqual(['一', '二', '三'])
    await eventually(async () => (await spooled()) === '', 'an empty spool')
  })

  test('leaves what came on the disk; the next start offers it first, in order', async () => {
    house.refuseWhen(() => true)
    const said = ['一', '二', '三']
    for (const text of said) await gateway.says(text)
    await gateway.says('另一个人', { who: 1 })
    await eventually(async () => (await spooled()).split('\n').length === 5, 'four kept lines')
    await house.channel.stop()
    expect(texts()).toEqual([])

    const next = await openHouse(gateway.endpoint, { spool: house.spool, keepSpool: true })
    await next.start()
    await eventually(() => next.received.length === 4, 'the kept ones')
    expect(texts(next).filter((text) => text !== '另一个人')).toEqual(said)
    expect(next.received[0]!.at).toBeInstanceOf(Date)
    await eventually(online(next), 'online')
    await gateway.says('四')
    await eventually(() => texts(next).at(-1) === '四', 'a new one after them')
    expect(await spooled(next)).toBe('')
    await next.close()
  })

  test('a spool line cut off by a crash harms no other', async () => {
    house.refuseWhen(() => true)
    await gateway.says('一')
    await eventually(async () => (await spooled()).includes('一'), 'a kept line')
    await house.channel.stop()
    await appendFile(join(house.spool, 'undelivered.jsonl'), '{"keep":{"kind":"te')

    const next = await openHouse(gateway.endpoint, { spool: house.spool, keepSpool: true })
    await next.start()
    await eventually(() => texts(next).includes('一'), 'the whole one')
    await next.close()
  })

  test('one message that always fails is put aside when others get through', async () => {
    house.refuseWhen((it) => it.kind === 'text' && it.text === '毒')
    await gateway.says('毒')
    await gateway.says('后来')
    await eventually(() => house.logged.some(({ event }) => event === 'wechat.receive-failed'), 'a failure')
    await gateway.says('别人', { who: 1 })
    await eventually(() => texts().includes('后来'), 'the one behind it')
    expect(await readFile(join(house.spool, 'refused.jsonl'), 'utf8')).toContain('毒')
  })

  test('still gets messages when the disk is full as well', async () => {
    await rm(house.spool, { recursive: true })
    house.failReceive(3)
    await gateway.says('一')
    await eventually(() => texts().includes('一'), 'the message')
    expect(house.logged.map(({ event }) => event)).toContain('wechat.spool-failed')
  })

  test('a house that takes long has everything on the disk meanwhile', async () => {
    const release = house.holdReceive()
    await gateway.says('一')
    await gateway.says('二')
    await gateway.says('别人', { who: 1 })
    await eventually(async () => (await spooled()).trim().split('\n').length === 3, 'three kept lines')
    release()
    await eventually(() => texts().length === 3, 'all three')
    await eventually(async () => (await spooled()) === '', 'an empty spool')
  })

  test('what comes while one waits for its next try is on the disk at once', async () => {
    const slow = { receiveRetryMinMs: 60_000, receiveRetryMaxMs: 60_000, keepAfterMs: 60_000 }
    await house.channel.stop()
    const patient = await openHouse(gateway.endpoint, { timings: slow })
    await patient.start()
    await eventually(online(patient), 'online')
    patient.failReceive(1)
    await gateway.says('一')
    await eventually(async () => (await spooled(patient)).includes('一'), 'the first kept')
    await gateway.says('二')
    await eventually(async () => (await spooled(patient)).includes('二'), 'the second kept')
    expect(texts(patient)).toEqual([])
    await patient.close()
  })

  test('a house that throws at once never ends the process', async () => {
    house.throwInReceive(3)
    await gateway.says('一')
    await eventually(() => texts().includes('一'), 'the message')
  })

  test('one conversation that waits does not hold up another', async () => {
    house.refuseWhen((it) => it.sender.id === resident(0))
    await gateway.says('等着')
    await gateway.says('别人', { who: 1 })
    await eventually(() => texts().includes('别人'), 'the other one')
    expect(texts()).toEqual(['别人'])
  })
})

describe('a message the gateway cannot show yet', () => {
  test('is read when it can be, over a reconnect too', async () => {
    await gateway.failPayloads(4)
    await gateway.says('迟到')
    await eventually(() => texts().includes('迟到'), 'the message')
  })

  test('that never can be read is told as a gap, and holds up no other for long', async () => {
    await gateway.redelivers('msg-nobody-has')
    await gateway.says('后来')
    await eventually(() => texts().includes('后来'), 'the one behind it')
    await eventually(() => house.gaps.some(({ reason }) => reason === 'a message could not be read'), 'a gap')
  })
})

describe('listeners of the house that throw', () => {
  test('do not stop the line', async () => {
    const throwing = await openHouse('127.0.0.1:1', {
      onGap: () => {
        throw new Error('listener')
      },
    })
    await throwing.start()
    await eventually(
      () => throwing.logged.filter(({ event }) => event === 'wechat.down').length > 1,
      'two tries',
    )
    await throwing.close()
  })
})

test('nothing anybody said, and no name, is in the log', async () => {
  house.failReceive(2)
  await gateway.says('厨房漏水')
  await eventually(() => texts().includes('厨房漏水'), 'the message')
  await gateway.failSends(1, 'stack of 厨房漏水')
  await house.channel.send({ channel: 'wechat', account: self, chat: resident() }, { text: '厨房漏水' })
  expect(JSON.stringify(house.logged)).not.toMatch(/厨房|王先生|insecure_/)
})
