/** Reminders and escalations through the whole house: who is called, when, how often, and what ends it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { openTestDb } from '../support/database.ts'
import type { Manned } from './manned.ts'
import { openManned } from './manned.ts'

let db: Db
beforeAll(async () => {
  db = await openTestDb()
})
afterAll(() => db.close())

const t = (text: string) => {
  const [date = '', time = ''] = text.split(' ')
  return `2026-${date}T${time.length === 5 ? `${time}:00` : time}+08:00`
}
const monday = '09-21 09:00'
const opened = (at = monday) => openManned({ db, at: t(at) })
const pinged = (house: Manned, what: RegExp, at: string) => house.whoHears(what, () => house.passTo(t(at)))

/** An order in hand of 张师傅, who is on the spot with the price agreed. */
async function atWork(house: Manned, lines?: readonly string[]): Promise<string> {
  const number = await house.reports('wang', lines)
  await house.says('zhang', `接单 ${number}`)
  await house.says('zhang', `到场 ${number}`)
  await house.presses('wang', '同意')
  return number
}
async function returned(house: Manned, lines?: readonly string[]): Promise<string> {
  const number = await atWork(house, lines)
  await house.says('zhang', `完工 ${number} 80`)
  await house.presses('wang', '正常，签收')
  await house.says('zhang', `返单 ${number}`)
  await house.says('liu', `返单 ${number}`)
  return number
}

