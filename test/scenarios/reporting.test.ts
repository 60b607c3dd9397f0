/** Reporting a repair, in the resident's own words: what is asked, what is filed. */
import { afterAll, beforeAll, describe } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { openTestDb } from '../support/database.ts'
import { bindTo } from '../desk/manned.ts'
import { play } from './play.ts'

let db: Db
beforeAll(async () => {
  db = await openTestDb()
})
afterAll(() => db.close())

const asksTime = /什么时候上门方便/
const asksRoom = /请问是哪一户/
const asksPhone = /请留一个手机号/
const asksKind = /是家里的问题，还是公共区域的/
const asksPlace = /公共区域的什么位置/
const restates = /请您核对一下[^]*这样提交可以吗/
const filed = /已登记，单号 BX-\d+/

describe('who reports', () => {
  play(
    [
      {
        title:
          'an unbound person is served: asked for room, time and phone, one question at a time (R-2.01, R-2.02)',
        lines: [
          ['x', '厨房水管漏水', /我是示范小区的管家[^]*请问是哪一户/],
          ['x', '3-2-501', asksTime],
          ['x', '明天下午3点', asksPhone],
          ['x', '13700000000', restates],
          ['x', '确认提交', filed],
        ],
        records: [
          {
            kind: 'repair',
            status: 'dispatching',
            building: '3',
            unit: '2',
            room: '501',
            phone: '13700000000',
            person_id: null,
            description: '厨房水管漏水',
            time: { iso: '2026-09-22T15:00+08:00' },
          },
        ],
      },
      {
        title: 'a bound owner is asked for the time only (what is known is never asked)',
        lines: [
          ['wang', '我家厨房水管漏水', asksTime],
          ['wang', '尽快', /3-2-501（家里）[^]*13800138001 王芳/],
          ['wang', '可以', filed],
        ],
        records: [{ room: '501', reporter: '王芳', phone: '13800138001', location_kind: 'in-home' }],
      },
      {
        title: 'everything in one message: nothing is asked but the confirmation',
        lines: [
          [
            'x',
            '3栋2单元501厨房水管漏水，明天下午3点来修，电话13712345678',
            /3-2-501[^]*明天 15:00[^]*13712345678/,
          ],
          ['x', '对', filed],
        ],
        records: [{ building: '3', unit: '2', room: '501', phone: '13712345678', category: 'plumbing' }],
      },
      {
        title: 'a person with two homes is asked which, and may choose by number',
        before: () =>
          db.run(
            `insert into occupancies (estate_id, person_id, room_id, role, since, verified_by)
             select p.estate_id, p.id, r.id, 'owner', now(), 'test' from people p, rooms r
             where p.name = '王芳' and r.building = '1' and r.unit = '2' and r.room = '302'`,
            [],
          ),
        lines: [
          ['wang', '我家马桶堵了', /哪一套房子/],
          ['wang', '2', asksTime],
          ['wang', '尽快', /1-2-302/],
          ['wang', '是的', filed],
        ],
        records: [{ building: '1', unit: '2', room: '302' }],
      },
      {
        title: 'two residents of one room have two conversations and two orders',
        before: () => bindTo(db, 'husband', 'people', '王芳', new Date('2026-09-21T00:00:00Z')),
        lines: [
          ['wang', '我家厨房水管漏水', asksTime],
          ['husband', '我家门锁坏了', asksTime],
          ['wang', '尽快', /厨房水管漏水/],
          ['husband', '明天上午', /门锁坏了[^]*明天/],
          ['wang', '确认提交', filed],
          ['husband', '确认提交', filed],
        ],
        records: [
          { category: 'plumbing', room: '501' },
          { category: 'doors_windows', room: '501' },
        ],
      },
    ],
    () => db,
  )
})

