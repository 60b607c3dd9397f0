import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fast } from '../bots/telegram/harness.ts'
import { personId, telegramServer, testToken } from '../peers/telegramServer.ts'
import type { TelegramServer } from '../peers/telegramServer.ts'
import type { Person } from './support.ts'
import { ask, hears, openRealHouse, until } from './support.ts'

describe('a repair on Telegram, against a Bot API server over HTTP', () => {
  let server: TelegramServer
  let house: Awaited<ReturnType<typeof openRealHouse>>
  const person = (who: number): Person & { presses: (label: string) => Promise<void> } => ({
    seen: async () => server.delivered.filter((each) => each.chat === String(personId(who))),
    says: async (text) => void server.says(text, { who }),
    presses: async (label) => {
      const data = await until(`the button ${label}`, () =>
        server.delivered
          .filter((each) => each.chat === String(personId(who)))
          .toReversed()
          .flatMap((each) => each.buttons)
          .find((each) => each.label === label),
      )
      server.presses(data.data, { who })
    },
  })
  const resident = person(1)
  const technician = person(2)
  const supervisor = person(3)

  beforeAll(async () => {
    server = await telegramServer()
    house = await openRealHouse(
      { TELEGRAM_BOT_TOKEN: testToken, TELEGRAM_API_ROOT: server.root },
      { telegram: fast },
    )
    await until('the line', async () =>
      (await house.health()).channels.find((each) => each.channel === 'telegram' && each.state === 'online'),
    )
  })
  afterAll(async () => {
    await house.close()
    await server.close()
  })

  it('goes from the deep link to the rating, every press answered', async () => {
    await ask(technician, '/start ZHANGS01', /员工身份已绑定/)
    await ask(supervisor, '/start ZHGTHN02', /员工身份已绑定/)
    await ask(resident, '/start WANGFANG', /绑定好了：3-2-501/)
    await ask(resident, '我家厨房水管漏水', /什么时候上门/)
    await resident.presses('尽快上门')
    await hears(resident, /请您核对/)
    await resident.presses('确认提交')
    await hears(resident, /已登记，单号 BX-1001/)
    await hears(resident, /已通知张师傅/)
    await technician.presses('接单')
    await hears(resident, /张师傅已接单/)
    await technician.presses('到场')
    await hears(resident, /您同意吗/)
    await resident.presses('同意')
    await hears(technician, /住户已同意价格/)
    await ask(technician, '完工 80', /完工已记录/)
    await hears(resident, /费用 80 元/)
    await resident.presses('正常，签收')
    await technician.presses('返单')
    await hears(supervisor, /审核返单/)
    await supervisor.presses('返单')
    await hears(resident, /您满意吗/)
    await resident.presses('满意')
    await hears(resident, /谢谢您的评价/)
    await until('every press answered', () => (server.answeredPresses.length >= 8 ? true : undefined))
    expect(server.delivered.filter((each) => /已登记/.test(each.text))).toHaveLength(1)
  })

  it('a button pressed a second time changes nothing and says so', async () => {
    const before = (await resident.seen()).length
    await resident.presses('满意')
    await hears(resident, /已经用过/, before)
  })
})
