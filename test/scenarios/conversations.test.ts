/** A person takes over, an emergency breaks in, a group listens, somebody floods, nobody understands. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { openTestDb } from '../support/database.ts'
import { openManned } from '../desk/manned.ts'
import { play } from './play.ts'

let db: Db
beforeAll(async () => {
  db = await openTestDb()
})
afterAll(() => db.close())

const asksTime = /什么时候上门方便/
const asksRoom = /请问是哪一户/
const handed = /已转给客服同事（ZX-1001）/
const filed = /已登记，单号 BX-\d+/

describe('人工: a person takes over (R-15.13)', () => {
  play(
    [
      {
        title: 'the bot is silent until handed back; words go both ways',
        lines: [
          ['wang', '人工', { wang: handed, chen: /【转人工】ZX-1001 · 3-2-501/ }],
          ['wang', '在吗', { wang: null, chen: /ZX-1001 住户：在吗/ }],
          ['chen', '[接手]', { wang: /陈静来为您服务了/ }],
          ['chen', '回复 您好王女士', { wang: /^陈静：您好王女士$/ }],
          ['wang', '门锁打不开', { wang: null, chen: /门锁打不开/, zhou: null }],
          ['chen', '交回', { wang: /接下来还是我为您服务/ }],
        ],
        records: [{ kind: 'help', help_type: 'handoff', status: 'closed' }],
      },
      {
        title: 'what was said of the report goes along to the colleague',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '转人工', { wang: handed, chen: /我家门锁坏了/ }],
        ],
      },
      {
        title: 'a reply to an order nobody took takes it',
        lines: [
          ['wang', '人工', handed],
          ['chen', '回复 ZX-1001 您好', { wang: /陈静：您好/ }],
        ],
        records: [{ status: 'acknowledged' }],
      },
      {
        title: 'the resident may go back to the bot himself',
        lines: [
          ['wang', '人工', handed],
          ['wang', '菜单', /接下来还是我为您服务/],
          ['wang', '我家门锁坏了', asksTime],
        ],
        records: [{ status: 'cancelled' }],
      },
      {
        title: 'the first words after the hand-back are heard',
        lines: [
          ['wang', '人工', handed],
          ['chen', '[接手]', { wang: /为您服务/ }],
          ['chen', '交回', { wang: /还是我为您服务/ }],
          ['wang', '我家厨房水管漏水', asksTime],
        ],
      },
      {
        title: 'a report left for the person is offered back after the hand-back',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '人工', handed],
          ['chen', '[接手]', { wang: /为您服务/ }],
          ['chen', '交回', { wang: /还是我为您服务[^]*|/ }],
          ['wang', '你好', /我们接着说[^]*什么时候上门方便/],
        ],
      },
      {
        title: 'a finished hand-over is no longer answered from the staff side',
        lines: [
          ['wang', '人工', handed],
          ['chen', '交回 ZX-1001', { wang: /还是我为您服务/ }],
          ['chen', '交回 ZX-1001', /ZX-1001.*已办结.*不能做/],
        ],
      },
      {
        title: 'a hand-over is never silently taken away by an old button',
        lines: [
          ['wang', '人工', handed],
          ['chen', '[接手]', /已接手/],
          ['zhou', '[接手]', /已由陈静接手/],
        ],
      },
    ],
    () => db,
  )
})

describe('emergencies (R-8.07, R-8.08)', () => {
  play(
    [
      {
        title:
          'in the middle of a report, without an address: help first, the place is asked afterwards, the report goes on',
        lines: [
          ['x', '我家门锁坏了', asksRoom],
          [
            'x',
            '着火了！',
            { x: /已经叫人了[^]*119[^]*请告诉我在哪里/, zhou: /【紧急】QZ-1001[^]*着火了/, sun: /【紧急】/ },
          ],
          ['x', '3栋2单元501', { x: /位置已告诉同事/, zhou: /QZ-1001 位置：3栋2单元501/ }],
          ['x', '3-2-501', asksTime],
        ],
        records: [{ kind: 'help', help_type: 'emergency', status: 'open', urgent: true }],
      },
      {
        title: 'the place said afterwards is written in the record',
        lines: [
          ['x', '着火了！', /请告诉我在哪里/],
          ['x', '3栋2单元501', /位置已告诉同事/],
        ],
        records: [{ building: '3', unit: '2', room: '501' }],
      },
      {
        title: 'of a bound resident the household’s address is used, and nothing is asked (8.3)',
        lines: [
          [
            'wang',
            '救命，我爸晕倒了',
            { wang: /^(?!.*请告诉我在哪里)[^]*120/, zhou: /【紧急】QZ-1001 · 3-2-501[^]*13800138001/ },
          ],
        ],
        records: [{ building: '3', room: '501', phone: '13800138001' }],
      },
      {
        title: 'after it, with the place known, the next words answer the report and not "where?"',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '有人困在电梯里了', { wang: /不要扒门/, zhou: /【紧急】/ }],
          ['wang', '尽快', { wang: /门锁坏了[^]*这样提交可以吗/, zhou: null }],
        ],
      },
      {
        title: 'said again within half an hour it is one emergency, and the new words are passed on',
        lines: [
          ['wang', '我家有煤气味', { wang: /不要开灯/, zhou: /【紧急】QZ-1001/ }],
          ['wang', '煤气味越来越大了，救命', { wang: /QZ-1001/, zhou: /QZ-1001 住户：煤气味越来越大/ }],
        ],
        records: [{ number: 'QZ-1001' }],
      },
      {
        title: 'it breaks through to the duty even while a person has the conversation',
        lines: [
          ['wang', '人工', handed],
          ['wang', '救命，我爸晕倒了', { wang: /120/, zhou: /【紧急】QZ-1002/ }],
        ],
        records: [{ help_type: 'handoff' }, { help_type: 'emergency' }],
      },
      {
        title: 'whoever takes it is named to the resident, day and night',
        at: '2026-09-22T02:00:00+08:00',
        lines: [
          ['wang', '着火了', { zhou: /【紧急】/ }],
          ['zhou', '[接手]', { wang: /周明来为您服务了/ }],
        ],
        records: [{ status: 'acknowledged' }],
      },
      {
        title: 'a staff member’s own cry for help is an emergency too',
        lines: [['zhang', '3栋着火了，快来人', { zhou: /【紧急】/ }]],
      },
    ],
    () => db,
  )
})

describe('in a group', () => {
  play(
    [
      {
        title: 'what is not addressed to the bot is not answered and files nothing',
        lines: [
          ['g:wang', '我家水管漏了', null],
          ['g:li', '3-2-501 太吵了', null],
        ],
        records: [],
      },
      {
        title: 'what is addressed is asked into a private chat, whatever it is (R-15.20)',
        lines: [
          ['g:@wang', '我家水管漏了', /^为了保护您的隐私，请私聊我说/],
          ['g:@li', '进度', /私聊/],
          ['g:@wang', '(photo) 水管漏了', /私聊/],
        ],
        records: [],
      },
      {
        title: 'an emergency is heard without being addressed, and the answer names nobody',
        lines: [
          [
            'g:wang',
            '着火了，3栋大堂！',
            { g: /^(?!.*(3-2-501|王芳|1380013))[^]*119/, zhou: /【紧急】QZ-1001[^]*着火了，3栋大堂/ },
          ],
        ],
        records: [{ kind: 'help', help_type: 'emergency' }],
      },
      {
        title: 'a code in a group is not redeemed',
        house: { without: ['li'] },
        lines: [['g:@x', 'REN7QA11', /私聊|private chat/]],
        then: async () => {
          const used = await db.run('select 1 from binding_codes where used_at is not null', [])
          expect(used).toEqual([])
        },
      },
    ],
    () => db,
  )
})

describe('not understood (15.2)', () => {
  play(
    [
      {
        title: 'once: another try and the menu; twice: a person, with everything said so far',
        lines: [
          ['wang', '你好', /我是示范小区的管家/],
          ['wang', '？？？', /没太明白[^]*换个说法/],
          ['wang', '。。。', /还是没明白[^]*转给客服同事/],
          ['wang', '[转给同事]', { wang: /转给客服同事/, chen: /？？？；。。。/ }],
        ],
        records: [{ help_type: 'handoff' }],
      },
      {
        title: 'a good word in between starts the count anew',
        lines: [
          ['wang', '你好', /./],
          ['wang', '？？？', /没太明白/],
          ['wang', '谢谢', /不客气/],
          ['wang', '。。。', /没太明白/],
        ],
        records: [],
      },
      {
        title: 'an answer that answers nothing, twice, is offered a person too',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '。。。', /没听明白/],
          ['wang', '？？？', /没听明白/],
          ['wang', '[转人工]', { wang: /已转给客服同事/, chen: /我家门锁坏了/ }],
        ],
      },
    ],
    () => db,
  )
})

describe('answers to the bot’s own questions, in words', () => {
  const orderTo = (upTo: number) =>
    (
      [
        ['wang', '我家厨房水管漏水', asksTime],
        ['wang', '尽快', /提交/],
        ['wang', '确认提交', filed],
        ['zhang', '接单', { wang: /已接单/ }],
        ['zhang', '到场', { wang: /您同意吗/ }],
        ['wang', '好的', { wang: /已记下您同意/, zhang: /可以开工/ }],
        ['zhang', '完工 80', { wang: /一切正常吗/ }],
        ['wang', '没问题了', { wang: /已签收/ }],
        ['zhang', '返单', { zhang: /已交主管审核/, liu: /【审核返单】/ }],
        ['liu', '返单', { wang: /您满意吗/ }],
      ] as const
    ).slice(0, upTo)
  play(
    [
      { title: 'consent: 可以', lines: [...orderTo(5), ['wang', '可以', { zhang: /可以开工/ }]] },
      {
        title: 'consent: 不同意，太贵了',
        lines: [...orderTo(5), ['wang', '不同意，太贵了', /先不修/]],
      },
      { title: 'sign-off: 还有问题', lines: [...orderTo(7), ['wang', '还有问题', { zhang: /还有问题/ }]] },
      { title: 'sign-off: 没问题了', lines: [...orderTo(7), ['wang', '没问题了', /已签收/]] },
      {
        title: 'sign-off: 不行，还在漏',
        lines: [...orderTo(7), ['wang', '不行，还在漏', { zhang: /还有问题/ }]],
      },
      { title: 'rating: 非常满意', lines: [...orderTo(10), ['wang', '非常满意', /谢谢您的评价/]] },
      {
        title: 'rating: 不满意',
        lines: [...orderTo(10), ['wang', '不满意，还是滴水', /对不起，没让您满意/]],
      },
      ...['修好了', '正常', '可以用了'].map((words) => ({
        title: `sign-off: ${words}`,
        lines: [...orderTo(7), ['wang', words, /已签收/]] as const,
      })),
      ...['还是漏', '没修好'].map((words) => ({
        title: `sign-off: ${words}`,
        lines: [...orderTo(7), ['wang', words, { zhang: /还有问题/ }]] as const,
      })),
      {
        title: 'rating: 挺好的',
        lines: [...orderTo(10), ['wang', '挺好的', /谢谢您的评价/]],
      },
    ],
    () => db,
  )
})

describe('a flood: 1,000 messages in a minute', () => {
  it('one kind word, the neighbour unaffected, the emergency inside heard, everything kept', async () => {
    const house = await openManned({ db, at: '2026-09-21T09:00:00+08:00' })
    for (let n = 0; n < 1000; n += 1) {
      house.clock.pass(60)
      const text = n === 700 ? '救命，着火了' : `喂喂喂 ${n}`
      await house.receive(house.message('li', { kind: 'text', text } as never, 'web'))
      if (n === 500) {
        const [neighbour] = await house.says('wang', '我家厨房水管漏水')
        expect(neighbour?.text).toMatch(asksTime)
      }
    }
    await house.settle()
    const heard = house.heardBy('li').map((each) => each.text)
    expect(heard.filter((text) => /发得有点快/.test(text))).toHaveLength(1)
    expect(heard.filter((text) => /已经叫人了/.test(text))).toHaveLength(1)
    expect(heard.length).toBeLessThan(70)
    expect(house.heardBy('zhou').filter((each) => /【紧急】[^]*着火了/.test(each.text))).toHaveLength(1)
    const [kept] = await db.run<{ n: number }>(
      `select count(*)::int as n from inbox i join conversations c on c.id = i.conversation_id where c.chat = 'li'`,
      [],
    )
    expect(kept?.n).toBe(1000)
    house.clock.pass(2 * 60_000)
    expect((await house.says('li', '我家马桶堵了')).map((each) => each.text).join()).toMatch(asksTime)
  }, 120_000)
})
