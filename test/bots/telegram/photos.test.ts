import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PhotoMessage } from '../../../src/domain/message.ts'
import { serverError } from '../../peers/telegramServer.ts'
import { eventually, openTelegram, type TelegramHarness } from './harness.ts'

const bytes = new Uint8Array(50_000).map((_, index) => index % 251)

let harness: TelegramHarness
beforeEach(async () => {
  harness = await openTelegram('polling')
})
afterEach(() => harness.close())

const photos = () => harness.received.filter((message): message is PhotoMessage => message.kind === 'photo')

describe('a photo', () => {
  test('is the largest size, byte for byte', async () => {
    harness.server.sendsPhoto(bytes, '漏水')
    await eventually(() => photos().length === 1, 'the photo')
    expect(photos()[0]).toMatchObject({ text: '漏水', photos: [{ size: bytes.length }] })
    const fetched = await harness.channel.fetchPhoto(photos()[0]!.photos[0]!, 50_000)
    expect(fetched.ok && Buffer.from(fetched.bytes).equals(bytes)).toBe(true)
  })

  test('known to be too large is not even asked for', async () => {
    const ref = harness.server.addFile(bytes)
    const fetched = await harness.channel.fetchPhoto({ ref, size: bytes.length }, 49_999)
    expect(fetched).toEqual({ ok: false, reason: 'too_large' })
    expect(harness.server.callsOf('getFile')).toEqual([])
  })

  test('whose size nobody told is cut off while reading', async () => {
    harness.server.state.hidesSizes = true
    const ref = harness.server.addFile(bytes)
    expect(await harness.channel.fetchPhoto({ ref }, 49_999)).toEqual({ ok: false, reason: 'too_large' })
    expect(await harness.channel.fetchPhoto({ ref }, 50_000)).toMatchObject({ ok: true })
  })

  test('beyond the Bot API’s 20 MB is too large, however much we allow', async () => {
    const ref = harness.server.addFile(bytes, 21 * 1024 * 1024)
    expect(await harness.channel.fetchPhoto({ ref }, 1e9)).toEqual({ ok: false, reason: 'too_large' })
  })

  test('that Telegram forgot is gone', async () => {
    expect(await harness.channel.fetchPhoto({ ref: 'forgotten' }, 1e6)).toEqual({ ok: false, reason: 'gone' })
  })

  test.each([
    ['500', serverError],
    ['a cut line', { kind: 'drop', when: 'before' } as const],
    ['silence', { kind: 'hang', when: 'before' } as const],
  ])('may be asked for again after %s', async (_, fault) => {
    const ref = harness.server.addFile(bytes)
    harness.server.fault('getFile', fault)
    const impatient = harness.another({ timing: { call: 500 } })
    expect(await impatient.fetchPhoto({ ref }, 1e6)).toEqual({ ok: false, reason: 'failed' })
    expect(await harness.channel.fetchPhoto({ ref }, 1e6)).toMatchObject({ ok: true })
  })
})

test('an album comes as photos with one album id, the words with the first', async () => {
  harness.server.sendsAlbum([bytes, bytes.slice(1), bytes.slice(2)], '三张')
  await eventually(() => photos().length === 3, 'three photos')
  expect(new Set(photos().map(({ album }) => album)).size).toBe(1)
  expect(photos()[0]!.album).toBeDefined()
  expect(photos().map(({ text }) => text)).toEqual(['三张', '', ''])
})

test('an edit and a shared number come through the wire', async () => {
  const first = harness.server.says('三楼漏水')
  harness.server.edits(first, '二楼漏水')
  harness.server.sharesContact('+8613800000000', 0)
  harness.server.sharesContact('+8613900000000', 5)
  await eventually(() => harness.received.length === 4, 'all four')
  expect(harness.received).toMatchObject([
    { kind: 'text', text: '三楼漏水' },
    { kind: 'text', text: '二楼漏水', edited: true },
    { kind: 'contact', phone: '+8613800000000' },
    { kind: 'text', text: '+8613900000000' },
  ])
})
