/** Staff commands (appendix H.4) that concern repairs: with and without number, and a kind exact answer to a bad one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { staffCommand } from '../../src/desk/staff/staffCommands.ts'
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
const told = async (house: Manned, chat: string, text: string) =>
  (await house.says(chat, text)).map((each) => each.text).join('\n')

/** How far an order of 王芳 has come before the command is tried. */
const stages = {
  dispatching: [],
  accepted: ['zhang: 接单'],
  on_site: ['zhang: 接单', 'zhang: 到场'],
  repairing: ['zhang: 接单', 'zhang: 到场', 'wang: 同意'],
  awaiting_signoff: ['zhang: 接单', 'zhang: 到场', 'wang: 同意', 'zhang: 完工 80'],
  undetermined: ['zhang: 接单', 'zhang: 到场', 'wang: 同意', 'zhang: 完工 待定', 'wang: 正常，签收'],
  signed_off: ['zhang: 接单', 'zhang: 到场', 'wang: 同意', 'zhang: 完工 80', 'wang: 正常，签收'],
  returned: [
    'zhang: 接单',
    'zhang: 到场',
    'wang: 同意',
    'zhang: 完工 80',
    'wang: 正常，签收',
    'zhang: 返单',
    'liu: 返单',
  ],
  no_access: ['zhang: 接单', 'zhang: 到场', 'zhang: 无人'],
  awaiting_materials: ['zhang: 接单', 'zhang: 到场', 'wang: 同意', 'zhang: 待料 35 明天上午9点'],
  rework: [
    'zhang: 接单',
    'zhang: 到场',
    'wang: 同意',
    'zhang: 完工 80',
    'wang: 正常，签收',
    'zhang: 返单',
    'liu: 返单',
    'wang: 不满意',
  ],
} as const
type Stage = keyof typeof stages | 'reviewing' | 'public'

async function orderAt(house: Manned, stage: Stage): Promise<string> {
  if (stage === 'reviewing') return house.reports('wang', ['我家冰箱坏了', '尽快上门'])
  if (stage === 'public') {
    const number = await house.reports('wang', ['小区路灯不亮了', '东门旁边'])
    for (const line of ['接单', '到场', '开工']) await house.says('zhang', `${line} ${number}`)
    await house.says('zhang', `完工 ${number}`)
    return number
  }
  const number = await house.reports('wang')
  for (const line of stages[stage]) {
    const [chat = '', words = ''] = line.split(': ')
    await house.says(chat, words)
  }
  return number
}