describe('what is asked', () => {
  play(
    [
      {
        title: 'home or shared? asked when it is open; a place that names a building is kept as the place',
        lines: [
          ['x', '(photo)', asksKind],
          ['x', '公共区域', asksPlace],
          ['x', '3栋大堂', asksPhone],
          ['x', '13712345678', /3栋大堂（公共区域）/],
          ['x', '确认提交', filed],
        ],
        records: [{ location_kind: 'public', place: '3栋大堂', room: null }],
      },
      {
        title: 'home or shared? a free answer',
        lines: [
          ['x', '(photo)', asksKind],
          ['x', '公共的', asksPlace],
          ['x', '东门旁边', asksPhone],
          ['x', '13712345678', /东门旁边（公共区域）/],
        ],
      },
      {
        title: 'a public fault needs no time: it is attended at once (R-2.17)',
        lines: [
          ['wang', '小区路灯不亮了', asksPlace],
          ['wang', '东门旁边', restates],
          ['wang', '确认提交', filed],
        ],
        records: [{ location_kind: 'public', place: '东门旁边', room: null, time: null }],
      },
      {
        title: 'a public place that names a building is a place, not the reporter’s home',
        lines: [
          ['wang', '小区路灯不亮了', asksPlace],
          ['wang', '3栋门口', /3栋门口（公共区域）/],
          ['wang', '确认提交', filed],
        ],
        records: [{ location_kind: 'public', place: '3栋门口', room: null }],
      },
      {
        title: 'half a room is asked for once more and completed',
        lines: [
          ['x', '我家门锁坏了', asksRoom],
          ['x', '501', /还差一点[^]*楼栋和房号/],
          ['x', '3栋2单元', asksTime],
          ['x', '尽快', asksPhone],
          ['x', '13712345678', /3-2-501/],
        ],
      },
      {
        title: 'a room that two units have is not filed without its unit',
        lines: [
          ['x', '我家门锁坏了', asksRoom],
          ['x', '3栋501', /单元/],
        ],
      },
      {
        title: 'a time after 22:00 is not booked (R-15.35)',
        lines: [
          ['wang', '我家马桶堵了', asksTime],
          ['wang', '今晚11点', /22:00[^]*什么时候上门方便/],
          ['wang', '今晚10点', /22:00/],
          ['wang', '今晚9点', /今天 21:00/],
          ['wang', '确认提交', filed],
        ],
        records: [{ time: { iso: '2026-09-21T21:00+08:00' } }],
      },
      {
        title: 'a time that was refused is no part of the fault',
        lines: [
          ['wang', '我家马桶堵了', asksTime],
          ['wang', '今晚11点', /22:00/],
          ['wang', '今晚9点', restates],
          ['wang', '确认提交', filed],
        ],
        records: [{ description: '我家马桶堵了' }],
      },
      {
        title: 'a time that has passed is asked again, kindly',
        lines: [
          ['wang', '我家马桶堵了', asksTime],
          ['wang', '昨天下午', /已经过了[^]*什么时候上门方便/],
          ['wang', '明天上午10点', /明天 10:00/],
          ['wang', '确认提交', filed],
        ],
        records: [{ description: '我家马桶堵了', time: { iso: '2026-09-22T10:00+08:00' } }],
      },
      {
        title:
          'more about the fault, said instead of an answer, is kept and the question asked again, without "not understood"',
        lines: [
          ['wang', '我家厨房水管漏水', asksTime],
          ['wang', '地板都泡湿了一大片', /^(?!.*没听明白)[^]*什么时候上门方便/],
          ['wang', '尽快', /泡湿/],
          ['wang', '确认提交', filed],
        ],
        records: [{ description: '我家厨房水管漏水；地板都泡湿了一大片' }],
      },
      {
        title: 'an urgent fault is not asked for a time (2.1)',
        lines: [
          ['wang', '我家水管爆裂了', restates],
          ['wang', '确认提交', /今天 09:10 前到/],
        ],
        records: [{ urgent: true }],
      },
      {
        title: 'off the catalogue the price comes first, and that is said before submitting (R-2.26)',
        lines: [
          ['wang', '我家冰箱坏了', asksTime],
          ['wang', '尽快', /主管会先评估，15 分钟内/],
          ['wang', '确认提交', /今天 09:15 前回复/],
        ],
        records: [{ status: 'reviewing', category: 'appliance' }],
      },
    ],
    () => db,
  )
})

