import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../../src/domain/message.ts'
import type { Outgoing } from '../../../src/domain/outgoing.ts'
import { eventually, openWebServer, type WebServer } from './server.ts'
import { Visitor } from './visitor.ts'

let web: WebServer
let resident: Visitor
let house: (message: Message) => Outgoing | undefined

beforeEach(async () => {
  house = () => undefined
  web = await openWebServer({ house: (message) => house(message) })
  resident = new Visitor(web.origin)
})
afterEach(() => web.close())

const echo = (message: Message) => (message.kind === 'text' ? { text: `听到：${message.text}` } : undefined)
const texts = async (visitor: Visitor, after?: number) =>
  (await visitor.reads(after)).map((line) => line.text)

describe('a first visit', () => {
  test('hands the house a start, once', async () => {
    house = () => ({ text: '您好' })
    const chat = await resident.enters()
    expect(await resident.enters()).toBe(chat)
    expect(web.received).toEqual([
      {
        kind: 'start',
        id: `${chat}:start`,
        address: { channel: 'web', account: 'web', chat },
        chatKind: 'private',
        sender: { id: chat, name: '' },
        at: expect.any(Date) as Date,
        addressed: true,
        locale: 'zh-CN',
      },
    ])
    expect(await texts(resident)).toEqual(['您好'])
  })

  test('is greeted later when the house could not keep it at once', async () => {
    house = () => {
      throw new Error('the database is away')
    }
    expect((await resident.post('hello', {})).status).toBe(503)
    house = () => ({ text: '您好' })
    await resident.enters()
    expect(web.sessions.count()).toBe(1)
    expect(await texts(resident)).toEqual(['您好'])
  })

  test('brings the code of its link, and retries with the same id', async () => {
    const id = randomUUID()
    await resident.enters({ code: 'ABCD2345', id })
    await resident.enters({ code: 'ABCD2345', id })
    expect(web.received).toMatchObject([{ kind: 'start', code: 'ABCD2345' }])
  })

  test('may be a resident and staff in one browser', async () => {
    const staff = new Visitor(web.origin, 'staff')
    const chats = [await resident.enters(), await staff.enters()]
    expect(chats).toEqual([expect.stringMatching(/^r-/), expect.stringMatching(/^s-/)])
    for (const [name, token] of staff.cookies) resident.cookies.set(name, token)
    await resident.says('我家漏水')
    expect(await texts(staff)).toEqual([])
    expect(await texts(resident)).toEqual(['我家漏水'])
  })
})