describe('nobody accepts (R-2.13)', () => {
  const about = /【超时】.*还没人接单/

  it('at 5 min the engineering supervisor, at 10 min the director, each once', async () => {
    const house = await opened()
    await house.reports('wang')
    expect(await pinged(house, about, '09-21 09:04:59')).toEqual([])
    expect(await pinged(house, about, '09-21 09:05:00')).toContain('liu')
    expect(await pinged(house, about, '09-21 09:05:00')).toEqual([])
    expect(await pinged(house, about, '09-21 09:09:59')).toEqual([])
    expect(await pinged(house, about, '09-21 09:10:00')).toContain('sun')
  })

  it('whoever is called may take the order himself', async () => {
    const house = await opened()
    const number = await house.reports('wang')
    await house.passTo(t('09-21 09:05'))
    await house.presses('liu', '接单')
    expect(await house.status(number)).toBe('accepted')
    expect(house.lastTo('wang')).toMatch(/刘主管师傅已接单/)
    expect(await pinged(house, about, '09-21 09:30')).toEqual([])
  })

  it('an acceptance one second before the limit ends it', async () => {
    const house = await opened()
    await house.reports('wang')
    await house.passTo(t('09-21 09:04:59'))
    await house.presses('zhang', '接单')
    expect(await pinged(house, about, '09-21 10:00')).toEqual([])
  })

  it('a new man has the whole five minutes', async () => {
    const house = await openManned({
      db,
      at: t(monday),
      moreStaff: [{ name: '高师傅', roles: ['technician'], chat: 'gao', code: 'GA0SHF08' }],
    })
    const number = await house.reports('wang')
    await house.passTo(t('09-21 09:04'))
    await house.says('liu', `派单 ${number} 高师傅`)
    expect(house.lastTo('gao')).toMatch(new RegExp(`【派工】${number}`))
    expect(await pinged(house, about, '09-21 09:08:59')).toEqual([])
    expect(await pinged(house, about, '09-21 09:09:00')).toContain('liu')
  })

  it('a given-back order is offered again and runs anew', async () => {
    const house = await opened()
    const number = await house.reports('wang')
    await house.presses('zhang', '接单')
    await house.passTo(t('09-21 09:03'))
    await house.says('zhang', `退单 ${number}`)
    expect(house.lastTo('wang')).toMatch(/重新安排/)
    expect(house.lastTo('liu')).toContain(number)
    expect(await pinged(house, about, '09-21 09:07:59')).toEqual([])
    expect(await pinged(house, about, '09-21 09:08:00')).toContain('liu')
  })

  it('after a downtime over several rungs one fires, marked late, and the next comes in its turn', async () => {
    const house = await opened()
    const number = await house.reports('wang')
    const from = house.heard.length
    expect(await pinged(house, about, '09-21 09:12')).toEqual(['liu', 'sun'])
    expect(house.heard.slice(from).filter((each) => about.test(each.text))).toHaveLength(2)
    const fired = await house.fired(number, 'repair.accept')
    expect(fired).toHaveLength(1)
    expect(fired[0]?.late).toBe(true)
    await house.passTo(t('09-21 09:14:59'))
    expect(await house.fired(number, 'repair.accept')).toHaveLength(1)
    await house.passTo(t('09-21 09:15:00'))
    expect((await house.fired(number, 'repair.accept')).map((each) => each.late)).toEqual([true, false])
  })

  it('when it climbs, the level that stayed silent is called again too (13.3)', async () => {
    const house = await opened()
    await house.reports('wang')
    await house.passTo(t('09-21 09:05'))
    expect(await pinged(house, about, '09-21 09:10')).toEqual(['liu', 'sun'])
  })

  it('a level nobody holds is never a silent one: the highest that is held hears instead (R-13.23)', async () => {
    const house = await opened()
    await house.reports('wang')
    await house.passTo(t('09-21 09:10'))
    for (const time of ['09:15', '09:20', '09:25'])
      expect(await pinged(house, about, `09-21 ${time}`)).not.toEqual([])
  })

  it('past the top the top level is told once a day, and no more often (R-13.23)', async () => {
    const house = await openManned({
      db,
      at: t(monday),
      moreStaff: [{ name: '钱总', roles: ['gm'], chat: 'qian', code: 'QXANGM09' }],
    })
    const number = await house.reports('wang')
    for (const time of ['09:05', '09:10', '09:15', '09:20']) await house.passTo(t(`09-21 ${time}`))
    expect(await pinged(house, about, '09-21 09:25')).toEqual(['qian', 'sun'])
    const before = (await house.fired(number, 'repair.accept')).length
    expect(await pinged(house, about, '09-21 17:59')).toEqual([])
    expect(await pinged(house, about, '09-22 09:24:59')).toEqual([])
    expect(await pinged(house, about, '09-22 09:25:00')).toEqual(['qian'])
    expect(await pinged(house, about, '09-22 17:00')).toEqual([])
    expect(await pinged(house, about, '09-23 09:25:00')).toEqual(['qian'])
    expect((await house.fired(number, 'repair.accept')).length).toBe(before + 2)
  })
})

