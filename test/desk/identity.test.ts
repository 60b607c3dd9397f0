/** Who is who: codes, claims, lock-outs, removed staff, and buttons that are not theirs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { openTestDb } from '../support/database.ts'
import type { Manned, MannedOptions } from './manned.ts'
import { openManned } from './manned.ts'

let db: Db
beforeAll(async () => {
  db = await openTestDb()
})
afterAll(() => db.close())

const t = (time: string) => `2026-09-21T${time.length === 5 ? `${time}:00` : time}+08:00`
const opened = (more: Partial<MannedOptions> = {}) => openManned({ db, at: t('09:00'), ...more })
const answer = async (house: Manned, chat: string, text: string) =>
  (await house.says(chat, text)).map((each) => each.text).join('\n')

/** The rooms a chat is bound to. */
async function roomsOf(chat: string): Promise<string[]> {
  const rows = await db.run<{ room: string }>(
    `select concat_ws('-', r.building, r.unit, r.room) as room from channel_identities i
     join occupancies o on o.person_id = i.person_id and o.until is null join rooms r on r.id = o.room_id
     where i.external_id = $1 order by 1`,
    [chat],
  )
  return rows.map((row) => row.room)
}
const wrong = (n: number) => `AAAAAAA${n}`

describe('a binding code', () => {
  it('binds once, however it is written, and the next report needs no room', async () => {
    const house = await opened({ without: ['li'] })
    expect(await answer(house, 'x', 'ren7-qa11')).toMatch(/1-1-201/)
    expect(await roomsOf('x')).toEqual(['1-1-201'])
    expect(await answer(house, 'x', '我家厨房水管漏水')).not.toMatch(/哪一户/)
  })

  it('used a second time it is a wrong code', async () => {
    const house = await opened({ without: ['wang'] })
    await house.says('x', 'WANGFANG')
    expect(await answer(house, 'y', 'WANGFANG')).toBe(await answer(house, 'z', wrong(1)))
    expect(await roomsOf('y')).toEqual([])
  })

  it('expires with its last day', async () => {
    const house = await opened({ without: ['wang'] })
    house.clock.set('2026-12-20T09:00:00+08:00')
    await house.says('x', 'WANGFANG')
    expect(await roomsOf('x')).toEqual([])
  })

  it('raced by two people binds one of them', async () => {
    const house = await opened({ without: ['wang'] })
    const said = (chat: string) => house.message(chat, { kind: 'text', text: 'WANGFANG' } as never, 'web')
    await Promise.all([house.receive(said('x')), house.receive(said('y'))])
    await house.settle()
    expect([await roomsOf('x'), await roomsOf('y')].flat()).toEqual(['3-2-501'])
  })

  it('comes with a link as well', async () => {
    const house = await opened({ without: ['wang'] })
    await house.send(house.message('x', { kind: 'start', code: 'WANGFANG' } as never, 'web'))
    expect(await roomsOf('x')).toEqual(['3-2-501'])
  })

  it('of a staff member gives the staff’s rights', async () => {
    const house = await opened({ without: ['zhang'] })
    expect(await answer(house, 'x', 'ZHANGS01')).toMatch(/张师傅，您好，员工身份已绑定/)
    expect(await answer(house, 'x', '待办')).toMatch(/手上没有待办/)
  })

  it('those who live there already hear of the new member', async () => {
    const house = await opened()
    expect(await house.whoHears(/有新成员绑定了 3-2-501/, () => house.says('x', 'WANGFANG'))).toEqual([
      'wang',
    ])
  })

  it('does not change the language of the chat', async () => {
    const house = await opened({ without: ['li'] })
    expect(await answer(house, 'x', 'REN7QA11')).toMatch(/绑定好了：1-1-201/)
  })
})

describe('nobody finds out what exists', () => {
  it('a wrong code, a wrong room, a vacant room and an occupied room get the same answer', async () => {
    const house = await opened()
    const answers = [
      await answer(house, 'a', wrong(1)),
      await answer(house, 'b', '绑定 9-9-999'),
      await answer(house, 'c', '绑定 3-1-101'),
      await answer(house, 'd', '绑定 3-2-501'),
    ]
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/核对期间您照样可以报修/)
  })

  it('another household’s order number answers like one that does not exist', async () => {
    const house = await opened()
    const number = await house.reports('wang')
    const masked = (text: string, given: string) => text.replaceAll(given, '#')
    for (const say of ['进度 ', '取消 ']) {
      const theirs = await answer(house, 'li', `${say}${number}`)
      expect(masked(theirs, number)).toBe(masked(await answer(house, 'tai', `${say}BX-9999`), 'BX-9999'))
    }
    expect(await house.status(number)).toBe('dispatching')
  })
})

