/** The worked examples of rulebook 2.6 through the whole house: messages in, promises kept, pings out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProfileId } from '../../src/domain/policy.ts'
import type { Db } from '../../src/db/open.ts'
import { openTestDb } from '../support/database.ts'
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
const overdue = /【超时】/

describe('EX-2.1 a dead kitchen socket, reported 09:00 on Monday', () => {
  const socket = ['厨房插座没电了', '尽快上门']
  const opened = (profile: ProfileId = 'strict') => openManned({ db, at: t('09-21 09:00'), profile })

  it('accepted 09:04, arrived 09:15: on time, and nobody is called', async () => {
    const house = await opened()
    const number = await house.reports('wang', socket)
    await house.passTo(t('09-21 09:04'))
    await house.presses('zhang', '接单')
    expect(await house.whoHears(overdue, () => house.passTo(t('09-21 09:15')))).toEqual([])
    await house.says('zhang', '到场')
    expect((await house.ticket(number))['check_in']).toBe('on_time')
    expect(await house.whoHears(overdue, () => house.passTo(t('09-21 09:40')))).toEqual([])
  })

  it('arrived 09:15:01: overdue', async () => {
    const house = await opened()
    const number = await house.reports('wang', socket)
    await house.presses('zhang', '接单')
    await house.passTo(t('09-21 09:15:01'))
    await house.says('zhang', '到场')
    expect((await house.ticket(number))['check_in']).toBe('overdue')
  })

  const limits: readonly (readonly [ProfileId, string, string, string])[] = [
    ['strict', '15 min from the report', '09:15:00', '09:15:01'],
    ['p002', '20 min from the report', '09:20:00', '09:20:01'],
    ['p000', '15 min from the acceptance', '09:19:00', '09:19:01'],
  ]
  it.each(limits)(
    'under %s, %s: at %s nobody is called, at %s the engineering supervisor is, and the resident hears sorry',
    async (profile, _, limit, past) => {
      const house = await opened(profile)
      await house.reports('wang', socket)
      await house.passTo(t('09-21 09:04'))
      await house.presses('zhang', '接单')
      expect(await house.whoHears(overdue, () => house.passTo(t(`09-21 ${limit}`)))).toEqual([])
      const from = house.heard.length
      expect(await house.whoHears(overdue, () => house.passTo(t(`09-21 ${past}`)))).toEqual(['liu'])
      expect(house.heard.slice(from).filter((each) => each.chat === 'wang')).toMatchObject([
        { text: expect.stringMatching(/对不起，让您久等了/) as unknown },
      ])
    },
  )

  it('under ticket_received the limit is 09:24: his platform took the ping at 09:04, and only then the resident hears of it', async () => {
    let down = true
    const house = await openManned({
      db,
      at: t('09-21 09:00'),
      profile: 'p002',
      answer: (to) =>
        down && to.chat === 'zhang' ? { kind: 'retry', reason: 'offline' } : { kind: 'sent', id: '1' },
    })
    await db.run(`update estates set overrides = '{"repair.arrival.clockStart":"ticket_received"}'`, [])
    const number = await house.reports('wang', socket)
    expect(house.heardBy('wang').some((each) => each.text.includes('已通知'))).toBe(false)
    down = false
    await house.passTo(t('09-21 09:04'))
    expect(house.lastTo('wang')).toBe(`${number}：已通知张师傅。`)
    await house.presses('zhang', '接单')
    expect(await house.whoHears(overdue, () => house.passTo(t('09-21 09:24:00')))).toEqual([])
    expect(await house.whoHears(overdue, () => house.passTo(t('09-21 09:24:01')))).toEqual(['liu'])
  })

  it('a burst pipe: promised by 09:10, called at 09:10:01', async () => {
    const house = await opened()
    await house.says('wang', '我家水管爆裂了')
    const [receipt] = await house.says('wang', '确认提交')
    expect(receipt?.text).toMatch(/今天 09:10 前到/)
    await house.presses('zhang', '接单')
    expect(await house.whoHears(overdue, () => house.passTo(t('09-21 09:10:00')))).toEqual([])
    expect(await house.whoHears(overdue, () => house.passTo(t('09-21 09:10:01')))).toEqual(['liu'])
  })

  it('the receipt promises what the rule says, and no more (R-2.05)', async () => {
    const house = await opened()
    for (const line of socket) await house.says('wang', line)
    const [receipt] = await house.says('wang', '确认提交')
    expect(receipt?.text).toMatch(/师傅会在 今天 09:15 前到/)
  })

  it('under p000 nothing is promised before somebody accepted (R-2.05, R-2.18)', async () => {
    const house = await opened('p000')
    for (const line of socket) await house.says('wang', line)
    const [receipt] = await house.says('wang', '确认提交')
    expect(receipt?.text).toMatch(/单号 BX-/)
    expect(receipt?.text).not.toMatch(/09:00 前到/)
  })

  it('under p000 the reminder at half time is at 09:11:30 (R-13.21, R-2.18)', async () => {
    const house = await opened('p000')
    await house.reports('wang', socket)
    await house.passTo(t('09-21 09:04'))
    await house.presses('zhang', '接单')
    expect(await house.whoHears(/【提醒】/, () => house.passTo(t('09-21 09:11:29')))).toEqual([])
    expect(await house.whoHears(/【提醒】/, () => house.passTo(t('09-21 09:11:30')))).toEqual(['zhang'])
  })
})

describe('EX-2.2 an appointment for 14:00 on Tuesday 2026-09-22', () => {
  const booked = async (profile: ProfileId = 'strict') => {
    const house = await openManned({ db, at: t('09-21 16:00'), profile })
    const number = await house.reports('wang', ['厨房插座没电了', '明天下午2点'])
    await house.presses('zhang', '接单')
    return { house, number }
  }

  it.each([
    ['strict', '13:54', 'on_time'],
    ['strict', '13:55', 'on_time'],
    ['strict', '13:58', 'late_prep'],
    ['strict', '14:00', 'late_prep'],
    ['strict', '14:01', 'overdue'],
    ['p003', '13:58', 'on_time'],
    ['p003', '14:00', 'on_time'],
    ['p003', '14:01', 'overdue'],
  ] as const)('under %s a check-in at %s is %s (R-2.19)', async (profile, time, status) => {
    const { house, number } = await booked(profile)
    await house.passTo(t(`09-22 ${time}`))
    await house.says('zhang', `到场 ${number}`)
    expect((await house.ticket(number))['check_in']).toBe(status)
  })

  it('late preparation escalates to nobody; after the slot the engineering supervisor is pinged (R-2.19)', async () => {
    const { house } = await booked()
    expect(await house.whoHears(overdue, () => house.passTo(t('09-22 13:55:01')))).toEqual([])
    expect(await house.whoHears(overdue, () => house.passTo(t('09-22 14:00:00')))).toEqual([])
    expect(await house.whoHears(overdue, () => house.passTo(t('09-22 14:00:01')))).toEqual(['liu'])
  })

  it('at 14:00, not a second earlier, the bot asks whether the technician has arrived, once (R-2.22)', async () => {
    const { house, number } = await booked()
    const asks = /师傅到了吗/
    expect(await house.whoHears(asks, () => house.passTo(t('09-22 13:59:59')))).toEqual([])
    expect(await house.whoHears(asks, () => house.passTo(t('09-22 14:00:00')))).toEqual(['wang'])
    expect(await house.whoHears(asks, () => house.passTo(t('09-22 15:00:00')))).toEqual([])
    await house.presses('wang', '到了')
    expect((await house.ticket(number))['arrival_confirmed']).toBe(true)
  })
})

describe('EX-2.3 a street lamp, reported 20:00 on Saturday 2026-09-26', () => {
  const lamp = async () => {
    const house = await openManned({ db, at: t('09-26 20:00') })
    const number = await house.reports('wang', ['小区路灯不亮了', '东门旁边'])
    return { house, number }
  }

  it('the supervisor is told at once, with the cap as the limit', async () => {
    const { house, number } = await lamp()
    expect(house.lastTo('liu')).toMatch(new RegExp(`${number}[^]*东门旁边[^]*今天 20:20`))
  })

  it.each([
    ['20:08', '20:18:00', '20:18:01'],
    ['20:15', '20:20:00', '20:20:01'],
  ])('dispatched at %s: until %s he is on time, at %s overdue (R-2.17)', async (dispatch, limit, past) => {
    const { house, number } = await lamp()
    await house.passTo(t(`09-26 ${dispatch}`))
    await house.presses('liu', '派给张师傅')
    expect(house.lastTo('zhang')).toMatch(new RegExp(`今天 ${limit.slice(0, 5)} 前到场`))
    await house.presses('zhang', '接单')
    const about = new RegExp(`【超时】${number} 到场`)
    expect(await house.whoHears(about, () => house.passTo(t(`09-26 ${limit}`)))).toEqual([])
    // Saturday evening: the duty attendant and the shift head are called (R-13.25).
    expect(await house.whoHears(about, () => house.passTo(t(`09-26 ${past}`)))).toEqual(['wu', 'zhou'])
  })
})

describe('EX-2.4 a general repair, reported Thursday 2026-09-24 16:00', () => {
  const arrived = async () => {
    const house = await openManned({ db, at: t('09-24 16:00') })
    const number = await house.reports('wang', ['厨房插座没电了', '尽快上门'])
    await house.presses('zhang', '接单')
    await house.says('zhang', `到场 ${number}`)
    await house.presses('wang', '同意')
    return { house, number }
  }

  it('must be finished by 24:00 on Saturday; one second later it is overdue (R-2.41)', async () => {
    const { house, number } = await arrived()
    const about = new RegExp(`【超时】${number} 完工`)
    expect(await house.whoHears(about, () => house.passTo(t('09-27 00:00:00')))).toEqual([])
    expect(await house.whoHears(about, () => house.passTo(t('09-27 00:00:01')))).toEqual(['wu', 'zhou'])
  })

  it('finished Friday 17:00, it must be called back by Saturday 17:00 though both are holidays (R-2.49)', async () => {
    const { house, number } = await arrived()
    await house.passTo(t('09-25 17:00'))
    await house.says('zhang', `完工 ${number} 80`)
    await house.passTo(t('09-25 17:05'))
    await house.presses('wang', '正常，签收')
    await house.passTo(t('09-25 17:10'))
    await house.presses('zhang', '返单')
    await house.presses('liu', '返单')
    const about = new RegExp(`【超时】${number} 回访`)
    expect(await house.whoHears(about, () => house.passTo(t('09-26 17:00:00')))).toEqual([])
    expect(await house.whoHears(about, () => house.passTo(t('09-26 17:00:01')))).toEqual(['wu', 'zhou'])
  })
})

describe('EX-2.5 an off-catalogue request, at the supervisor at 10:00', () => {
  const asked = async () => {
    const house = await openManned({ db, at: t('09-21 10:00') })
    const number = await house.reports('wang', ['我家冰箱坏了', '尽快上门'])
    return { house, number }
  }

  it('the resident is told until when the answer comes, the supervisor is asked for it', async () => {
    const { house, number } = await asked()
    expect(house.lastTo('wang')).toMatch(/主管会在 今天 10:15 前回复/)
    expect(house.lastTo('liu')).toMatch(new RegExp(`【评估】${number}[^]*今天 10:15`))
    expect(await house.status(number)).toBe('reviewing')
  })

  it('no quote by 10:15: at 10:15:01 the director is called and the resident hears sorry (R-2.26)', async () => {
    const { house } = await asked()
    expect(await house.whoHears(overdue, () => house.passTo(t('09-21 10:15:00')))).toEqual([])
    expect(await house.whoHears(overdue, () => house.passTo(t('09-21 10:15:01')))).toEqual(['sun'])
    expect(house.lastTo('wang')).toMatch(/对不起，让您久等了/)
  })

  it('quoted 10:12, accepted 10:40: no breach, and the technician is due 10:55 (R-2.27)', async () => {
    const { house, number } = await asked()
    await house.passTo(t('09-21 10:12'))
    await house.says('liu', '报价 200 换压缩机')
    expect(house.lastTo('wang')).toMatch(/换压缩机[^]*200 元/)
    expect(await house.whoHears(overdue, () => house.passTo(t('09-21 10:40')))).toEqual([])
    expect(await house.status(number)).toBe('quoted')
    await house.presses('wang', '同意')
    expect(house.lastTo('zhang')).toMatch(/今天 10:55 前到场/)
    await house.presses('zhang', '接单')
    const about = new RegExp(`【超时】${number} 到场`)
    expect(await house.whoHears(about, () => house.passTo(t('09-21 10:55:00')))).toEqual([])
    expect(await house.whoHears(about, () => house.passTo(t('09-21 10:55:01')))).toEqual(['liu'])
  })

  it('nobody is sent before the resident agreed (R-2.27)', async () => {
    const { house } = await asked()
    expect(house.heardBy('zhang')).toEqual([])
    await house.says('liu', '报价 200')
    expect(house.heardBy('zhang')).toEqual([])
  })
})