describe('a message', () => {
  test('reaches the house verbatim, and the talk in the order it was said', async () => {
    house = echo
    const chat = await resident.enters()
    const id = randomUUID()
    const text = '<img src=x onerror=alert(1)> שלום 🏠\u202e \ud800\0 终'
    const answer = await resident.says(text, id)
    expect(answer.status).toBe(200)
    expect(web.received.at(-1)).toMatchObject({
      kind: 'text',
      id: `${chat}:${id}`,
      text: '<img src=x onerror=alert(1)> שלום 🏠\u202e \ufffd 终',
    })
    const lines = [...(await resident.reads())].sort((a, b) => (a.at < b.at ? -1 : 1))
    expect(lines.map((line) => line.from)).toEqual(expect.arrayContaining(['me', 'house']))
    expect(lines.find((line) => line.from === 'me')).toMatchObject({ key: id, id: answer.json.line?.id })
  })

  test('that was not kept is refused, shows nowhere, and is taken when it comes again', async () => {
    await resident.enters()
    house = () => {
      throw new Error('the database is away')
    }
    const id = randomUUID()
    const refused = await resident.says('漏水', id)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await texts(resident)).toEqual([])
    house = echo
    expect((await resident.says('漏水', id)).status).toBe(200)
    expect(await texts(resident)).toEqual(expect.arrayContaining(['漏水', '听到：漏水']))
  })

  test('sent again after a lost answer changes nothing', async () => {
    house = echo
    await resident.enters()
    const id = randomUUID()
    const first = await resident.says('漏水', id)
    const again = await Promise.all([1, 2, 3].map(() => resident.says('漏水', id)))
    expect(again.map((answer) => answer.json.line?.id)).toEqual(Array(3).fill(first.json.line?.id))
    expect(web.received.filter((message) => message.kind === 'text')).toHaveLength(1)
    expect(await texts(resident)).toHaveLength(2)
  })

  test('kept by the house but not by the transcript comes again and is then shown', async () => {
    await resident.enters()
    const id = randomUUID()
    for (const fault of ['fails', 'loses'] as const) {
      web.transcript.faults[fault] = 1
      expect((await resident.says('漏水', id)).status).toBe(503)
    }
    expect((await resident.says('漏水', id)).status).toBe(200)
    expect(web.received.filter((message) => message.kind === 'text')).toHaveLength(1)
    expect(await texts(resident)).toEqual(['漏水'])
  })

  test('of one visitor never passes for another with the same id', async () => {
    const other = new Visitor(web.origin)
    await resident.enters()
    await other.enters()
    const id = randomUUID()
    await resident.says('甲', id)
    await other.says('乙', id)
    expect(web.received.flatMap((message) => (message.kind === 'text' ? [message.text] : []))).toEqual([
      '甲',
      '乙',
    ])
  })

  test('that is a press carries the nonce, and shows as its label', async () => {
    const chat = await resident.enters()
    const id = randomUUID()
    await resident.presses('a1_B-2', '确认', id)
    expect(web.received.at(-1)).toMatchObject({ kind: 'button', nonce: 'a1_B-2', id: `${chat}:${id}` })
    expect(await texts(resident)).toEqual(['确认'])
  })
})

describe('a page that listens', () => {
  test('is told at once, and reads only what is new', async () => {
    const chat = await resident.enters()
    const read: string[] = []
    let last = 0
    let reading = Promise.resolve()
    const stream = await resident.listens(() => {
      reading = reading.then(async () => {
        for (const line of await resident.reads(last)) {
          last = line.id
          read.push(line.text)
        }
      })
    })
    for (const text of ['一', '二', '三']) {
      await web.channel.send({ channel: 'web', account: 'web', chat }, { text })
    }
    await eventually(() => read.length === 3, 'three lines read')
    expect(read).toEqual(['一', '二', '三'])
    stream.stop()
  })

  test('and comes back after a break has lost nothing', async () => {
    const chat = await resident.enters()
    const to = { channel: 'web', account: 'web', chat } as const
    const read: string[] = []
    const follow = (after: number) =>
      resident.listens(
        () => void resident.reads(after).then((lines) => read.push(...lines.map((line) => line.text))),
      )
    const before = await follow(0)
    await web.channel.send(to, { text: '在线时说的' })
    await eventually(() => read.includes('在线时说的'), 'the first line')
    before.stop()
    await before.ended
    await web.channel.send(to, { text: '断线时说的' })
    await follow(1)
    await eventually(() => read.includes('断线时说的'), 'the line of the break, without anything new')
  })

  test('is let go after a while, so that its session is looked at again', async () => {
    const short = await openWebServer({ beatMs: 5, pageLifeMs: 60_000 })
    const visitor = new Visitor(short.origin)
    await visitor.enters()
    const stream = await visitor.listens(() => undefined)
    short.time.aheadMs += 61_000
    await stream.ended
    expect((await visitor.listens(() => undefined)).status).toBe(200)
    await short.close()
  })

  test('without memory is given the newest lines only', async () => {
    const small = await openWebServer({ newestLines: 3 })
    const visitor = new Visitor(small.origin)
    const chat = await visitor.enters()
    for (const text of ['1', '2', '3', '4', '5']) {
      await small.channel.send({ channel: 'web', account: 'web', chat }, { text })
    }
    expect(await texts(visitor)).toEqual(['3', '4', '5'])
    expect(await texts(visitor, 1)).toEqual(['2', '3', '4', '5'])
    await small.close()
  })
})