describe('guessing codes', () => {
  const locked = /15 分钟/

  it('four wrong ones do not lock, the fifth does, for 15 minutes to the second', async () => {
    const house = await opened({ without: ['wang'] })
    for (let n = 1; n <= 4; n += 1) expect(await answer(house, 'x', wrong(n))).not.toMatch(locked)
    await house.says('x', wrong(5))
    expect(await answer(house, 'x', 'WANGFANG')).toMatch(locked)
    house.clock.set(t('09:14:59'))
    expect(await answer(house, 'x', 'WANGFANG')).toMatch(locked)
    expect(await roomsOf('x')).toEqual([])
    house.clock.set(t('09:15:00'))
    expect(await answer(house, 'x', 'WANGFANG')).toMatch(/绑定好了/)
  })

  it('does not lock anybody else, nor the way to a repair', async () => {
    const house = await opened({ without: ['wang'] })
    for (let n = 1; n <= 5; n += 1) await house.says('x', wrong(n))
    expect(await answer(house, 'x', '我家厨房水管漏水')).toMatch(/哪一户/)
    expect(await answer(house, 'y', 'WANGFANG')).toMatch(/绑定好了/)
  })
})

describe('a claim without a code', () => {
  const claims = async (house: Manned, room = '3-2-501') => house.says('x', `绑定 ${room} 13911112222`)

  it('asks the bound owner of the room and the front desk, and binds nobody yet', async () => {
    const house = await opened()
    const who = await house.whoHears(/绑定/, () => claims(house))
    expect(who).toEqual(['chen', 'wang'])
    expect(await roomsOf('x')).toEqual([])
  })

  it.each([
    ['the owner', 'wang', '是，同意'],
    ['the front desk', 'chen', '通过'],
  ])('is approved by %s', async (_, chat, label) => {
    const house = await opened()
    await claims(house)
    await house.presses(chat, label)
    expect(await roomsOf('x')).toEqual(['3-2-501'])
    expect(house.lastTo('x')).toMatch(/已绑定：3-2-501/)
  })

  it.each([
    ['the owner', 'wang', '不是'],
    ['the front desk', 'chen', '拒绝'],
  ])('is rejected by %s, kindly', async (_, chat, label) => {
    const house = await opened()
    await claims(house)
    await house.presses(chat, label)
    expect(await roomsOf('x')).toEqual([])
    expect(house.lastTo('x')).toMatch(/没有通过.*报修不受影响/)
  })

  it('is decided once: the second hears so and changes nothing', async () => {
    const house = await opened()
    await claims(house)
    await house.presses('wang', '不是')
    const [said] = await house.presses('chen', '通过')
    expect(said?.text).toMatch(/已经有人处理/)
    expect(await roomsOf('x')).toEqual([])
  })

  it('asked twice it is one claim', async () => {
    const house = await opened()
    await claims(house)
    await claims(house)
    const asked = [...house.heardBy('wang'), ...house.heardBy('chen')].filter((each) =>
      /绑定/.test(each.text),
    )
    expect(asked).toHaveLength(2)
  })

  it('a tenant of the room does not decide it', async () => {
    const house = await opened()
    expect(await house.whoHears(/绑定/, () => claims(house, '1-1-201'))).toEqual(['chen'])
  })

  it('at night those who are asked may decide (R-13.25)', async () => {
    const house = await opened({ at: t('23:00') })
    await claims(house, '3-1-101')
    await house.presses('zhou', '通过')
    expect(await roomsOf('x')).toEqual(['3-1-101'])
  })

  it('a second room is added to the first, not put in its place', async () => {
    const house = await opened()
    await house.says('wang', '绑定 3-1-101')
    await house.presses('chen', '通过')
    expect(await roomsOf('wang')).toEqual(['3-1-101', '3-2-501'])
  })
})

