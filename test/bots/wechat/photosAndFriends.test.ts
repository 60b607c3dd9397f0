import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeIn } from '../../../src/bots/wechat/friends.ts'
import type { Address } from '../../../src/domain/message.ts'
import { openWeChatGateway, resident, self, type WeChatGateway } from '../../peers/wechatGateway.ts'
import { eventually, online, openHouse, type House } from './harness.ts'

let gateway: WeChatGateway
let house: House
const stored = new Uint8Array(120_000).map((_, index) => (index * 31) % 251)

beforeEach(async () => {
  gateway = await openWeChatGateway()
  house = await openHouse(gateway.endpoint, {
    photos: { read: async (hash) => (hash === 'abc' ? stored : undefined) },
  })
  await house.start()
  await eventually(online(house), 'online')
})
afterEach(async () => {
  await house.close()
  await gateway.close()
})

const got = (count: number) => eventually(() => house.received.length >= count, `${count} messages`)
const toResident: Address = { channel: 'wechat', account: self, chat: resident() }

async function photoRef(): Promise<{ ref: string }> {
  await got(1)
  const [message] = house.received
  if (message?.kind !== 'photo') throw new Error('no photo')
  return message.photos[0]!
}

describe('photos', () => {
  const bytes = new Uint8Array(200_000).map((_, index) => (index * 7) % 256)

  test('its bytes are the same, also after the gateway forgot it and is gone', async () => {
    await gateway.sendsPhoto(bytes)
    const ref = await photoRef()
    const first = await house.channel.fetchPhoto(ref, 1_000_000)
    await gateway.forgetFiles()
    await gateway.close()
    await eventually(() => house.channel.status().state === 'offline', 'offline')
    const again = await house.channel.fetchPhoto(ref, 1_000_000)
    for (const fetched of [first, again]) expect(fetched.ok && Buffer.compare(fetched.bytes, bytes)).toBe(0)
  })

  test('more than asked for is too large', async () => {
    await gateway.sendsPhoto(bytes)
    expect(await house.channel.fetchPhoto(await photoRef(), 1000)).toEqual({ ok: false, reason: 'too_large' })
  })

  test('a photo that cannot be fetched is a message all the same', async () => {
    const id = await gateway.sendsPhoto(bytes)
    await gateway.forgetFiles()
    expect(await photoRef()).toEqual({ ref: id })
    await gateway.redelivers('msg-other')
    expect(await house.channel.fetchPhoto({ ref: 'msg-other' }, 1000)).toEqual({ ok: false, reason: 'gone' })
  })

  test('photos go out after the text, whole', async () => {
    expect(await house.channel.send(toResident, { text: '看图', photos: ['abc'] })).toMatchObject({
      kind: 'sent',
    })
    const sent = await gateway.sent()
    expect(sent.map(({ text }) => text)).toEqual(['看图', ''])
    expect(Buffer.compare(sent[1]!.photos[0]!, stored)).toBe(0)
  })

  test('a photo whose answer never comes is sent once and unknown', async () => {
    await gateway.hangSends(true)
    expect(await house.channel.send(toResident, { text: '', photos: ['abc'] })).toMatchObject({
      kind: 'unknown',
    })
    expect(await gateway.sent()).toHaveLength(1)
  })

  test('a photo the store does not have is refused before anything is sent', async () => {
    expect(await house.channel.send(toResident, { text: '看图', photos: ['nix'] })).toMatchObject({
      kind: 'refused',
    })
    expect(await gateway.sent()).toEqual([])
  })
})

describe('sending that fails', () => {
  test('a refusal is tried again, then believed; its reason carries no stack', async () => {
    await gateway.failSends(3, 'whatever\n    at Puppet.say (/srv/puppet.js:1:1)')
    const outcomes = []
    for (let times = 0; times < 3; times++)
      outcomes.push(await house.channel.send(toResident, { text: '你好' }))
    expect(outcomes).toEqual([
      { kind: 'retry', reason: 'the gateway refused it (grpc 2)', afterMs: 30_000 },
      { kind: 'retry', reason: 'the gateway refused it (grpc 2)', afterMs: 60_000 },
      { kind: 'refused', reason: 'the gateway refused it (grpc 2)' },
    ])
    expect(await house.channel.send(toResident, { text: '你好' })).toMatchObject({ kind: 'sent' })
  })

  test.each([
    ['not logged in', 'retry'],
    ['操作过于频繁，请稍后再试', 'pause'],
    ['对方开启了朋友验证，你还不是他（她）朋友', 'unreachable'],
    ['timeout of 30000ms', 'unknown'],
  ])('%s means %s', async (words, kind) => {
    await gateway.failSends(1, words)
    expect(await house.channel.send(toResident, { text: '你好' })).toMatchObject({ kind })
  })

  test('an answer that never comes is unknown', async () => {
    await gateway.hangSends(true)
    expect(await house.channel.send(toResident, { text: '你好' })).toMatchObject({ kind: 'unknown' })
  })

  test('a long text that fails in the middle is unknown, not sent again from its beginning', async () => {
    await gateway.failSends(0, '')
    const sending = house.channel.send(toResident, { text: '水'.repeat(5000) })
    await eventually(async () => (await gateway.sent()).length >= 1, 'the first piece')
    await gateway.failSends(1, 'whatever')
    expect(await sending).toMatchObject({ kind: 'unknown' })
  })
})

describe('at the door', () => {
  test('a friend request with a code is accepted and starts the chat with it', async () => {
    await gateway.asksFriendship('req-1', '你好，我是3栋的，绑定码 ab12-cd34')
    await got(1)
    expect(await gateway.accepted()).toEqual(['req-1'])
    expect(house.received[0]).toMatchObject({
      kind: 'start',
      id: 'friend:req-1',
      code: 'AB12CD34',
      address: toResident,
      chatKind: 'private',
      sender: { id: resident(), name: '王先生' },
    })
  })

  test('one without a code is accepted too', async () => {
    await gateway.asksFriendship('req-2', '我是王先生')
    await got(1)
    expect(await gateway.accepted()).toEqual(['req-2'])
    expect(house.received[0]).not.toHaveProperty('code')
  })

  test('an invitation to a group is accepted', async () => {
    await gateway.invites('inv-1')
    await eventually(async () => (await gateway.accepted()).includes('inv-1'), 'accepted')
  })

  test.each([
    ['AB12CD34', 'AB12CD34'],
    ['绑定 ab12-cd34 谢谢', 'AB12CD34'],
    ['ＡＢ１２ＣＤ３４', 'AB12CD34'],
    ['ab12 cd34', 'AB12CD34'],
    ['我是 Zhang Wei', undefined],
    ['电话13812345678', undefined],
    ['', undefined],
  ])('the code in %j is %j', (hello, code) => {
    expect(codeIn(hello)).toBe(code)
  })
})