describe('50 / 80 / 100 % of the arrival limit (R-13.21)', () => {
  it('half time: the owner; 80 %: owner and supervisor; past 100 %: supervisor; 150 %: director and again the supervisor (13.3)', async () => {
    const house = await opened()
    await house.reports('wang')
    await house.presses('zhang', '接单')
    const any = /【(提醒|抄送|超时)】.* 到场/
    expect(await pinged(house, any, '09-21 09:07:29')).toEqual([])
    expect(await pinged(house, /【提醒】/, '09-21 09:07:30')).toEqual(['zhang'])
    expect(await pinged(house, any, '09-21 09:11:59')).toEqual([])
    expect(await house.during(() => house.passTo(t('09-21 09:12:00')))).toEqual([
      expect.stringMatching(/^zhang: 【提醒】/) as unknown,
      expect.stringMatching(/^liu: 【抄送】/) as unknown,
    ])
    expect(await pinged(house, any, '09-21 09:15:00')).toEqual([])
    expect(await pinged(house, /【超时】/, '09-21 09:15:01')).toEqual(['liu'])
    expect(await pinged(house, any, '09-21 09:22:29')).toEqual([])
    expect(await pinged(house, /【超时】/, '09-21 09:22:31')).toEqual(['liu', 'sun'])
  })

  it('each rung once: time that stands still calls nobody again', async () => {
    const house = await opened()
    await house.reports('wang')
    await house.presses('zhang', '接单')
    await house.passTo(t('09-21 09:12'))
    for (let n = 0; n < 3; n += 1)
      expect(await house.during(() => house.passTo(t('09-21 09:12')))).toEqual([])
  })

  it('the arrival ends it; a finished order leaves no clock but the callback', async () => {
    const house = await opened()
    const number = await atWork(house)
    expect(await pinged(house, / 到场，/, '09-21 10:00')).toEqual([])
    expect(await house.running(number)).toEqual(['repair.complete'])
    await house.says('zhang', `完工 ${number} 80`)
    expect(await house.running(number)).toEqual([])
    await house.presses('wang', '正常，签收')
    expect(await house.running(number)).toEqual(['repair.return'])
    await house.says('zhang', `返单 ${number}`)
    await house.says('liu', `返单 ${number}`)
    expect(await house.running(number)).toEqual(['repair.callback'])
    await house.presses('wang', '满意')
    expect(await house.running(number)).toEqual([])
  })

  it('a cancelled order calls nobody any more', async () => {
    const house = await opened()
    const number = await house.reports('wang')
    await house.says('wang', '取消')
    expect(await house.status(number)).toBe('cancelled')
    expect(await house.during(() => house.passTo(t('09-22 09:00')))).toEqual([])
  })

  it('the resident hears sorry once, not at every rung (R-15.09)', async () => {
    const house = await opened()
    await house.reports('wang')
    await house.presses('zhang', '接单')
    for (const time of ['09:15:01', '09:22:31', '09:30:01', '09:45:01'])
      await house.passTo(t(`09-21 ${time}`))
    expect(house.heardBy('wang').filter((each) => each.text.includes('久等'))).toHaveLength(1)
  })

  it('a ping contains number, unit, content, due time and a button to take it (R-13.24)', async () => {
    const house = await opened()
    const number = await house.reports('wang')
    await house.presses('zhang', '接单')
    await house.passTo(t('09-21 09:15:01'))
    const ping = house.heardBy('liu').at(-1)
    expect(ping?.text).toMatch(new RegExp(`${number}[^]*09:15`))
    expect(ping?.text).toMatch(/3-2-501/)
    expect(ping?.text).toMatch(/水管漏水/)
    expect(ping?.choices.length).toBeGreaterThan(0)
  })

  it('a technician who is removed is not the end of it: the supervisor is called at the limit', async () => {
    const house = await opened()
    await house.reports('wang')
    await house.presses('zhang', '接单')
    await db.run(`update staff set active = false where name = '张师傅'`, [])
    expect(await pinged(house, /【超时】/, '09-21 09:15:01')).toEqual(['liu'])
  })
})

describe('outside standard working time (R-13.25)', () => {
  it.each([
    ['Monday 12:00, noon', '09-21 11:50', '09-21 12:05:01', ['wu', 'zhou']],
    ['Monday 18:00', '09-21 17:50', '09-21 18:05:01', ['wu', 'zhou']],
    ['Monday 17:59', '09-21 17:44', '09-21 17:59:01', ['liu']],
    ['Saturday', '09-19 10:00', '09-19 10:15:01', ['wu', 'zhou']],
    ['a Sunday that is worked', '09-20 10:00', '09-20 10:15:01', ['liu']],
    ['a holiday Friday', '09-25 10:00', '09-25 10:15:01', ['wu', 'zhou']],
  ])('%s: whom an overdue arrival calls', async (_, from, past, who) => {
    const house = await opened(from)
    await house.reports('wang')
    await house.presses('zhang', '接单')
    expect(await pinged(house, /【超时】.* 到场/, past)).toEqual(who)
  })

  it('a hand-over at night goes to the duty attendant and the shift head, not to the desk', async () => {
    const house = await opened('09-21 21:00')
    expect(await house.whoHears(/【转人工】/, () => house.says('wang', '转人工'))).toEqual(['wu', 'zhou'])
  })

  it('while neither of them can be reached the roles themselves are called', async () => {
    const house = await openManned({ db, at: t('09-21 21:00'), without: ['zhou', 'wu'] })
    expect(await house.whoHears(/【转人工】/, () => house.says('wang', '转人工'))).toContain('chen')
  })
})

