/**
 * What every channel keeps, whatever platform is behind it. A channel's test opens a harness with a
 * real peer on loopback and calls `channelContract`; nothing here knows a platform.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { storable, type Address, type Message } from '../../src/domain/message.ts'
import type { ChannelHarness, ContractTraits, OpenHarness } from './harness.ts'

type Of<K extends Message['kind']> = Extract<Message, { kind: K }>

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** A valid picture with a long tail, so that a cap below its size can bite. */
const photo = new Uint8Array(Buffer.concat([onePixel, Buffer.alloc(40_000, 7)]))

const scripts: readonly (readonly [string, string])[] = [
  ['emoji and families', '厨房漏水😱👨‍👩‍👧‍👦🏳️‍🌈👍🏽'],
  ['zero-width joiners and spaces', '报\u200b修\u200d一\u2060下\ufeff吧'],
  ['right-to-left text and overrides', 'مرحبا \u202eabc\u202c שלום'],
  ['combining marks', 'e\u0301 n\u0303 क्षि Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A'],
  ['full-width digits', '３－２－５０２　明天９点'],
  ['several lines', '第一行\n\n第三行\tTab'],
  ['markup of any kind', '<b>a</b> *b* _c_ `d` [e](f) &amp; ${g}'],
]

export function channelContract(name: string, open: OpenHarness, traits: ContractTraits): void {
  describe(`${name} keeps the channel contract`, () => {
    let harness: ChannelHarness

    beforeEach(async () => {
      harness = await open()
    })
    afterEach(() => harness.close())

    const all = <K extends Message['kind']>(kind: K) =>
      harness.received.filter((message): message is Of<K> => message.kind === kind)
    const texts = () => all('text').map(({ text }) => text)

    async function hears(text: string): Promise<Of<'text'>> {
      await harness.eventually(() => texts().includes(text), `receiving ${JSON.stringify(text)}`)
      return all('text').findLast((message) => message.text === text)!
    }

    async function aChat(): Promise<Address> {
      await harness.says('你好')
      return (await hears('你好')).address
    }

    /** Looks for a while: that nothing happens can only be seen by looking. */
    async function stays(holds: () => boolean): Promise<void> {
      const end = performance.now() + 150
      while (performance.now() < end) {
        expect(holds()).toBe(true)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }

    describe('receiving', () => {
      test('a message says where, who, when and that it is meant for us', async () => {
        const before = Date.now()
        await harness.says('厨房漏水了')
        const message = await hears('厨房漏水了')
        expect(message.address).toMatchObject({
          channel: harness.channel.name,
          account: harness.channel.account,
        })
        expect(message.address.chat).not.toBe('')
        expect(message.id).not.toBe('')
        expect(message.sender.id).not.toBe('')
        expect(message.chatKind).toBe('private')
        expect(message.addressed).toBe(true)
        expect(Math.abs(message.at.getTime() - before)).toBeLessThan(60_000)
      })

      test('once connected the channel says so and names its account', async () => {
        await aChat()
        expect(harness.channel.status().state).toBe('online')
        expect(harness.channel.account).not.toBe('')
      })

      test('two residents are two senders in two chats', async () => {
        await harness.says('一号', { who: 1 })
        await harness.says('二号', { who: 2 })
        const [one, two] = [await hears('一号'), await hears('二号')]
        expect(one.sender.id).not.toBe(two.sender.id)
        expect(one.address.chat).not.toBe(two.address.chat)
      })

      test('our own messages are ignored', async () => {
        await harness.says('这是我自己说的', { own: true })
        await harness.says('这是住户说的')
        await hears('这是住户说的')
        await stays(() => !texts().includes('这是我自己说的'))
      })

      test('messages of one chat arrive in the order they were said', async () => {
        const said = Array.from({ length: 12 }, (_, index) => `第${index}句`)
        for (const text of said) await harness.says(text)
        await hears(said.at(-1)!)
        expect(texts()).toEqual(said)
      })

      test('two messages with the same words have two ids', async () => {
        await harness.says('在吗')
        await harness.says('在吗')
        await harness.eventually(() => texts().length === 2, 'both messages')
        const [one, two] = all('text')
        expect(one!.id).not.toBe(two!.id)
      })

      test('a message delivered again carries the same id and the same words', async () => {
        await harness.says('报修')
        await hears('报修')
        await harness.redelivers()
        await harness.eventually(() => texts().length >= 2, 'the second delivery')
        const [first, again] = all('text')
        expect(again).toMatchObject({ id: first!.id, address: first!.address, text: '报修' })
      })

      test.each(scripts)('text is verbatim: %s', async (_, text) => {
        await harness.says(text)
        expect((await hears(text)).text).toBe(text)
      })

      test('what no database keeps is made storable', async () => {
        const text = '水\0管\ud83d爆了'
        await harness.says(text)
        expect((await hears(storable(text))).text).toBe('水管\ufffd爆了')
      })

      test('a photo arrives and its bytes can be fetched', async () => {
        await harness.sendsPhoto(photo, '漏水的地方')
        await harness.eventually(() => all('photo').length === 1, 'the photo')
        const [message] = all('photo')
        expect(message!.photos).toHaveLength(1)
        const fetched = await harness.channel.fetchPhoto(message!.photos[0]!, 1_000_000)
        expect(fetched.ok).toBe(true)
        expect(fetched.ok && Buffer.from(fetched.bytes).equals(photo)).toBe(true)
      })

      test('a photo larger than allowed is not fetched', async () => {
        await harness.sendsPhoto(photo)
        await harness.eventually(() => all('photo').length === 1, 'the photo')
        const fetched = await harness.channel.fetchPhoto(all('photo')[0]!.photos[0]!, photo.length - 1)
        expect(fetched).toEqual({ ok: false, reason: 'too_large' })
      })

      test('a photo nobody sent is answered, not thrown', async () => {
        const fetched = await harness.channel.fetchPhoto({ ref: 'no-such-photo' }, 1_000)
        expect(fetched.ok).toBe(false)
      })
    })

    describe.runIf(traits.groups)('in a group', () => {
      test('what is not said to us is told apart', async () => {
        await harness.says('今天天气不错', { group: true })
        expect(await hears('今天天气不错')).toMatchObject({ chatKind: 'group', addressed: false })
      })

      test('a mention is for us and is cut off', async () => {
        await harness.says('报修', { group: true, mention: true })
        expect(await hears('报修')).toMatchObject({ chatKind: 'group', addressed: true })
      })

      test('the group is another chat than the private one, the sender is the same person', async () => {
        await harness.says('群里', { group: true })
        await harness.says('私下')
        const [inGroup, inPrivate] = [await hears('群里'), await hears('私下')]
        expect(inGroup.address.chat).not.toBe(inPrivate.address.chat)
        expect(inGroup.sender.id).toBe(inPrivate.sender.id)
      })

      test('an answer to the group reaches the group', async () => {
        await harness.says('有人吗', { group: true })
        const { address } = await hears('有人吗')
        expect(await harness.channel.send(address, { text: '在的' })).toMatchObject({ kind: 'sent' })
        await harness.eventually(() => harness.seen.some(({ text }) => text === '在的'), 'the answer')
        expect(harness.seen.find(({ text }) => text === '在的')!.chat).toBe(address.chat)
      })
    })

    describe('sending', () => {
      test('what is sent is seen in that chat', async () => {
        const address = await aChat()
        const outcome = await harness.channel.send(address, { text: '已收到，编号 W-1' })
        expect(outcome.kind).toBe('sent')
        await harness.eventually(() => harness.seen.length === 1, 'the message')
        expect(harness.seen[0]).toMatchObject({ chat: address.chat, text: '已收到，编号 W-1' })
      })

      test.each(scripts)('text is sent verbatim: %s', async (_, text) => {
        const address = await aChat()
        await harness.channel.send(address, { text })
        await harness.eventually(() => harness.seen.length === 1, 'the message')
        expect(harness.seen[0]!.text).toBe(text)
      })

      test('a long text arrives whole, in order, cut between graphemes', async () => {
        const { channel } = harness
        const unit = '👨‍👩‍👧‍👦管家e\u0301🇨🇳'
        const text = unit.repeat(Math.ceil((3 * channel.maxText) / unit.length))
        const outcome = await channel.send(await aChat(), { text })
        expect(outcome.kind).toBe('sent')
        const heard = () => harness.seen.map((part) => part.text).join('')
        await harness.eventually(() => heard().length >= text.length, 'all parts')
        expect(heard()).toBe(text)
        expect(harness.seen.length).toBeGreaterThan(2)
        for (const part of harness.seen) {
          expect(part.text.length).toBeLessThanOrEqual(channel.maxText)
        }
        const graphemes = (each: string) =>
          [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(each)].map((it) => it.segment)
        expect(harness.seen.flatMap((part) => graphemes(part.text))).toEqual(graphemes(text))
      })

      test('choices are shown so that a person can choose', async () => {
        const choices = [
          { label: '上午', nonce: 'n0nce_one-1' },
          { label: '下午', nonce: 'n0nce_two-2' },
        ]
        await harness.channel.send(await aChat(), { text: '什么时候方便？', choices })
        await harness.eventually(() => harness.seen.length >= 1, 'the question')
        const shown = harness.seen.map(({ text }) => text).join('\n')
        expect(shown).toContain('什么时候方便？')
        if (harness.channel.canPressButtons) {
          expect(harness.seen.flatMap(({ buttons }) => buttons)).toEqual(
            choices.map(({ label, nonce }) => ({ label, data: nonce })),
          )
        } else {
          expect(shown).toMatch(/1.*上午[^]*2.*下午/)
          expect(shown).not.toContain('n0nce')
        }
      })

      test('a press comes back with its nonce', async ({ skip }) => {
        if (!harness.channel.canPressButtons) skip()
        const address = await aChat()
        const choices = [{ label: '提交', nonce: 'n'.repeat(32) }]
        await harness.channel.send(address, { text: '确认提交？', choices })
        await harness.eventually(() => harness.seen.length === 1, 'the button')
        await harness.presses(harness.seen[0]!.buttons[0]!.data)
        await harness.eventually(() => all('button').length === 1, 'the press')
        const [press] = all('button')
        expect(press).toMatchObject({ nonce: 'n'.repeat(32), address, addressed: true })
        expect(press!.sender.id).toBe(all('text')[0]!.sender.id)
      })

      test('a send to a chat that does not exist answers, and never throws', async () => {
        const address = await aChat()
        for (const chat of ['nonsense', '', '-0', '😱', '999999999999']) {
          const outcome = await harness.channel.send({ ...address, chat }, { text: '在吗' })
          expect(outcome.kind).toBeTypeOf('string')
        }
      })
    })

    describe('when the house cannot take a message', () => {
      test.runIf(traits.redeliversUnacknowledged)('it comes again, and in its order', async () => {
        harness.failReceive(2)
        await harness.says('第一')
        await harness.says('第二')
        await hears('第一')
        await hears('第二')
        expect([...new Set(texts())]).toEqual(['第一', '第二'])
        expect(new Set(all('text').map(({ id }) => id)).size).toBe(2)
      })

      test.runIf(!traits.redeliversUnacknowledged)('those after it still come', async () => {
        harness.failReceive(1)
        await harness.says('第一')
        await harness.says('第二')
        await hears('第二')
      })
    })

    test('after stop nothing is taken in any more', async () => {
      await aChat()
      await harness.channel.stop()
      const before = harness.received.length
      await harness.says('还有人吗').catch(() => undefined)
      await stays(() => harness.received.length === before)
      expect(harness.channel.status().state).not.toBe('online')
    })

    test('stopping twice, or what never started, is harmless', async () => {
      await harness.channel.stop()
      await harness.channel.stop()
    })
  })
}