describe('a removed staff member', () => {
  const remove = (name: string) => db.run('update staff set active = false where name = $1', [name])

  it('has no command any more, and hears of no order', async () => {
    const house = await opened()
    await remove('张师傅')
    expect(await answer(house, 'zhang', '待办')).not.toMatch(/待办：|手上没有待办/)
    const number = await house.reports('wang')
    expect(house.heardBy('zhang').some((each) => each.text.includes(number))).toBe(false)
  })

  it('cannot use a button shown before', async () => {
    const house = await opened()
    const number = await house.reports('wang')
    await remove('张师傅')
    await house.presses('zhang', '接单')
    expect(await house.status(number)).toBe('dispatching')
  })

  it('cannot decide a claim, take a hand-over or answer a resident', async () => {
    const house = await opened()
    await house.says('x', '绑定 3-1-101')
    await house.says('li', '转人工')
    await remove('陈静')
    await house.presses('chen', '通过')
    await house.presses('chen', '接手')
    await house.says('chen', '回复 ZX-1001 您好')
    expect(await roomsOf('x')).toEqual([])
    expect(await house.status('ZX-1001')).toBe('open')
    expect(house.heardBy('li').some((each) => each.text.includes('您好'))).toBe(false)
  })

  it('has them back when he is taken on again', async () => {
    const house = await opened()
    const number = await house.reports('wang')
    await remove('张师傅')
    await house.presses('zhang', '接单')
    await db.run(`update staff set active = true where name = '张师傅'`, [])
    await house.says('zhang', `接单 ${number}`)
    expect(await house.status(number)).toBe('accepted')
  })
})

describe('buttons', () => {
  const press = (house: Manned, chat: string, nonce: string) =>
    house.send(house.message(chat, { kind: 'button', nonce } as never, 'web'))
  const nonceOf = (house: Manned, chat: string, label: string) =>
    house
      .heardBy(chat)
      .flatMap((each) => each.choices)
      .findLast((each) => each.label === label)?.nonce ?? ''

  const atTheDoor = async () => {
    const house = await opened()
    const number = await house.reports('wang')
    await house.presses('zhang', '接单')
    await house.presses('zhang', '到场')
    return { house, number }
  }

  it('of another chat do nothing, and say so', async () => {
    const { house, number } = await atTheDoor()
    await press(house, 'li', nonceOf(house, 'wang', '同意'))
    expect(house.lastTo('li')).toMatch(/不是给您的，没有改动/)
    expect(await house.status(number)).toBe('on_site')
  })

  it('used once are used up, with all of their question', async () => {
    const { house, number } = await atTheDoor()
    await house.presses('wang', '同意')
    await house.presses('wang', '不同意')
    expect(house.lastTo('wang')).toMatch(/已经用过/)
    expect(await house.status(number)).toBe('repairing')
  })

  it('made up or too old say they have expired', async () => {
    const { house, number } = await atTheDoor()
    await press(house, 'wang', 'neverMade')
    expect(house.lastTo('wang')).toMatch(/已经过期/)
    const nonce = nonceOf(house, 'wang', '同意')
    house.clock.set('2026-10-21T08:59:59+08:00')
    await db.run('update buttons set expires_at = $1::timestamptz where nonce = $2', [t('10:00'), nonce])
    await press(house, 'wang', nonce)
    expect(house.lastTo('wang')).toMatch(/已经过期/)
    expect(await house.status(number)).toBe('on_site')
  })

  it('of an order that has moved on are over', async () => {
    const house = await opened()
    const number = await house.reports('wang')
    const stale = nonceOf(house, 'zhang', '接单')
    await house.says('wang', '取消')
    await press(house, 'zhang', stale)
    expect(house.lastTo('zhang')).toMatch(/已取消.*不能做/)
    expect(await house.status(number)).toBe('cancelled')
  })

  it('pressed twice at once have one effect', async () => {
    const { house, number } = await atTheDoor()
    const nonce = nonceOf(house, 'wang', '同意')
    const message = () => house.message('wang', { kind: 'button', nonce } as never, 'web')
    await Promise.all([house.receive(message()), house.receive(message()), house.receive(message())])
    await house.settle()
    expect((await house.events(number)).filter((event) => event === 'consent')).toHaveLength(1)
  })

  it('two technicians accept at once: one has it, the other hears who', async () => {
    const house = await opened({
      moreStaff: [{ name: '高师傅', roles: ['technician'], chat: 'gao', code: 'GA0SHF08' }],
    })
    const number = await house.reports('wang')
    const said = (chat: string) =>
      house.message(chat, { kind: 'text', text: `接单 ${number}` } as never, 'web')
    await Promise.all([house.receive(said('zhang')), house.receive(said('gao'))])
    await house.settle()
    expect((await house.events(number)).filter((event) => event === 'accept')).toHaveLength(1)
    const last = [house.lastTo('zhang'), house.lastTo('gao')].sort()
    expect(last.filter((text) => /已由(张|高)师傅接单/.test(text))).toHaveLength(1)
    expect(last.filter((text) => /已接单。请在/.test(text))).toHaveLength(1)
  })
})
