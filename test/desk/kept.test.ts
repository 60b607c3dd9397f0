/** A message the code cannot handle is kept, tried again in its order, and at last a person's matter (promises 1, 4, 6). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { handleWaiting } from '../../src/desk/handleWaiting.ts'
import { receiveMessage } from '../../src/desk/receiveMessage.ts'
import type { Store } from '../../src/desk/store.ts'
import { openTestDb } from '../support/database.ts'
import type { Manned } from './manned.ts'
import { openManned } from './manned.ts'

let db: Db
beforeAll(async () => {
  db = await openTestDb()
})
afterAll(() => db.close())

const t = (time: string) => `2026-09-21T${time}+08:00`

/** A house whose store throws for words that contain "bad", as often as it is told to. */
async function brittle(times: number) {
  const house = await openManned({ db, at: t('09:00:00') })
  let left = times
  const broken = (turn: { message: { kind: string } }) => {
    if (!('text' in turn.message) || !String(turn.message.text).includes('bad') || left === 0) return
    left -= 1
    throw new TypeError('this message breaks the code')
  }
  const store: Store = {
    ...house.store,
    saveSpoken: async (turn) => {
      broken(turn)
      return house.store.saveSpoken(turn)
    },
    handle: async (turn, work) => {
      broken(turn)
      return house.store.handle(turn, work)
    },
  }
  const deps = { ...house.deps, store }
  const receive = receiveMessage(deps)
  const says = async (text: string) => {
    await receive(house.message('wang', { kind: 'text', text } as never, 'web'))
    await house.settle()
  }
  const later = async (time: string) => {
    house.clock.set(t(time))
    await handleWaiting(deps)
    await house.settle()
  }
  return { house, says, later, receive }
}
const statuses = async (): Promise<string[]> =>
  (await db.run<{ status: string }>('select status from inbox order by id', [])).map((row) => row.status)
const heardBy = (house: Manned, chat: string) => house.heardBy(chat).map((each) => each.text)

describe('a message the code throws at', () => {
  it('is acknowledged and kept, not thrown back at the platform', async () => {
    const { says } = await brittle(1)
    await says('我家厨房 bad 水管漏水')
    expect(await statuses()).toEqual(['waiting'])
  })

  it('what comes after it waits behind it, so the order stays', async () => {
    const { house, says } = await brittle(1)
    await says('我家厨房 bad 水管漏水')
    await says('尽快')
    expect(await statuses()).toEqual(['waiting', 'waiting'])
    expect(heardBy(house, 'wang')).toEqual([])
  })

  it('does not hold up other conversations', async () => {
    const { house, says } = await brittle(9)
    await says('bad')
    const [answer] = await house.says('li', '我家马桶堵了')
    expect(answer?.text).toMatch(/什么时候上门方便/)
  })

  it('redelivered while it waits it is still one message', async () => {
    const { house, receive } = await brittle(1)
    const message = house.message('wang', { kind: 'text', text: '我家厨房 bad 水管漏水' } as never, 'web')
    await receive(message)
    await receive(message)
    expect(await statuses()).toEqual(['waiting'])
  })

  it('is handled at the second try, two seconds later, and then what waited behind it', async () => {
    const { house, says, later } = await brittle(1)
    await says('我家厨房 bad 水管漏水')
    await says('尽快')
    await later('09:00:01')
    expect(await statuses()).toEqual(['waiting', 'waiting'])
    await later('09:00:02')
    expect(await statuses()).toEqual(['handled', 'handled'])
    expect(heardBy(house, 'wang').at(-1)).toMatch(/bad 水管漏水[^]*这样提交可以吗/)
  })

  it('is quarantined after the third try, and staff are told', async () => {
    const { house, says, later } = await brittle(9)
    await says('bad')
    await later('09:00:02')
    expect(await statuses()).toEqual(['waiting'])
    await later('09:00:20')
    expect(await statuses()).toEqual(['quarantined'])
    expect(heardBy(house, 'chen').join()).toMatch(/没能处理，已保留/)
  })

  it('after a quarantine the conversation goes on', async () => {
    const { house, says, later } = await brittle(3)
    await says('bad')
    await says('我家马桶堵了')
    for (const time of ['09:00:02', '09:00:20', '09:01:30', '09:02:30']) await later(time)
    expect(await statuses()).toEqual(['quarantined', 'handled'])
    expect(heardBy(house, 'wang').at(-1)).toMatch(/什么时候上门方便/)
  })

  it('the database away is not its fault: it is thrown back, and nothing is kept', async () => {
    const house = await openManned({ db, at: t('09:00:00') })
    const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
    const store: Store = { ...house.store, load: () => Promise.reject(away) }
    const message = house.message('wang', { kind: 'text', text: '你好' } as never, 'web')
    await expect(receiveMessage({ ...house.deps, store })(message)).rejects.toThrow('away')
    expect(await statuses()).toEqual([])
    await house.send(message)
    expect(await statuses()).toEqual(['handled'])
  })
})