describe('the question at the slot (R-2.22)', () => {
  const booked = async () => {
    const house = await opened()
    const number = await house.reports('wang', ['我家门锁坏了', '今天上午10点'])
    await house.presses('zhang', '接单')
    await house.passTo(t('09-21 10:00'))
    return { house, number }
  }

  it.each([
    ['到了', true, /谢谢您告诉我/],
    ['还没到', false, /对不起，让您久等了/],
  ])('pressed %s: kept as %s', async (label, kept, answer) => {
    const { house, number } = await booked()
    const [said] = await house.presses('wang', label)
    expect(said?.text).toMatch(answer)
    expect((await house.ticket(number))['arrival_confirmed']).toBe(kept)
  })

  const inWords = async (words: string) => {
    const { house, number } = await booked()
    await house.says('wang', words)
    return (await house.ticket(number))['arrival_confirmed']
  }

  it.each([
    ['到了', true],
    ['没有啊', false],
  ])('said in words, %s: kept as %s', async (words, kept) => {
    expect(await inWords(words)).toBe(kept)
  })

  it.each([
    ['已经到了', true],
    ['来了，谢谢', true],
    ['还没来', false],
  ])('said in words, %s: kept as %s', async (words, kept) => {
    expect(await inWords(words)).toBe(kept)
  })

  it('"not yet" calls the technician and the engineering supervisor', async () => {
    const { house } = await booked()
    expect(await house.whoHears(/住户说师傅还没到/, () => house.presses('wang', '还没到'))).toEqual([
      'liu',
      'zhang',
    ])
  })

  it('the question can be answered once', async () => {
    const { house, number } = await booked()
    await house.presses('wang', '到了')
    const [again] = await house.presses('wang', '还没到')
    expect(again?.text).toMatch(/已经用过/)
    expect((await house.ticket(number))['arrival_confirmed']).toBe(true)
  })

  it('is not asked of a cancelled visit', async () => {
    const house = await opened()
    await house.reports('wang', ['我家门锁坏了', '今天上午10点'])
    await house.says('wang', '取消')
    expect(await pinged(house, /师傅到了吗/, '09-21 10:00')).toEqual([])
  })
})

