/** What the store promises under a race, on PGlite and PostgreSQL alike. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { journalTimes, migrate } from '../../src/db/migrate.ts'
import type { Db } from '../../src/db/open.ts'
import { DatabaseRefused } from '../../src/db/open.ts'
import { openStore } from '../../src/db/store/index.ts'
import { fireDueDeadlines } from '../../src/desk/fireDueDeadlines.ts'
import type { OutKind, Store } from '../../src/desk/store.ts'
import type { Message } from '../../src/domain/message.ts'
import { statutoryHolidays } from '../../src/edge/holidays.ts'
import { onPostgres, openTestDb } from '../support/database.ts'
import { quiet, seeded } from '../support/house.ts'
import type { Manned } from '../desk/manned.ts'
import { openManned } from '../desk/manned.ts'

let db: Db
let house: Manned
beforeAll(async () => {
  db = await openTestDb()
})
beforeEach(async () => {
  house = await openManned({ db, at: '2026-09-21T09:00:00+08:00' })
})
afterAll(() => db.close())

const text = (chat: string, words: string): Message =>
  house.message(chat, { kind: 'text', text: words } as never, 'web')
const one = async <T>(sql: string, params: readonly unknown[] = []): Promise<T> => {
  const [row] = await db.run<T>(sql, params)
  if (row === undefined) throw new Error('no row')
  return row
}
const count = async (sql: string, params: readonly unknown[] = []) =>
  (await one<{ n: number }>(`select count(*)::int as n ${sql}`, params)).n

describe('the inbox key: one effect of one message', () => {
  it('20 deliveries at once of a message that only talks: one row, one reply', async () => {
    const message = text('x', '你好')
    await Promise.all(Array.from({ length: 20 }, () => house.receive(message)))
    await house.settle()
    expect(await count('from inbox')).toBe(1)
    expect(house.heardBy('x')).toHaveLength(1)
  })

  it('20 deliveries at once of a message that files: one order, one receipt, one ping', async () => {
    await house.says('wang', '我家厨房水管漏水')
    await house.says('wang', '尽快')
    const message = text('wang', '确认提交')
    await Promise.all(Array.from({ length: 20 }, () => house.receive(message)))
    await house.settle()
    expect(await house.count('records')).toBe(1)
    expect(house.heardBy('wang').filter((each) => each.text.includes('已登记'))).toHaveLength(1)
    expect(house.heardBy('zhang')).toHaveLength(1)
    expect(await count(`from record_events where event = 'report'`)).toBe(1)
  })

  it('the same id on another channel or account is another message', async () => {
    const message = text('x', '你好')
    await house.receive(message)
    await house.receive({ ...message, address: { ...message.address, channel: 'telegram' } })
    await house.receive({ ...message, address: { ...message.address, account: 'second' } })
    expect(await house.count('inbox')).toBe(3)
  })
})

describe('a conversation under a race', () => {
  it('two messages of one chat at once keep both', async () => {
    await house.says('x', '我家门锁坏了')
    await Promise.all([house.receive(text('x', '3-2-501')), house.receive(text('x', '电话13712345678'))])
    await house.settle()
    await house.says('x', '尽快')
    expect(house.lastTo('x')).toMatch(/3-2-501[^]*13712345678/)
  })

  it('30 messages of one chat at once are all handled, each once', async () => {
    const messages = Array.from({ length: 30 }, (_, n) => text('x', `你好 ${n}`))
    await Promise.all(messages.map((message) => house.receive(message)))
    // Those that lost the race too often are kept, and handled a moment later.
    for (const time of ['09:00:03', '09:00:20', '09:01:30']) await house.passTo(`2026-09-21T${time}+08:00`)
    expect(await count(`from inbox where status = 'handled'`)).toBe(30)
    expect(await count(`from inbox where status <> 'handled'`)).toBe(0)
    expect(
      (await one<{ waiting: number }>(`select waiting from conversations where chat = 'x'`)).waiting,
    ).toBe(0)
  })

  it.skipIf(!onPostgres)('a chat somebody else is writing to holds up only its own messages', async () => {
    await house.says('wang', '你好')
    await house.says('chen', '你好')
    let held: Promise<void> | undefined
    await db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from conversations where chat = 'wang' for update`)
      held = house.receive(text('wang', '菜单'))
      await house.receive(text('chen', '菜单'))
      expect(await count(`from inbox where status = 'handled'`)).toBe(3)
    })
    await held
    expect(await count(`from inbox where status = 'handled'`)).toBe(4)
  })

  it('a first message from 20 new chats at once makes 20 chats', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => house.receive(text(`new${n}`, '你好'))))
    expect(await count(`from conversations where chat like 'new%'`)).toBe(20)
    expect(await count(`from channel_identities where external_id like 'new%'`)).toBe(20)
  })

  it('12 orders filed at once have 12 consecutive numbers', async () => {
    const chats = Array.from({ length: 12 }, (_, n) => `c${n}`)
    for (const chat of chats)
      await house.says(chat, '3栋2单元501厨房水管漏水，明天下午3点来修，电话13712345678')
    await Promise.all(chats.map((chat) => house.receive(text(chat, '确认提交'))))
    for (const time of ['09:00:03', '09:00:20', '09:01:30']) await house.passTo(`2026-09-21T${time}+08:00`)
    const numbers = (await house.records()).map((each) => Number(each.number.slice(3))).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, n) => 1001 + n))
  })
})

describe('many messages of one chat kept at one go', () => {
  const flood = (n: number) =>
    Array.from({ length: n }, (_, k) => text('wang', k === 3 ? '我家厨房水管漏水' : `在吗 ${k}`)) as [
      Message,
      ...Message[],
    ]

  it('are kept once however often they come, and handled in order', async () => {
    const messages = flood(12)
    await house.store.keepBehind(messages, 'trace', house.clock.now())
    await house.store.keepBehind(messages, 'again', house.clock.now())
    expect(await count(`from inbox where status = 'waiting'`)).toBe(12)
    expect(await one('select waiting from conversations where chat = $1', ['wang'])).toEqual({ waiting: 12 })
    const inOrder = await db.run<{ key: string }>('select message_id as key from inbox order by id', [])
    expect(inOrder.map(({ key }) => key)).toEqual(messages.map(({ id }) => id))

    await house.receive(text('wang', '尽快'))
    await house.tick()
    expect(await count(`from inbox where status = 'handled'`)).toBe(13)
    expect(await one('select waiting from conversations where chat = $1', ['wang'])).toEqual({ waiting: 0 })
    expect(house.heardBy('wang').at(-1)?.text).toContain('请您核对')
  })
})

describe('claiming the outbox', () => {
  const now = () => house.clock.now()
  const leaseMs = 30_000
  const conversation = async (chat: string): Promise<number> =>
    Number((await one<{ id: string }>('select id from conversations where chat = $1', [chat])).id)
  const queue = async (chat: string, words: string, kind: OutKind = 'reply') => {
    const id = await conversation(chat)
    const { estate_id: estateId } = await one<{ estate_id: number }>(
      'select estate_id from conversations where id = $1',
      [id],
    )
    await house.store.work({ estateId: Number(estateId), now: now(), trace: 't' }, (work) =>
      work.tell(id, { text: words }, { kind }),
    )
  }
  const claim = async (store: Store = house.store) =>
    (await store.claimOutbox(now(), leaseMs, 50, ['web'])).map((row) => row.body.text)

  it('only the oldest open row of a chat is handed out, until it is settled', async () => {
    await queue('wang', 'one')
    await queue('wang', 'two')
    await queue('li', 'three')
    const rows = await house.store.claimOutbox(now(), leaseMs, 50, ['web'])
    expect(rows.map((row) => row.body.text)).toEqual(['one', 'three'])
    expect(await claim()).toEqual([])
    const [first] = rows
    if (first === undefined) throw new Error('nothing claimed')
    await house.store.recordSend(first, { status: 'sent', platformId: 'p' }, now())
    expect(await claim()).toEqual(['two'])
  })

  it('a row to be tried later holds back what is behind it', async () => {
    await queue('wang', 'one')
    await queue('wang', 'two')
    const [first] = await house.store.claimOutbox(now(), leaseMs, 50, ['web'])
    if (first === undefined) throw new Error('nothing claimed')
    const at = new Date(now().getTime() + 60_000)
    await house.store.recordSend(first, { status: 'retry', at, error: '500' }, now())
    expect(await claim()).toEqual([])
    house.clock.pass(59_999)
    expect(await claim()).toEqual([])
    house.clock.pass(1)
    expect(await claim()).toEqual(['one'])
  })

  it('a lease that ran out is taken over, and the unknown outcome is counted', async () => {
    await queue('wang', 'one')
    const [first] = await house.store.claimOutbox(now(), leaseMs, 50, ['web'])
    expect([first?.tries, first?.unknowns]).toEqual([1, 0])
    house.clock.pass(leaseMs)
    expect(await claim()).toEqual([])
    house.clock.pass(1)
    const [again] = await house.store.claimOutbox(now(), leaseMs, 50, ['web'])
    expect([again?.body.text, again?.tries, again?.unknowns]).toEqual(['one', 2, 1])
  })

  it('a success recorded is never claimed again', async () => {
    await queue('wang', 'one')
    const [first] = await house.store.claimOutbox(now(), leaseMs, 50, ['web'])
    if (first === undefined) throw new Error('nothing claimed')
    await house.store.recordSend(first, { status: 'sent' }, now())
    house.clock.pass(10 * leaseMs)
    expect(await claim()).toEqual([])
    // Whoever comes late with another outcome changes nothing.
    await house.store.recordSend(first, { status: 'retry', at: now(), error: 'late' }, now())
    expect(await claim()).toEqual([])
  })

  it('two stores that claim at once never get the same row', async () => {
    const chats = Array.from({ length: 15 }, (_, n) => `o${n}`)
    for (const chat of chats) await house.says(chat, '你好')
    for (const chat of chats) await queue(chat, chat)
    const second = openStore(db, { clock: house.clock, chance: seeded(9), holidays: statutoryHolidays() })
    const claimed = (await Promise.all([claim(), claim(second), claim(), claim(second)])).flat()
    expect(claimed.toSorted()).toEqual(chats.toSorted())
  })

  it('what waits for the morning does not hold up what is said meanwhile', async () => {
    house.clock.set('2026-09-21T23:00:00+08:00')
    await queue('wang', 'held', 'notice')
    await queue('wang', 'live', 'follow')
    expect(await claim()).toEqual(['live'])
    house.clock.set('2026-09-22T07:59:59+08:00')
    expect(await claim()).not.toContain('held')
    house.clock.set('2026-09-22T08:00:00+08:00')
    expect(await claim()).toContain('held')
  })

  it('safety words are claimed before everything else when not all fit', async () => {
    for (const [chat, kind] of [
      ['wang', 'notice'],
      ['li', 'reply'],
      ['tai', 'safety'],
    ] as const)
      await queue(chat, kind, kind)
    const [first] = await house.store.claimOutbox(now(), leaseMs, 1, ['web'])
    expect(first?.kind).toBe('safety')
  })
})

describe('deadlines', () => {
  it('due for two racing stores, each rung fires once', async () => {
    const number = await house.reports('wang')
    house.clock.set('2026-09-21T09:05:00+08:00')
    const racers = [7, 8, 9].map((seed) => ({
      ...house.deps,
      store: openStore(db, { clock: house.clock, chance: seeded(seed), holidays: statutoryHolidays() }),
      chance: seeded(seed + 10),
      log: quiet,
    }))
    const fired = await Promise.all(
      racers.flatMap((deps) => [fireDueDeadlines(deps), fireDueDeadlines(deps)]),
    )
    await house.settle()
    expect(fired.reduce((sum, each) => sum + each, 0)).toBe(1)
    expect(await house.fired(number, 'repair.accept')).toHaveLength(1)
    expect(house.heardBy('liu').filter((each) => /还没人接单/.test(each.text))).toHaveLength(1)
  })

  it('not due a second early, and not after the stop event', async () => {
    await house.reports('wang')
    house.clock.set('2026-09-21T09:04:59+08:00')
    expect(await fireDueDeadlines(house.deps)).toBe(0)
    await house.presses('zhang', '接单')
    house.clock.set('2026-09-21T09:05:00+08:00')
    expect(await fireDueDeadlines(house.deps)).toBe(0)
  })

  it('a rung whose effect fails is tried again later, and does not hold up the others', async () => {
    const broken = await house.reports('wang')
    const fine = await house.reports('li', ['我家马桶堵了', '尽快上门'])
    house.clock.set('2026-09-21T09:05:00+08:00')
    const store: Store = {
      ...house.store,
      fireRung: async (work, rung, late) => {
        const order = await work.repair({ id: rung.recordId })
        if (order?.number === broken) throw new Error('broken')
        return house.store.fireRung(work, rung, late)
      },
    }
    expect(await fireDueDeadlines({ ...house.deps, store })).toBe(1)
    expect(await house.fired(fine, 'repair.accept')).toHaveLength(1)
    expect(await house.fired(broken, 'repair.accept')).toHaveLength(0)
    await house.passTo('2026-09-21T09:06:00+08:00')
    expect(await house.fired(broken, 'repair.accept')).toHaveLength(1)
  })
})

describe('a chat that moved', () => {
  const chats = async () =>
    (
      await db.run<{ at: string }>(
        `select channel || ' ' || account || ' ' || chat as at from conversations`,
        [],
      )
    )
      .map((row) => row.at)
      .filter((at) => /old|new/.test(at))
      .sort()
  const meets = (chat: string, over: Partial<Message['address']>) => {
    const message = text(chat, '你好')
    return house.receive({ ...message, address: { ...message.address, ...over } })
  }
  const moves = () => house.store.movedChat({ channel: 'telegram', account: 'bot', from: 'old', to: 'new' })

  it('keeps its history under the new id, also when the new one has written already', async () => {
    await meets('old', { channel: 'telegram' })
    await meets('new', { channel: 'telegram' })
    await moves()
    await moves()
    expect(await chats()).toEqual([
      'telegram bot new',
      expect.stringMatching(/^telegram bot new#\d+$/) as unknown,
    ])
  })

  it('leaves a chat of the same id on another channel or account alone', async () => {
    await meets('old', { channel: 'telegram' })
    await meets('new', { channel: 'web' })
    await meets('new', { channel: 'telegram', account: 'second' })
    await moves()
    expect(await chats()).toEqual(['telegram bot new', 'telegram second new', 'web bot new'])
  })
})

describe('migration', () => {
  it('is done once, however many start at the same time', async () => {
    const done = await Promise.all([migrate(db), migrate(db), migrate(db)])
    expect(done.map((each) => each.applied)).toEqual([0, 0, 0])
  })

  it('refuses a database newer than the code, in one clear sentence', async () => {
    await db.run(
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', $1)`,
      [9_999_999_999_999],
    )
    try {
      await expect(migrate(db)).rejects.toThrow(DatabaseRefused)
      await expect(migrate(db)).rejects.toThrow(/newer guanjia/)
    } finally {
      await db.run(`delete from drizzle.__drizzle_migrations where hash = 'newer'`, [])
    }
    expect((await migrate(db)).applied).toBe(0)
  })

  it('the journal’s times increase: a merged older one would be skipped silently', async () => {
    const times = await journalTimes()
    expect(times.length).toBeGreaterThan(0)
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
  })
})