describe('going back, changing, giving up', () => {
  play(
    [
      {
        title: '返回 asks the last answered thing again and keeps the rest',
        lines: [
          ['x', '我家门锁坏了', asksRoom],
          ['x', '3-2-501', asksTime],
          ['x', '返回', asksRoom],
          ['x', '3-2-502', asksTime],
          ['x', '尽快', asksPhone],
          ['x', '13712345678', /3-2-502/],
          ['x', '返回', asksPhone],
          ['x', '13799999999', /13799999999/],
          ['x', '确认提交', filed],
        ],
        records: [{ room: '502', phone: '13799999999', description: '我家门锁坏了' }],
      },
      {
        title: '修改 asks which thing; the thing may be named; a value may come with it',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '尽快', restates],
          ['wang', '修改', /要改哪一项/],
          ['wang', '时间', asksTime],
          ['wang', '明天上午9点', /明天 09:00/],
          ['wang', '改电话13999999999', /明天 09:00[^]*13999999999/],
          ['wang', '房号写错了', asksRoom],
          ['wang', '3-1-101', /3-1-101[^]*明天 09:00[^]*13999999999/],
          ['wang', '确认提交', filed],
        ],
        records: [{ unit: '1', room: '101', phone: '13999999999', time: { iso: '2026-09-22T09:00+08:00' } }],
      },
      {
        title: 'a no at the restatement asks which thing',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '尽快', restates],
          ['wang', '不对', /要改哪一项/],
          ['wang', '[时间]', asksTime],
          ['wang', '明天上午', restates],
        ],
        records: [],
      },
      {
        title: 'a no with the right value changes it at once',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '尽快', restates],
          ['wang', '不对，是明天下午3点', /明天 15:00/],
        ],
        records: [],
      },
      {
        title: '取消 ends it at every step, and files nothing',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '取消', /不登记了/],
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '尽快', restates],
          ['wang', '算了', /不登记了/],
          ['wang', '进度', /没有办理中/],
        ],
        records: [],
      },
      {
        title: '取消 after filing cancels the order before the arrival, and tells the technician (2.3)',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '尽快', restates],
          ['wang', '确认提交', filed],
          ['zhang', '接单', { wang: /已接单/ }],
          ['wang', '取消', { wang: /已取消/, zhang: /不用去了/ }],
        ],
        records: [{ status: 'cancelled' }],
      },
      {
        title: '取消 after the arrival is no longer possible; a colleague is offered (2.3, R-15.14)',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '尽快', restates],
          ['wang', '确认提交', filed],
          ['zhang', '接单', /./],
          ['zhang', '到场', /./],
          ['wang', '取消', /师傅已到场.*转给同事/],
          ['wang', '[转人工]', /已转给客服同事/],
        ],
        records: [{ status: 'on_site' }, { kind: 'help', help_type: 'handoff' }],
      },
    ],
    () => db,
  )
})