describe('nobody at home (R-2.23, R-2.24)', () => {
  const before = async (how: '无人' | '不便') => {
    const house = await opened()
    const number = await house.reports('wang')
    await house.presses('zhang', '接单')
    await house.presses('zhang', '到场')
    await house.says('zhang', how)
    return { house, number }
  }

  it('the resident is asked to rebook, and their words are the new slot', async () => {
    const { house, number } = await before('无人')
    expect(await house.status(number)).toBe('no_access')
    expect(house.lastTo('wang')).toMatch(/没人，已留条.*什么时候方便/)
    await house.says('wang', '明天下午3点')
    expect(await house.status(number)).toBe('accepted')
    expect((await house.record(number)).time).toMatchObject({ iso: '2026-09-22T15:00+08:00' })
    expect(house.lastTo('wang')).toMatch(/已改到 明天 15:00/)
    expect(house.lastTo('zhang')).toMatch(/改约到 明天 15:00/)
    expect(await pinged(house, /【超时】.* 到场/, '09-22 15:00:00')).toEqual([])
    expect(await pinged(house, /【超时】.* 到场/, '09-22 15:00:01')).toEqual(['liu'])
  })

  it('22:00 is too late for a visit and is asked again (R-15.35)', async () => {
    const { house, number } = await before('无人')
    const [said] = await house.says('wang', '今晚11点')
    expect(said?.text).toMatch(/22:00/)
    expect(await house.status(number)).toBe('no_access')
  })

  it('a time that has passed is said to have passed, and is asked again', async () => {
    const { house, number } = await before('无人')
    const [said] = await house.says('wang', '昨天下午3点')
    expect(await house.status(number)).toBe('no_access')
    expect(said?.text).toMatch(/已经过了/)
  })

  it('"as soon as possible" runs the immediate limit from now', async () => {
    const { house, number } = await before('无人')
    await house.passTo(t('09-21 10:00'))
    await house.presses('wang', '尽快上门')
    expect(await house.status(number)).toBe('accepted')
    expect(await pinged(house, /【超时】.* 到场/, '09-21 10:15:00')).toEqual([])
    expect(await pinged(house, /【超时】.* 到场/, '09-21 10:15:01')).toEqual(['liu'])
  })

  it('"not now" tells the office at once, and the technician names the new time himself (R-2.24)', async () => {
    const { house, number } = await before('不便')
    expect(house.lastTo('chen')).toContain(number)
    await house.says('zhang', '改约 明天上午10点')
    expect(await house.status(number)).toBe('accepted')
    expect(house.lastTo('wang')).toMatch(/已改到 明天 10:00/)
  })
})

describe('a vendor instead (R-2.25, 2.3)', () => {
  const referred = async () => {
    const house = await opened()
    const number = await house.reports('wang', ['我家冰箱坏了', '尽快上门'])
    await house.says('liu', `转厂商 ${number}`)
    return { house, number }
  }

  it('the resident gets the vendor’s card, with an apology', async () => {
    const { house, number } = await referred()
    expect(await house.status(number)).toBe('vendor_referred')
    expect(house.lastTo('wang')).toMatch(/对不起.*安心家电维修.*400-800-1234/)
  })

  it('seven days later, not earlier, the resident is asked how it went', async () => {
    const { house } = await referred()
    expect(await pinged(house, /事情办好了吗/, '09-28 08:59:59')).toEqual([])
    expect(await pinged(house, /事情办好了吗/, '09-28 09:00:00')).toEqual(['wang'])
  })

  it('the order closes when the resident told the outcome, not when it was asked (2.3)', async () => {
    const { house, number } = await referred()
    await house.passTo(t('09-28 09:00'))
    expect(await house.status(number)).toBe('vendor_referred')
    await house.says('wang', '办好了')
    expect(await house.status(number)).toBe('closed')
  })
})