describe('every command moves the order, with its number and without', () => {
  const moves: readonly (readonly [Stage, string, string, string])[] = [
    ['dispatching', 'zhang', '接单', 'accepted'],
    ['dispatching', 'zhang', 'take', 'accepted'],
    ['accepted', 'zhang', '到场', 'on_site'],
    ['accepted', 'zhang', 'arrive', 'on_site'],
    ['accepted', 'zhang', '退单', 'dispatching'],
    ['accepted', 'zhang', '改约 明天上午10点', 'accepted'],
    ['on_site', 'zhang', '无人', 'no_access'],
    ['on_site', 'zhang', 'noaccess', 'no_access'],
    ['on_site', 'zhang', '不便', 'rescheduling'],
    ['on_site', 'zhang', '变更 120 换三角阀', 'requoting'],
    ['repairing', 'zhang', '完工 80', 'awaiting_signoff'],
    ['repairing', 'zhang', 'done 80', 'awaiting_signoff'],
    ['repairing', 'zhang', '完工 待定', 'awaiting_signoff'],
    ['repairing', 'zhang', '待料 35 明天上午9点', 'awaiting_materials'],
    ['no_access', 'zhang', '改约 明天上午10点', 'accepted'],
    ['no_access', 'zhang', 'rebook tomorrow 10am', 'accepted'],
    ['awaiting_materials', 'zhang', '到料', 'on_site'],
    ['awaiting_materials', 'zhang', '到场', 'on_site'],
    ['signed_off', 'zhang', '返单', 'signed_off'],
    ['signed_off', 'liu', '返单', 'returned'],
    ['signed_off', 'zhao', '返单', 'returned'],
    ['rework', 'zhang', '返工', 'repairing'],
    ['reviewing', 'liu', '报价 200 换压缩机', 'quoted'],
    ['reviewing', 'liu', 'quote 200', 'quoted'],
    ['reviewing', 'liu', '转厂商', 'vendor_referred'],
    ['dispatching', 'liu', '派单 张师傅', 'dispatching'],
    ['public', 'liu', '签收', 'signed_off'],
    ['returned', 'chen', '回访 满意', 'closed'],
    ['returned', 'chen', '回访 基本满意 上门', 'closed'],
    ['returned', 'chen', 'callback 满意', 'closed'],
    ['returned', 'chen', '回访 不满意', 'rework'],
    ['returned', 'liu', '回访 满意 电话', 'closed'],
  ]
  it.each(moves)('%s: %s writes "%s" → %s', async (stage, chat, command, to) => {
    const house = await opened()
    const number = await orderAt(house, stage)
    await house.says(chat, command)
    expect(await house.status(number)).toBe(to)
    // With the number it is the same command for that order, however the number is written.
    const [verb = '', ...rest] = command.split(' ')
    for (const written of [number, number.toLowerCase(), number.replace('-', '')])
      expect(staffCommand([verb, written, ...rest].join(' '))).toEqual({
        act: { ...staffCommand(command)?.act, number },
        needsNumber: false,
      })
  })

  it('with two orders in hand a bare command asks which one, and changes nothing', async () => {
    const house = await opened()
    const one = await house.reports('wang')
    const two = await house.reports('li', ['我家马桶堵了', '尽快上门'])
    expect(await told(house, 'zhang', '接单')).toMatch(/请带上单号/)
    expect([await house.status(one), await house.status(two)]).toEqual(['dispatching', 'dispatching'])
    await house.says('zhang', `接单${two}`)
    expect([await house.status(one), await house.status(two)]).toEqual(['dispatching', 'accepted'])
    // Only one of them can be accepted now: the number may be left out again.
    await house.says('zhang', '接单')
    expect(await house.status(one)).toBe('accepted')
  })
})