describe('once and only once', () => {
  play(
    [
      {
        title: 'the same words again before filing change nothing',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '尽快', /问题：我家门锁坏了\n/],
          ['wang', '确认提交', filed],
        ],
        records: [{ description: '我家门锁坏了' }],
      },
      {
        title: 'the same words again after filing name the order, and a day later they are a new matter',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '尽快', restates],
          ['wang', '确认提交', filed],
          ['wang', '我家门锁坏了', /已经登记过了，单号 BX-1001/],
          ['@', '2026-09-22T08:59:59+08:00', {}],
          ['wang', '我家门锁坏了', /已经登记过了/],
          ['@', '2026-09-22T09:00:00+08:00', {}],
          ['wang', '我家门锁坏了', asksTime],
        ],
        records: [{ kind: 'repair' }],
      },
      {
        title: 'a redelivered message has one effect',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '尽快', restates],
        ],
        then: async (house) => {
          const message = house.message('wang', { kind: 'text', text: '确认提交' } as never, 'web')
          for (let n = 0; n < 3; n += 1) await house.send(message)
          if ((await house.records()).length !== 1) throw new Error('filed more than once')
          if (house.heardBy('wang').filter((each) => filed.test(each.text)).length !== 1)
            throw new Error('the receipt came more than once')
        },
      },
      {
        title: 'the confirmation said twice files once, and the second hears its number',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '尽快', restates],
          ['wang', '确认提交', filed],
          ['wang', '确认提交', /BX-1001/],
        ],
        records: [{ kind: 'repair' }],
      },
    ],
    () => db,
  )
})

describe('interrupted', () => {
  play(
    [
      {
        title: '进度 in the middle shows the other order and asks on',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '尽快', restates],
          ['wang', '确认提交', filed],
          ['wang', '我家马桶堵了', asksTime],
          ['wang', '进度', /BX-1001 我家门锁坏了 · 正在派单[^]*什么时候上门方便/],
          ['wang', '尽快', /马桶堵了/],
          ['wang', '确认提交', filed],
        ],
        records: [{ category: 'doors_windows' }, { category: 'plumbing' }],
      },
      {
        title: 'a complaint comes between: it is heard first, and the report goes on',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '楼上天天半夜装修吵死了，我要投诉', /^对不起[^]*哪一户/],
          ['wang', '902', /请您核对[^]*对象：902/],
          [
            'wang',
            '确认提交',
            { wang: /投诉，单号 TS-1001[^]*什么时候上门方便/, chen: /【投诉】TS-1001[^]*对象：902/ },
          ],
          ['wang', '尽快', /问题：我家门锁坏了\n/],
          ['wang', '确认提交', filed],
        ],
        records: [{ kind: 'complaint' }, { kind: 'repair', description: '我家门锁坏了' }],
      },
      {
        title: '菜单 parks the report; it is offered back when the other is filed',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['wang', '菜单', /也可以选一项/],
          ['wang', '报修', /什么坏了/],
          ['wang', '我家马桶堵了', asksTime],
          ['wang', '尽快', restates],
          ['wang', '确认提交', /已登记[^]*还没提交，我们接着说[^]*什么时候上门方便/],
          ['wang', '明天上午', /门锁坏了/],
          ['wang', '确认提交', filed],
        ],
        records: [{ category: 'plumbing' }, { category: 'doors_windows' }],
      },
      {
        title: 'left lying it is recalled once after half an hour, and goes on the next day (15.2)',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['@', '2026-09-21T09:29:59+08:00', { wang: null }],
          ['@', '2026-09-21T09:30:00+08:00', { wang: /还没提交/ }],
          ['@', '2026-09-21T18:00:00+08:00', { wang: null }],
          ['@', '2026-09-22T20:00:00+08:00', { wang: null }],
          ['wang', '你好', /我们接着说[^]*什么时候上门方便/],
          ['wang', '尽快', /门锁坏了/],
          ['wang', '确认提交', filed],
        ],
        records: [{ description: '我家门锁坏了' }],
      },
      {
        title: 'not recalled in quiet hours, but at 08:00 (15.2, R-15.36)',
        at: '2026-09-21T21:40:00+08:00',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['@', '2026-09-21T22:10:00+08:00', { wang: null }],
          ['@', '2026-09-22T07:59:59+08:00', { wang: null }],
          ['@', '2026-09-22T08:00:00+08:00', { wang: /还没提交/ }],
        ],
      },
      {
        title: 'recalled in time when that is 21:59, held when it is 22:00 (EX-15.2)',
        at: '2026-09-21T21:29:00+08:00',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['li', '你好', /./],
          ['@', '2026-09-21T21:30:00+08:00', {}],
          ['li', '我家马桶堵了', asksTime],
          ['@', '2026-09-21T21:59:00+08:00', { wang: /还没提交/, li: null }],
          ['@', '2026-09-21T22:00:00+08:00', { li: null }],
          ['@', '2026-09-22T08:00:00+08:00', { li: /还没提交/, wang: null }],
        ],
      },
      {
        title: 'two days later it is laid aside',
        lines: [
          ['wang', '我家门锁坏了', asksTime],
          ['@', '2026-09-23T09:00:00+08:00', {}],
          ['wang', '你好', /^(?!.*接着说)/],
        ],
        records: [],
      },
    ],
    () => db,
  )
})

