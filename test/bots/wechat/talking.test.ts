import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { types } from 'wechaty-puppet'
import type { Address } from '../../../src/domain/message.ts'
import { group, resident, self } from '../../peers/wechatGateway.ts'
import { eventually, openWeChatHarness } from './harness.ts'

let h: Awaited<ReturnType<typeof openWeChatHarness>>
beforeEach(async () => {
  h = await openWeChatHarness()
})
afterEach(() => h.close())

const toResident: Address = { channel: 'wechat', account: self, chat: resident() }
const texts = () => h.received.map((message) => ('text' in message ? message.text : message.kind))
const got = (count: number) => eventually(() => h.received.length >= count, `${count} messages`)

describe('what residents say', () => {
  test('a private text arrives with its id, sender, time and chat', async () => {
    const at = new Date(Date.now() - 3_600_000)
    const id = await h.gateway.says('厨房漏水了', { at })
    await got(1)
    expect(h.received[0]).toEqual({
      kind: 'text',
      text: '厨房漏水了',
      address: toResident,
      chatKind: 'private',
      id,
      sender: { id: resident(), name: '王先生' },
      at,
      addressed: true,
    })
  })

  test('our own words, official accounts and recalls are not heard', async () => {
    await h.gateway.says('自己说的', { from: self })
    await h.gateway.says('停水通知', { from: 'gh_water' })
    await h.gateway.says('你已添加了王先生，现在可以聊天了', { from: '' })
    await h.gateway.says('msg-1', { type: types.Message.Recalled })
    await h.channel.send(toResident, { text: '回声' })
    await h.gateway.says('最后')
    await got(1)
    expect(texts()).toEqual(['最后'])
  })

  test('the order of fifty quick messages is kept, also when reading one fails at first', async () => {
    const words = Array.from({ length: 50 }, (_, index) => `第${index}句`)
    await h.gateway.failPayloads(3)
    for (const word of words) await h.gateway.says(word)
    await got(50)
    expect(texts()).toEqual(words)
  })

  test('text PostgreSQL cannot keep is made storable', async () => {
    await h.gateway.says('水\0管')
    await got(1)
    expect(texts()).toEqual(['水管'])
  })

  test('voice, sticker, file and location are kept as what they are', async () => {
    await h.gateway.says('', { type: types.Message.Audio })
    await h.gateway.says('<msg/>', { type: types.Message.Emoticon })
    await h.gateway.says('合同.pdf', { type: types.Message.Attachment })
    await h.gateway.says('<xml/>', { type: types.Message.Location })
    await got(4)
    expect(h.received.map((m) => (m.kind === 'other' ? [m.what, m.text] : m.kind))).toEqual([
      ['voice', ''],
      ['sticker', ''],
      ['file', '合同.pdf'],
      ['location', ''],
    ])
  })
})

describe('in a group', () => {
  test('talk among neighbours is not addressed to us', async () => {
    await h.gateway.says('谁家的猫', { room: true })
    await got(1)
    expect(h.received[0]).toMatchObject({
      addressed: false,
      chatKind: 'group',
      address: { chat: group },
      sender: { id: resident() },
      text: '谁家的猫',
    })
  })

  test('a mention by id is addressed and the name is cut off', async () => {
    await h.gateway.says('@小管\u2005电梯坏了', { room: true, mentions: [self] })
    await got(1)
    expect(h.received[0]).toMatchObject({ addressed: true, text: '电梯坏了' })
  })

  test('a mention by text alone is addressed, by alias and by name', async () => {
    await h.gateway.says('@小管 电梯坏了', { room: true })
    await h.gateway.says('@物业管家\u2005停水了吗', { room: true })
    await got(2)
    expect(h.received).toMatchObject([
      { addressed: true, text: '电梯坏了' },
      { addressed: true, text: '停水了吗' },
    ])
  })

  test('a mention of somebody else is not', async () => {
    await h.gateway.says('@小管家婆\u2005在吗', { room: true, mentions: [resident(2)] })
    await got(1)
    expect(h.received[0]).toMatchObject({ addressed: false, text: '@小管家婆\u2005在吗' })
  })

  test('an id on the mention list the gateway cannot look up does no harm', async () => {
    await h.gateway.says('@小管 在吗', { room: true, mentions: ['', 'wxid_nobody'] })
    await got(1)
    expect(h.received[0]).toMatchObject({ addressed: true, text: '在吗' })
  })
})

describe('what the house says', () => {
  test('choices stand numbered under the text', async () => {
    const outcome = await h.channel.send(toResident, {
      text: '请选择：',
      choices: [
        { label: '报修', nonce: 'a' },
        { label: '投诉', nonce: 'b' },
      ],
    })
    expect(outcome).toEqual({ kind: 'sent', id: 'sent-1' })
    expect(await h.gateway.sent()).toEqual([
      { chat: resident(), text: '请选择：\n1 报修\n2 投诉', photos: [] },
    ])
  })

  test('a long text is sent in pieces that cut no character', async () => {
    const text = '👨‍👩‍👧水'.repeat(700)
    expect(await h.channel.send(toResident, { text })).toMatchObject({ kind: 'sent' })
    const pieces = (await h.gateway.sent()).map((sent) => sent.text)
    expect(pieces.join('')).toBe(text)
    expect(pieces.every((piece) => piece.length <= h.channel.maxText)).toBe(true)
    expect(pieces.every((piece) => piece.startsWith('👨') || piece.startsWith('水'))).toBe(true)
  })
})
