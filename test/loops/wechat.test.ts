import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fast } from '../bots/wechat/harness.ts'
import { gatewayToken, openWeChatGateway, resident as wxid } from '../peers/wechatGateway.ts'
import type { WeChatGateway } from '../peers/wechatGateway.ts'
import type { Person } from './support.ts'
import { ask, hears, openRealHouse, until } from './support.ts'

describe('a repair on WeChat, through a gRPC puppet gateway', () => {
  let gateway: WeChatGateway
  let house: Awaited<ReturnType<typeof openRealHouse>>
  const person = (who: number): Person => ({
    seen: async () => (await gateway.sent()).filter((each) => each.chat === wxid(who)),
    says: async (text) => void (await gateway.says(text, { who })),
  })
  const resident = person(0)
  const technician = person(1)
  const supervisor = person(2)
  const online = () =>
    until('the line', async () =>
      (await house.health()).channels.find((each) => each.channel === 'wechat' && each.state === 'online'),
    )

  beforeAll(async () => {
    gateway = await openWeChatGateway()
    house = await openRealHouse(
      { WECHATY_PUPPET_SERVICE_TOKEN: gatewayToken, WECHATY_PUPPET_SERVICE_ENDPOINT: gateway.endpoint },
      { wechat: fast },
    )
    await online()
  })
  afterAll(async () => {
    await house.close()
    await gateway.close()
  })

  it('goes by numbers and words from the code to the rating', async () => {
    await ask(technician, 'ZHANGS01', /员工身份已绑定/)
    await ask(supervisor, 'ZHGTHN02', /员工身份已绑定/)
    await ask(resident, 'WANGFANG', /绑定好了/)
    expect(await ask(resident, '我家厨房水管漏水', /什么时候上门/)).toMatch(/1 尽快上门\n2 今天下午/)
    await ask(resident, '1', /请您核对/)
    await ask(resident, '1', /已登记，单号 BX-1001/)
    await hears(technician, /派工/)
    await ask(technician, '1', /已接单/)
    await ask(technician, '到场', /到场已记录/)
    await hears(resident, /您同意吗/)
    await ask(resident, '1', /已记下您同意/)
    await hears(technician, /住户已同意价格/)
    await ask(technician, '完工 80', /完工已记录/)
    await hears(resident, /一切正常吗/)
    await ask(resident, '正常', /已签收/)
    await ask(technician, '返单', /已交主管审核/)
    await hears(supervisor, /审核返单/)
    await ask(supervisor, '返单', /已返单/)
    await hears(resident, /您满意吗/)
    await ask(resident, '满意', /谢谢您的评价/)
  })

  it('goes on after the gateway was restarted, and shows the gap', async () => {
    const { port } = gateway
    await gateway.close()
    await until('the line is down', async () =>
      (await house.health()).channels.find((each) => each.channel === 'wechat' && each.state !== 'online'),
    )
    gateway = await openWeChatGateway({ port })
    await online()
    await ask(resident, '进度', /没有办理中的事项/)
    expect((await house.health()).gaps.length).toBeGreaterThan(0)
  })
})