describe('photos and voice', () => {
  play(
    [
      {
        title: 'a photo first: thanked, asked on, and the words that follow are the description',
        lines: [
          ['wang', '(photo)', /收到照片。/],
          ['wang', '厨房水管漏水', asksTime],
          ['wang', '尽快', /问题：厨房水管漏水[^]*照片：1张/],
          ['wang', '确认提交', filed],
        ],
        records: [{ description: '厨房水管漏水' }],
      },
      {
        title: 'a photo with words is both',
        lines: [
          ['wang', '(photo) 我家马桶漏水', /收到照片。[^]*什么时候上门方便/],
          ['wang', '尽快', /马桶漏水[^]*照片：1张/],
          ['wang', '确认提交', filed],
        ],
        then: async (house) => {
          const [row] = await house.db.run<{ n: number }>(
            'select count(*)::int as n from photos where record_id is not null',
            [],
          )
          if (row?.n !== 1) throw new Error('the photo is not with the order')
        },
      },
      {
        title: 'an album in the middle is acknowledged once and counted whole',
        lines: [
          ['wang', '我家马桶漏水', asksTime],
          ['wang', '(photo a1)', /收到照片/],
          ['wang', '(photo a1)', null],
          ['wang', '(photo a1)', null],
          ['wang', '尽快', /照片：3张/],
        ],
      },
      {
        title: 'a photo after filing is added to the order',
        lines: [
          ['wang', '我家马桶漏水', asksTime],
          ['wang', '尽快', restates],
          ['wang', '确认提交', filed],
          ['wang', '(photo)', /已补充到 BX-1001/],
          ['wang', '(photo) 是这里漏', { wang: /已补充到 BX-1001/, zhang: /住户：是这里漏/ }],
        ],
        then: async (house) => {
          const [row] = await house.db.run<{ n: number }>(
            'select count(*)::int as n from photos where record_id is not null',
            [],
          )
          if (row?.n !== 2) throw new Error('the photos are not with the order')
        },
      },
      {
        title: 'the technician hears of a photo sent after filing',
        lines: [
          ['wang', '我家马桶漏水', asksTime],
          ['wang', '尽快', restates],
          ['wang', '确认提交', filed],
          ['wang', '(photo)', { zhang: /BX-1001.*照片/ }],
        ],
      },
      {
        title: 'a voice message is kept with the report, and nobody is asked to type it',
        lines: [
          ['wang', '我家马桶漏水', asksTime],
          ['wang', '(voice)', /先记在这件事里[^]*什么时候上门方便/],
          ['wang', '尽快', /语音，请同事收听/],
        ],
      },
      {
        title: 'a voice message out of nothing goes to a colleague',
        lines: [['wang', '(voice)', { wang: /已转给客服同事/, chen: /语音/ }]],
        records: [{ kind: 'help', help_type: 'handoff' }],
      },
    ],
    () => db,
  )
})