describe('the callback (R-2.48 … R-2.54, R-6.43)', () => {
  it('three days without an answer close it as not reached; twice on one day count once', async () => {
    const house = await opened()
    const number = await returned(house)
    const tries = async (at: string, days: number) => {
      await house.passTo(t(at))
      const [said] = await house.says('chen', `回访 ${number} 未接通`)
      expect(said?.text).toContain(days < 3 ? `第 ${days} 天` : '已结单')
    }
    await tries('09-21 10:00', 1)
    await tries('09-21 16:00', 1)
    await tries('09-22 10:00', 2)
    expect(await house.status(number)).toBe('returned')
    await tries('09-23 10:00', 3)
    expect(await house.status(number)).toBe('closed')
    const ticket = await house.ticket(number)
    expect([ticket['unreached'], ticket['satisfaction'], ticket['callback']]).toEqual([true, null, null])
  })

  it('an unsatisfied answer calls CS and the department, and the rework is counted (R-2.54)', async () => {
    const house = await opened()
    const number = await returned(house)
    const who = await house.whoHears(/住户不满意/, () => house.presses('wang', '不满意'))
    expect(who).toEqual(['chen', 'liu', 'zhang', 'zhao'])
    expect(await house.status(number)).toBe('rework')
    await house.says('zhang', `返工 ${number}`)
    expect((await house.ticket(number))['reworks']).toBe(1)
    await house.says('zhang', `完工 ${number} 80`)
    await house.presses('wang', '正常，签收')
    await house.says('zhang', `返单 ${number}`)
    await house.says('liu', `返单 ${number}`)
    await house.presses('wang', '满意')
    expect(await house.status(number)).toBe('closed')
  })

  it('the question waits for the morning when the order is returned at night (R-15.36)', async () => {
    const house = await opened('09-21 21:30')
    const number = await atWork(house)
    await house.says('zhang', `完工 ${number} 80`)
    await house.passTo(t('09-21 22:10'))
    const [signed] = await house.presses('wang', '正常，签收')
    expect(signed).toMatchObject({ text: expect.stringMatching(/已签收/) as unknown })
    await house.says('zhang', `返单 ${number}`)
    expect(await house.whoHears(/您满意吗/, () => house.says('liu', `返单 ${number}`))).toEqual([])
    expect(await pinged(house, /您满意吗/, '09-22 07:59:59')).toEqual([])
    expect(await pinged(house, /您满意吗/, '09-22 08:00:00')).toEqual(['wang'])
  })

  it('what waits for the morning does not hold up an answer at night (EX-15.3)', async () => {
    const house = await opened('09-21 22:30')
    const number = await returned(house)
    const [answer] = await house.says('wang', '进度')
    expect(answer?.text).toContain(number)
  })

  it('several held messages to one resident come as one at 08:00 (R-15.38)', async () => {
    const house = await opened('09-21 22:30')
    await returned(house)
    await returned(house, ['我家门锁坏了', '尽快上门'])
    const from = house.heard.length
    await house.passTo(t('09-22 08:00'))
    expect(house.heard.slice(from).filter((each) => each.chat === 'wang')).toHaveLength(1)
  })

  it('poor air conditioning is called back by a visit only (R-2.52)', async () => {
    const house = await opened()
    const number = await atWork(house, ['我家空调不制冷', '尽快上门'])
    await house.says('zhang', `完工 ${number} 80`)
    await house.presses('wang', '正常，签收')
    await house.says('zhang', `返单 ${number}`)
    await house.says('liu', `返单 ${number}`)
    const [said] = await house.says('chen', `回访 ${number} 满意 电话`)
    expect(said?.text).toMatch(/上门/)
    expect(await house.status(number)).toBe('returned')
  })
})

describe('a hand-over nobody takes (R-15.13, R-13.20)', () => {
  it('climbs every five minutes until somebody takes it', async () => {
    const house = await opened()
    await house.says('wang', '转人工')
    const about = /【求助未接】/
    expect(await pinged(house, about, '09-21 09:04:59')).toEqual([])
    expect(await pinged(house, about, '09-21 09:05:00')).toEqual(['zhao'])
    await house.presses('chen', '接手')
    expect(await pinged(house, about, '09-21 10:00')).toEqual([])
  })
})

describe('an emergency nobody takes (R-8.07)', () => {
  it('calls duty, control room and director at once, and the next role every 60 s, at night too', async () => {
    const house = await opened('09-22 02:00')
    const about = /【(紧急|求助未接)】/
    expect(await house.whoHears(about, () => house.says('wang', '救命，着火了'))).toEqual(['sun', 'zhou'])
    expect(await pinged(house, about, '09-22 02:00:59')).toEqual([])
    expect(await pinged(house, about, '09-22 02:01:00')).toContain('wu')
    expect(await pinged(house, about, '09-22 02:01:59')).toEqual([])
    expect(await pinged(house, about, '09-22 02:02:00')).toEqual(expect.arrayContaining(['liu', 'zhao']))
    expect(await pinged(house, about, '09-22 02:03:00')).not.toEqual([])
    expect(await pinged(house, about, '09-22 02:30:00')).not.toEqual([])
    await house.presses('zhou', '接手')
    expect(await pinged(house, about, '09-22 03:30')).toEqual([])
  })
})
