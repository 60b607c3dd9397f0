import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../support/house.ts'
import { openHouse } from '../support/house.ts'

describe('a repair, from the first word to the satisfied callback', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ at: '2026-09-21T09:00:00+08:00' })
  })
  afterAll(() => house.close())

  /** What everybody hears because of `act`: `chat: text`. */
  const hears = async (act: () => Promise<unknown>): Promise<string> => {
    const from = house.heard.length
    await act()
    return house.heard
      .slice(from)
      .map((each) => `${each.chat}: ${each.text}`)
      .join('\n')
  }

  it('goes the whole way with a bound owner and a technician, and each hears what concerns them', async () => {
    expect(await hears(() => house.says('zhang', 'ZHANGS01'))).toMatch(/^zhang: 张师傅，您好，员工身份已绑定/)
    await house.says('cs', 'CHENJ003')
    await house.says('liu', 'ZHGTHN02')
    expect(await hears(() => house.says('wang', 'WANGFANG'))).toMatch(/^wang: 绑定好了：3-2-501/)

    expect(await hears(() => house.says('wang', '我家厨房水管漏水'))).toMatch(
      /^wang: .*\n师傅什么时候上门方便？$/,
    )
    const restated = await hears(() => house.says('wang', '尽快上门'))
    for (const line of [
      '我家厨房水管漏水',
      '3-2-501（家里）',
      '尽快上门',
      '13800138001 王芳',
      '师傅不收现金',
    ])
      expect(restated).toContain(line)

    const filed = await hears(() => house.says('wang', '确认提交'))
    expect(filed).toMatch(/zhang: 【派工】BX-1001 · 3-2-501[^]*王芳 13800138001[^]*今天 09:15 前到场/)
    expect(filed).toMatch(/wang: 已登记，单号 BX-1001。师傅会在 今天 09:15 前到。/)
    expect(filed.indexOf('已登记')).toBeLessThan(filed.indexOf('已通知张师傅'))

    expect(await hears(() => house.presses('zhang', '接单'))).toMatch(/wang: BX-1001：张师傅已接单/)
    const came = await hears(() => house.presses('zhang', '到场'))
    expect(came).toMatch(/wang: BX-1001：张师傅已到场。/)
    expect(came).toMatch(/wang: .*收费标准：上门费 20 元.*您同意吗？/)
    expect(await hears(() => house.presses('wang', '同意'))).toMatch(/zhang: .*可以开工/)
    expect(await hears(() => house.says('zhang', '完工 80'))).toMatch(/wang: .*请您试用一下。费用 80 元/)
    expect(await hears(() => house.presses('wang', '正常，签收'))).toMatch(
      /wang: .*已签收.*还有什么可以帮到您/,
    )
    expect(await hears(() => house.presses('zhang', '返单'))).toMatch(
      /liu: 【审核返单】BX-1001[^]*费用 80 元/,
    )
    const back = await hears(() => house.presses('liu', '返单'))
    expect(back).toMatch(/wang: .*您满意吗？/)
    expect(back).toMatch(/cs: 【回访】BX-1001/)
    expect(await hears(() => house.presses('wang', '满意'))).toMatch(/^wang: 谢谢您的评价/)
  })

  it('leaves one closed order whose history is a legal path, with an actor at every step', async () => {
    const rows = await house.db.run<{ status: string; satisfaction: string; fee_fen: number }>(
      'select r.status, t.satisfaction, t.fee_fen from records r join repair_tickets t on t.record_id = r.id',
      [],
    )
    expect(rows).toEqual([{ status: 'closed', satisfaction: 's', fee_fen: 8000 }])
    const events = await house.db.run<{ step: string; actor: { kind: string } }>(
      `select coalesce(from_state, '') || '>' || event || '>' || to_state as step, actor
       from record_events where to_state is not null order by id`,
      [],
    )
    expect(events.map((each) => `${each.step} ${each.actor.kind}`)).toEqual([
      '>report>logged resident',
      'logged>order>dispatching house',
      'dispatching>dispatch>dispatching house',
      'dispatching>accept>accepted staff',
      'accepted>arrive>on_site staff',
      'on_site>consent>repairing resident',
      'repairing>finish>awaiting_signoff staff',
      'awaiting_signoff>sign>signed_off resident',
      'signed_off>hand_in>signed_off staff',
      'signed_off>return>returned staff',
      'returned>callback_satisfied>closed resident',
    ])
  })

  it('leaves no clock running', async () => {
    const running = await house.db.run(
      'select clock from deadlines where fired_at is null and cancelled_at is null',
      [],
    )
    expect(running).toEqual([])
  })
})