describe('other languages', () => {
  play(
    [
      {
        title: 'an English resident is answered in English throughout',
        lines: [
          ['x', 'my kitchen tap is leaking', /Which home is it/],
          ['x', '3-2-501', /When would be a good time/],
          ['x', 'tomorrow 3pm', /mobile number/],
          ['x', '13700000000', /Please check this/],
          ['x', 'yes', /Registered\. Your number is BX-1001/],
          ['x', 'status', /In progress for you/],
          ['zhang', '接单', { x: /has accepted|accepted/ }],
        ],
        records: [{ room: '501', time: { iso: '2026-09-22T15:00+08:00' } }],
      },
      {
        title: 'a resident who writes Traditional Chinese is answered in it throughout',
        lines: [
          ['x', '我家廚房水管漏水', /請問是哪一戶/],
          ['x', '3-2-501', /師傅什麼時候/],
          ['x', '明天下午三點', /請留一個手機/],
          ['x', '13700000000', /請您核對/],
          ['x', '確認', /已登記，單號/],
          ['x', '進度', /處理中的事項|辦理中/],
        ],
        records: [{ room: '501' }],
      },
    ],
    () => db,
  )
})

describe('numbers on WeChat, which has no buttons', () => {
  const wx = {
    before: async () => {
      await bindTo(db, 'wx-wang', 'people', '王芳', new Date('2026-09-21T00:00:00Z'), 'wechat')
      await bindTo(db, 'wx-zhang', 'staff', '张师傅', new Date('2026-09-21T00:00:00Z'), 'wechat')
    },
    house: { without: ['wang', 'zhang'] },
  }
  play(
    [
      {
        ...wx,
        title: 'the whole way by number, full-width ones too',
        lines: [
          ['wx-wang', '菜单', /也可以选一项/],
          ['wx-wang', '1', /什么坏了/],
          ['wx-wang', '厨房漏水', asksTime],
          ['wx-wang', '１', restates],
          ['wx-wang', '1', filed],
          ['wx-zhang', '1', { 'wx-wang': /已接单/ }],
          ['wx-zhang', '1', { 'wx-wang': /已到场[^]*您同意吗/ }],
          ['wx-wang', '1', { 'wx-zhang': /可以开工/ }],
          ['wx-zhang', '完工 60', { 'wx-wang': /一切正常吗/ }],
          ['wx-wang', '1', /已签收/],
          ['wx-zhang', '1', { liu: /【审核返单】/ }],
          ['liu', '返单', { 'wx-wang': /您满意吗/ }],
          ['wx-wang', '1', /谢谢您的评价/],
        ],
        records: [{ status: 'closed' }],
      },
      {
        ...wx,
        title: 'a number answers what was shown last: the question, not the older menu',
        lines: [
          ['wx-wang', '我家门锁坏了', asksTime],
          ['wx-wang', '1', restates],
          ['wx-wang', '1', filed],
          ['wx-zhang', '1', { 'wx-wang': /已接单/ }],
          ['wx-wang', '菜单', /也可以选一项/],
          ['@', '2026-09-21T09:00:01+08:00', {}],
          ['wx-zhang', '到场', { 'wx-wang': /您同意吗/ }],
          ['wx-wang', '1', { 'wx-wang': /已记下您同意/, 'wx-zhang': /可以开工/ }],
        ],
        records: [{ status: 'repairing' }],
      },
      {
        ...wx,
        title: 'the technician’s question is answered in the middle of another report',
        lines: [
          ['wx-wang', '我家门锁坏了', asksTime],
          ['wx-wang', '1', restates],
          ['wx-wang', '1', filed],
          ['wx-zhang', '1', { 'wx-wang': /已接单/ }],
          ['wx-wang', '我家马桶堵了', asksTime],
          ['wx-zhang', '到场', { 'wx-wang': /您同意吗/ }],
          ['wx-wang', '同意', { 'wx-zhang': /可以开工/ }],
        ],
      },
    ],
    () => db,
  )
})
