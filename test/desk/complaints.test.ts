/** Chapter 3 through the whole house: messages in, apologies and promises out, clocks and callbacks kept. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProfileId } from '../../src/domain/policy.ts'
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
const opened = (at: string, profile: ProfileId = 'strict') => openManned({ db, at: t(at), profile })
const said = async (house: Manned, chat: string, words: string) =>
  (await house.says(chat, words)).map(({ text }) => text).join('\n')

const grievance = '投诉3栋1单元楼道几天没人打扫了'
async function complains(house: Manned, chat = 'wang', words = grievance): Promise<string> {
  await house.says(chat, words)
  const told = await said(house, chat, '确认提交')
  return /TS-\d+/.exec(told)?.[0] ?? told
}
const details = async (house: Manned, number: string) => {
  const [row] = await house.db.run<{ details: Record<string, unknown> }>(
    'select details from records where number = $1',
    [number],
  )
  return row?.details ?? {}
}

describe('receiving', () => {
  it('the first sentence is an apology (R-3.01), and what is filed is restated first', async () => {
    const house = await opened('09-18 17:40')
    expect(await said(house, 'wang', grievance)).toMatch(/^对不起[^]*请您核对/)
    expect(await said(house, 'wang', '确认提交')).toMatch(/TS-1001。今天 19:40 前会有同事联系您/)
    expect(await house.status('TS-1001')).toBe('logged')
  })

  it('customer service, its supervisor and the duty desk hear at once, at any hour (R-3.16, R-3.17)', async () => {
    const house = await opened('09-18 23:30')
    await house.says('wang', grievance)
    expect(await house.whoHears(/【投诉】TS-1001/, () => house.says('wang', '确认提交'))).toEqual([
      'chen',
      'zhao',
      'zhou',
    ])
  })

  it('an anonymous one shows neither name nor flat below the manager', async () => {
    const house = await opened('09-18 10:00')
    await house.says('wang', grievance)
    await house.says('wang', '匿名')
    await house.says('wang', '确认提交')
    const ping = house.heardBy('chen').at(-1)?.text ?? ''
    expect(ping).toMatch(/匿名/)
    expect(ping).not.toMatch(/王芳|3-2-501/)
    expect(await said(house, 'chen', '详情 TS-1001')).not.toMatch(/王芳|3-2-501/)
  })

  it('one about a colleague asks for witnesses and does not exist for that colleague (R-3.13)', async () => {
    const house = await opened('09-18 10:00')
    await house.says('wang', '投诉客服陈静，态度特别差，还骂人')
    const from = house.heard.length
    expect(await said(house, 'wang', '确认提交')).toMatch(/TS-1001[^]*照片或录像/)
    const heard = house.heard.slice(from).filter(({ text }) => text.includes('TS-1001'))
    expect(heard.map(({ chat }) => chat)).not.toContain('chen')
    expect(await said(house, 'chen', '待办')).not.toMatch(/TS-1001/)
    expect(await said(house, 'chen', '详情 TS-1001')).toBe('没有找到 TS-1001。')
    expect(await said(house, 'chen', '接手 TS-1001')).toBe('没有找到 TS-1001。')
    expect(await said(house, 'zhao', '详情 TS-1001')).toMatch(/陈静/)
  })
})

describe('EX-3.1 a valid minor complaint, logged Friday 17:40', () => {
  const late = /【超时】TS-1001 还没联系投诉人/
  it('at 19:40 nobody is called, a second later the duty desk and the shift head are (C-18)', async () => {
    const house = await opened('09-18 17:40')
    await complains(house)
    expect(await house.whoHears(late, () => house.passTo(t('09-18 19:40:00')))).toEqual([])
    expect(await house.whoHears(late, () => house.passTo(t('09-18 19:40:01')))).toEqual(['wu', 'zhou'])
  })

  it('classified, agreed, answered, and the callback is due 24 hours later', async () => {
    const house = await opened('09-18 17:40')
    const number = await complains(house)
    await house.passTo(t('09-18 18:00'))
    expect(await said(house, 'zhao', `分类 ${number} 有效 轻微`)).toMatch(/今天 19:40 前联系住户/)
    expect(await house.status(number)).toBe('contacting')
    const from = house.heard.length
    await house.says('zhao', `约定 ${number} 明天下午5点`)
    expect(house.heard.slice(from).find(({ chat }) => chat === 'wang')?.text).toMatch(/明天 17:00 前答复您/)
    expect(await house.running(number)).toEqual(['complaint.answer', 'complaint.resolve'])
    await house.passTo(t('09-19 16:00'))
    await house.says('zhao', `回复 ${number} 已换了保洁班次，每天上午打扫`)
    expect(house.lastTo('wang')).toMatch(/处理结果：已换了保洁班次[^]*您满意吗/)
    expect(await house.running(number)).toEqual(['complaint.callback'])
    const missed = /【超时】TS-1001 投诉回访/
    expect(await house.whoHears(missed, () => house.passTo(t('09-20 16:00:00')))).toEqual([])
    expect(await house.whoHears(missed, () => house.passTo(t('09-20 16:00:01')))).not.toEqual([])
    expect(await said(house, 'wang', '满意')).toMatch(/谢谢您的理解和意见/)
    expect(await house.status(number)).toBe('closed')
    expect(await house.running(number)).toEqual([])
  })
})

describe('EX-3.4 an invalid complaint at 23:10', () => {
  it.each([
    ['strict', '明天 01:10'],
    ['p001l', '明天 18:00'],
  ] as const)('under %s it is answered by %s, never left alone', async (profile, due) => {
    const house = await opened('09-21 23:10', profile)
    const number = await complains(house)
    expect(await said(house, 'zhao', `分类 ${number} 无效 属市政施工`)).toContain(`${due} 前联系住户`)
    expect(await house.status(number)).toBe('explaining')
    await house.says('zhao', `回复 ${number} 施工队明早撤场，谢谢您告诉我们`)
    expect(house.lastTo('wang')).toMatch(/施工队明早撤场/)
  })
})

describe('the answer', () => {
  it('not satisfied: a new complaint, linked to the old one (R-3.59)', async () => {
    const house = await opened('09-21 09:00')
    const number = await complains(house)
    await house.says('zhao', `分类 ${number} 有效 轻微`)
    await house.says('zhao', `回复 ${number} 已打扫`)
    expect(await said(house, 'wang', '不满意，还是脏')).toMatch(/对不起，没让您满意[^]*TS-1002/)
    expect(await house.status(number)).toBe('closed_superseded')
    expect(await details(house, number)).toMatchObject({ supersededBy: 'TS-1002' })
    expect(await details(house, 'TS-1002')).toMatchObject({ supersedes: number })
    expect(await house.running('TS-1002')).toEqual(['complaint.firstReply'])
  })

  it('to a question asked by phone is noted by the caller; three days unreached end it', async () => {
    const house = await opened('09-21 09:00')
    const number = await complains(house)
    await house.says('zhao', `分类 ${number} 有效 轻微`)
    await house.says('zhao', `回复 ${number} 已打扫`)
    for (const day of ['09-21 10:00', '09-21 15:00', '09-22 10:00']) {
      await house.passTo(t(day))
      await house.says('chen', `回访 ${number} 未接通`)
      expect(await house.status(number)).toBe('replied')
    }
    await house.passTo(t('09-23 10:00'))
    await house.says('chen', `回访 ${number} 未接通`)
    expect(await house.status(number)).toBe('closed')
    expect(await details(house, number)).toMatchObject({ unreached: true })
  })

  it('is the office’s: a technician can neither classify nor answer', async () => {
    const house = await opened('09-21 09:00')
    const number = await complains(house)
    expect(await said(house, 'zhang', `分类 ${number} 有效 轻微`)).toMatch(/要由/)
    expect(await said(house, 'zhang', `回复 ${number} 好了`)).not.toMatch(/已转给住户/)
  })

  it('what somebody outside must solve gets news every three working days (R-3.47)', async () => {
    const house = await opened('09-21 09:00')
    const number = await complains(house)
    await house.says('zhao', `分类 ${number} 协助`)
    expect(house.lastTo('wang')).toMatch(/外部单位一起解决/)
    const silent = /【超时】TS-1001 进展没告诉住户/
    expect(await house.whoHears(silent, () => house.passTo(t('09-24 18:00:00')))).toEqual([])
    expect(await house.whoHears(silent, () => house.passTo(t('09-24 18:00:01')))).not.toEqual([])
    await house.says('chen', `进展 ${number} 街道已派人来看`)
    expect(house.lastTo('wang')).toMatch(/进展：街道已派人来看/)
  })

  it('taken back by the resident it stays in the books', async () => {
    const house = await opened('09-21 09:00')
    const number = await complains(house)
    expect(await said(house, 'wang', `取消 ${number}`)).toMatch(/已取消/)
    expect(await house.status(number)).toBe('withdrawn')
    expect(await house.running(number)).toEqual([])
  })
})

describe('EX-3.3 five households, one noise', () => {
  const flats = ['A座101', 'A座203', 'B座105', 'A座402'] as const
  const noise = (flat: string) => `广场舞音响太吵了，${flat}`
  it('the fifth flat makes it collective: the director hears at once, and the answer must be a visit', async () => {
    const house = await opened('09-21 21:00')
    const numbers: string[] = []
    for (const [n, flat] of flats.entries()) {
      await house.passTo(t(`09-21 21:${n}5`))
      numbers.push(await complains(house, `guest${n}`, noise(flat)))
    }
    await house.passTo(t('09-21 22:40'))
    await house.says('guest9', noise('B座301'))
    expect(await house.whoHears(/【集体投诉】/, () => house.says('guest9', '确认提交'))).toEqual([
      'sun',
      'zhao',
    ])
    for (const number of numbers) expect(await house.status(number)).toBe('collective')
    await house.passTo(t('09-22 09:00'))
    expect(await said(house, 'zhao', `回复 ${numbers[0] ?? ''} 已处理`)).toMatch(/集体投诉要上门答复/)
    expect(await said(house, 'zhao', `回复 ${numbers[0] ?? ''} 已上门说明，广场舞改到八点结束`)).toMatch(
      /已转给住户/,
    )
  })
})