describe('a bad command changes nothing and is answered exactly', () => {
  const bad: readonly (readonly [string, Stage, string, string, RegExp])[] = [
    ['no such order', 'dispatching', 'zhang', '接单 BX-9999', /没有找到 BX-9999/],
    ['wrong role', 'dispatching', 'chen', '接单 #', /由维修师傅、工程主管来做/],
    ['wrong role', 'dispatching', 'zhang', '派单 # 张师傅', /由工程主管、派单员.*来做/],
    ['wrong role', 'reviewing', 'zhang', '报价 # 100', /由工程主管/],
    ['wrong state', 'dispatching', 'zhang', '到场 #', /#.*正在派单.*不能做/],
    ['wrong state', 'accepted', 'liu', '报价 # 100', /#.*(已接单|已由张师傅接单)/],
    ['work before the price is agreed (R-2.29)', 'on_site', 'zhang', '开工 #', /还没同意价格/],
    ['no amount', 'repairing', 'zhang', '完工 #', /请带上金额：完工 #/],
    ['no time', 'no_access', 'zhang', '改约 #', /请带上时间：改约 #/],
    ['a past time', 'no_access', 'zhang', '改约 # 今天上午8点', /已经过了/],
    ['after 22:00 (R-15.35)', 'no_access', 'zhang', '改约 # 今晚11点', /22:00/],
    ['nobody named', 'dispatching', 'liu', '派单 #', /派给谁：张师傅/],
    ['a name nobody has', 'dispatching', 'liu', '派单 # 诸葛', /派给谁：张师傅/],
    ['no vendor for it', 'on_site', 'zhang', '转厂商 #', /没有登记这类商家/],
    ['a household order is signed by its resident', 'awaiting_signoff', 'liu', '签收 #', /只有公共设施单/],
    ['a technician does not call back', 'returned', 'zhang', '回访 # 满意', /由.*客服.*来做/],
    ['no reason', 'accepted', 'zhang', '上报 #', /请写明原因/],
    ['no reason', 'accepted', 'zhang', '延期 #', /请写明原因/],
    ['no text', 'accepted', 'zhang', '代报', /代报 房号 问题/],
    ['not a command', 'accepted', 'zhang', '今天真热', /发"待办".*发"帮助"/],
  ]
  it.each(bad)('%s (%s): %s writes "%s"', async (_, stage, chat, command, answer) => {
    const house = await opened()
    const number = await orderAt(house, stage)
    const before = [await house.status(number), await house.events(number), (await house.records()).length]
    const heard = house.heardBy('wang').length
    const said = await told(house, chat, command.replaceAll('#', number))
    expect(said.replaceAll(number, '#')).toMatch(answer)
    expect([await house.status(number), await house.events(number), (await house.records()).length]).toEqual(
      before,
    )
    expect(house.heardBy('wang').length).toBe(heard)
  })

  // Each line: what is answered now instead.
  const notYet: readonly (readonly [string, Stage, string, string, RegExp])[] = [
    ['no amount', 'reviewing', 'liu', '报价 #', /金额/],
    ['wrong state, no number', 'awaiting_signoff', 'zhang', '返单', /试用.*不能做/],
    ['no amount', 'undetermined', 'liu', '定价 #', /金额/],
    ['fee not open', 'accepted', 'liu', '定价 # 80', /^[^a-z]*$/],
    ['no result', 'accepted', 'zhang', '材料 #', /合格/],
    ['no result', 'returned', 'chen', '回访 #', /满意/],
    ['not reached, in other words', 'returned', 'chen', '回访 # 没人接', /第 1 天|满意/],
    ['a no in other words', 'returned', 'chen', '回访 # 不太满意', /不满意/],
    ['an amount with a comma', 'reviewing', 'liu', '报价 # 1,200', /金额/],
    ['nothing to sign', 'accepted', 'zhang', '签字 #', /不能/],
    ['parts without a price', 'repairing', 'zhang', '待料 # 明天上午9点', /材料费|金额/],
  ]
  it.each(notYet)('%s (%s): %s writes "%s"', async (_, stage, chat, command, answer) => {
    const house = await opened()
    const number = await orderAt(house, stage)
    const before = [await house.status(number), await house.events(number)]
    const said = await told(house, chat, command.replaceAll('#', number))
    expect(said.replaceAll(number, '#')).toMatch(answer)
    expect([await house.status(number), await house.events(number)]).toEqual(before)
  })

  it.each([
    ['取消今晚的会议', 'chen'],
    ['到了吗', 'zhang'],
  ])('"%s" is talk, not a command', async (words, chat) => {
    const house = await opened()
    const number = await orderAt(house, 'accepted')
    await house.says(chat, words)
    expect(await house.status(number)).toBe('accepted')
  })

  it('an ended order is not extended', async () => {
    const house = await opened()
    const number = await orderAt(house, 'accepted')
    await house.says('wang', '取消')
    const heard = house.heardBy('wang').length
    await house.says('liu', `延期 ${number} 没配件`)
    expect(house.heardBy('wang').length).toBe(heard)
  })
})

describe('the words of a colleague reach the resident as they were written', () => {
  it('commas and width stay', async () => {
    const house = await opened()
    await house.says('wang', '转人工')
    await house.presses('chen', '接手')
    await house.says('chen', '回复 您好，１号楼的水：今天修')
    expect(house.lastTo('wang')).toBe('陈静：您好，１号楼的水：今天修')
  })
})

describe('代报: a report heard by staff (R-2.04, R-2.07)', () => {
  it('is an order like any other, and goes to the technician', async () => {
    const house = await opened()
    const said = await told(house, 'chen', '代报 3-1-101 厨房也漏水 13911112222')
    const number = /BX-\d+/.exec(said)?.[0] ?? ''
    expect(await house.record(number)).toMatchObject({
      status: 'dispatching',
      building: '3',
      unit: '1',
      room: '101',
      phone: '13911112222',
      category: 'plumbing',
      location_kind: 'in-home',
      conversation_id: null,
    })
    expect(house.lastTo('zhang')).toMatch(new RegExp(`【派工】${number} · 3-1-101`))
  })

  it('of an urgent fault has the urgent limit', async () => {
    const house = await opened()
    await house.says('liu', '代报 3-1-101 水管爆裂了')
    expect(house.lastTo('zhang')).toMatch(/急修[^]*09:10 前到场/)
  })
})

describe('the fee that could not be fixed on site (R-2.37)', () => {
  const pending = async () => {
    const house = await opened({
      moreStaff: [
        { name: '钱一', roles: ['eng_supervisor', 'cs_supervisor'], chat: 'qian', code: 'QXANY109' },
      ],
    })
    return { house, number: await orderAt(house, 'undetermined') }
  }
  const fee = async (house: Manned, number: string) => {
    const ticket = await house.ticket(number)
    return [ticket['fee_state'], ticket['fee_fen']]
  }

  it('is fixed when engineering and CS supervisor say the same amount, and the resident hears it', async () => {
    const { house, number } = await pending()
    expect(await told(house, 'liu', `定价 ${number} 90`)).toMatch(/还需客服主管确认/)
    expect(await fee(house, number)).toEqual(['undetermined', null])
    expect(await told(house, 'zhao', `定价 ${number} 80`)).toMatch(/还需工程主管确认/)
    expect(await fee(house, number)).toEqual(['undetermined', null])
    await house.says('zhao', `定价 ${number} 90.5`)
    expect(await fee(house, number)).toEqual(['undetermined', null])
    await house.says('liu', `定价 ${number} 90.50`)
    expect(await fee(house, number)).toEqual(['fixed', 9050])
    expect(house.lastTo('wang')).toMatch(/费用核定为 90.50 元/)
  })

  it('is not fixed by one person in both roles (R-0.16)', async () => {
    const { house, number } = await pending()
    await house.says('qian', `定价 ${number} 90`)
    await house.says('qian', `定价 ${number} 90`)
    expect(await fee(house, number)).toEqual(['undetermined', null])
  })

  it('is nobody else’s to fix', async () => {
    const { house, number } = await pending()
    for (const chat of ['zhang', 'chen', 'sun'])
      expect(await told(house, chat, `定价 ${number} 90`)).toMatch(/工程主管、客服主管/)
    expect(await fee(house, number)).toEqual(['undetermined', null])
  })
})

describe('caller ≠ technician (R-2.50, R-0.16)', () => {
  it('a supervisor who did the work himself does not call back; a colleague does', async () => {
    const house = await opened()
    const number = await house.reports('wang')
    await house.says('liu', `接单 ${number}`)
    await house.says('liu', `到场 ${number}`)
    await house.presses('wang', '同意')
    await house.says('liu', `完工 ${number} 80`)
    await house.presses('wang', '正常，签收')
    await house.says('liu', `返单 ${number}`)
    expect(await told(house, 'liu', `回访 ${number} 满意`)).toMatch(/不能是维修师傅本人/)
    expect(await house.status(number)).toBe('returned')
    await house.says('chen', `回访 ${number} 满意 上门`)
    expect(await house.status(number)).toBe('closed')
    expect((await house.ticket(number))['callback']).toMatchObject({ mode: 'visit', rating: 's' })
  })
})

describe('sign-off', () => {
  it('of a public order is the engineering supervisor’s, and the reporter is told (2.3)', async () => {
    const house = await opened()
    const number = await orderAt(house, 'public')
    expect(house.heardBy('wang').some((each) => /请您试用/.test(each.text))).toBe(false)
    await house.presses('liu', '签收')
    expect(await house.status(number)).toBe('signed_off')
    expect(house.lastTo('wang')).toMatch(/公共设施已修好，谢谢/)
  })

  it('of a warranty order asks no price and is free (R-2.64)', async () => {
    const house = await opened()
    const number = await house.reports('tai', ['我家厨房水管漏水', '尽快上门'])
    await house.presses('zhang', '接单')
    await house.presses('zhang', '到场')
    expect(house.heardBy('tai').some((each) => /您同意吗/.test(each.text))).toBe(false)
    await house.presses('zhang', '开工')
    await house.presses('zhang', '完工')
    await house.presses('tai', '正常，签收')
    expect(await house.status(number)).toBe('signed_off')
    const ticket = await house.ticket(number)
    expect([ticket['repair_kind'], ticket['fee_fen'], ticket['payer']]).toEqual(['warranty', null, 'none'])
  })

  it('"still broken" sends it back to work, as often as needed (R-2.36)', async () => {
    const house = await opened()
    const number = await orderAt(house, 'awaiting_signoff')
    for (let n = 0; n < 2; n += 1) {
      await house.presses('wang', '还有问题')
      expect(await house.status(number)).toBe('repairing')
      await house.says('zhang', `完工 ${number} 80`)
    }
    await house.presses('wang', '正常，签收')
    expect(await house.status(number)).toBe('signed_off')
  })

  it('a second visit with the price agreed is not called free', async () => {
    const house = await opened()
    await orderAt(house, 'awaiting_materials')
    await house.says('zhang', '到场')
    expect(house.heardBy('zhang').some((each) => /到场已记录/.test(each.text))).toBe(true)
    expect(house.heardBy('zhang').some((each) => /免费/.test(each.text))).toBe(false)
  })
})

describe('materials of the resident (R-2.31)', () => {
  it.each([
    ['合格', 'qualified'],
    ['不合格 管壁太薄', 'unqualified'],
    ['质量不佳', 'poor'],
  ])('%s is kept as %s', async (words, check) => {
    const house = await opened()
    const number = await orderAt(house, 'on_site')
    expect(await told(house, 'zhang', `材料 ${number} ${words}`)).toMatch(/尊重住户选择/)
    expect((await house.ticket(number))['materials']).toMatchObject({ source: 'resident', check })
  })
})

describe('a staff group sees no unit, phone or words of a resident (R-15.20)', () => {
  const group = async (staffGroup: boolean) => {
    const house = await opened()
    const says = async (who: string, text: string) => {
      const from = house.heard.length
      await house.send({
        ...house.message('g1', { kind: 'text', text } as never, 'web'),
        chatKind: 'group',
        sender: { id: who, name: who },
        addressed: false,
      })
      return house.heard
        .slice(from)
        .filter((each) => each.chat === 'g1')
        .map((each) => each.text)
        .join('\n')
    }
    await says('liu', '大家好')
    await db.run(`update conversations set staff_group = $1 where chat = 'g1'`, [staffGroup])
    return { house, says }
  }
  const secret = /3-2-501|1380013|王芳|水管漏水/

  it('a new order is announced without them', async () => {
    const { house } = await group(true)
    const number = await house.reports('wang')
    expect(house.lastTo('g1')).toContain(number)
    expect(house.lastTo('g1')).not.toMatch(secret)
  })

  it('commands work there', async () => {
    const { house, says } = await group(true)
    const number = await house.reports('wang')
    await says('zhang', `接单 ${number}`)
    expect(await house.status(number)).toBe('accepted')
    expect(await says('zhang', `详情 ${number}`)).not.toMatch(secret)
  })

  it('nor does 待办 print them', async () => {
    const { house, says } = await group(true)
    const number = await house.reports('wang')
    const said = await says('zhang', '待办')
    expect(said).toContain(number)
    expect(said).not.toMatch(secret)
  })

  it('in a residents’ group a staff member’s words are no command', async () => {
    const { house, says } = await group(false)
    const number = await house.reports('wang')
    expect(await says('zhang', `接单 ${number}`)).toBe('')
    expect(await house.status(number)).toBe('dispatching')
  })
})

describe('who is told when somebody cannot be reached', () => {
  it('no technician can be reached: the supervisor is asked at once', async () => {
    const house = await opened({ without: ['zhang'] })
    const number = await house.reports('wang')
    expect(house.lastTo('liu')).toContain(number)
  })

  it('the supervisor is off duty: the duty attendant hears of a public fault at once (R-2.06)', async () => {
    const house = await opened()
    await db.run(`update staff set on_duty = false where name = '刘主管'`, [])
    const number = await house.reports('wang', ['小区路灯不亮了', '东门旁边'])
    expect(house.heard.some((each) => each.chat !== 'wang' && each.text.includes(number))).toBe(true)
  })

  it('a technician from whom an order is taken hears so', async () => {
    const house = await opened({
      moreStaff: [{ name: '高师傅', roles: ['technician'], chat: 'gao', code: 'GA0SHF08' }],
    })
    const number = await house.reports('wang')
    await house.says('zhang', `接单 ${number}`)
    const from = house.heardBy('zhang').length
    await house.says('liu', `派单 ${number} 高师傅`)
    expect(
      house
        .heardBy('zhang')
        .slice(from)
        .map((each) => each.text)
        .join(),
    ).toContain(number)
  })

  it('a flat’s order that looks for a man is not called a public facility', async () => {
    const house = await opened()
    const number = await house.reports('wang')
    await house.says('zhang', `接单 ${number}`)
    await house.says('zhang', `退单 ${number}`)
    expect(house.lastTo('liu')).toContain(number)
    expect(house.lastTo('liu')).not.toMatch(/公共设施/)
  })
})

describe('extension and raising (13.3)', () => {
  it('raising goes one level up, with the reason (R-13.10)', async () => {
    const house = await opened()
    const number = await orderAt(house, 'accepted')
    expect(await house.whoHears(/要两个人/, () => house.says('zhang', `上报 ${number} 要两个人`))).toEqual([
      'liu',
    ])
    expect(await house.whoHears(/没人手/, () => house.says('liu', `上报 ${number} 没人手`))).toEqual(['sun'])
  })

  it('an extension tells the resident what is true: the new time', async () => {
    const house = await opened()
    const number = await orderAt(house, 'repairing')
    await house.says('zhang', `延期 ${number} 明天下午3点 等配件`)
    expect(house.lastTo('wang')).toMatch(/明天 15:00/)
    expect(house.lastTo('wang')).not.toMatch(/上报主管/)
  })
})

describe('the amount in a command', () => {
  const fenOf = (text: string) => {
    const act = staffCommand(text)?.act
    return act?.do === 'repair' ? act.fen : undefined
  }
  it.each([
    ['完工 BX-1001 80', 8000],
    ['完工 BX-1001 80元 换阀芯', 8000],
    ['完工 BX-1001 80.5', 8050],
    ['报价 BX-1001 200 换2个压缩机', 20000],
    ['完工 BX-1001 待定', undefined],
    ['完工 BX-1001', undefined],
  ])('%s is %s fen', (text, fen) => {
    expect(fenOf(text)).toBe(fen)
  })

  it.each([
    ['变更 BX-1001 换3个阀 150', 15000],
    ['完工 BX-1001 换了2个阀芯', undefined],
    ['报价 BX-1001 12万', undefined],
    ['完工 BX-1001 -50', undefined],
  ])('%s is %s fen', (text, fen) => {
    expect(fenOf(text)).toBe(fen)
  })
})

describe('who may read an order (R-15.19)', () => {
  it('a technician without a task on it does not see the resident’s phone', async () => {
    const house = await opened({
      moreStaff: [{ name: '高师傅', roles: ['technician'], chat: 'gao', code: 'GA0SHF08' }],
    })
    const number = await orderAt(house, 'accepted')
    expect(await told(house, 'zhang', `详情 ${number}`)).toContain('13800138001')
    expect(await told(house, 'gao', `详情 ${number}`)).not.toContain('13800138001')
  })
})
