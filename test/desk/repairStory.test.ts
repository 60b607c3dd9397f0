import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../support/house.ts'
import { openHouse } from '../support/house.ts'

describe('a repair, from the first word to the satisfied callback', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ at: '2026-09-21T09:00:00+08:00' })
  })
  afterAll(() => house.close())

  it('goes the whole way with a bound owner and a technician', async () => {
    await house.says('zhang', 'ZHANGS01')
    await house.says('cs', 'CHENJ003')
    await house.says('wang', 'WANGFANG')
    console.log(house.heard.map((h) => `${h.chat}: ${h.text}`).join('\n'))
    const log = async (p: Promise<{ text: string; choices: readonly { label: string }[] }[]>) => {
      const from = house.heard.length
      await p
      for (const h of house.heard.slice(from))
        console.log(
          `   → ${h.chat}: ${h.text.replaceAll('\n', ' / ')} ${h.choices.map((c) => `[${c.label}]`).join('')}`,
        )
    }
    for (const t of ['我家厨房水管漏水', '尽快上门', '确认提交']) {
      console.log('wang:', t)
      await log(house.says('wang', t))
    }
    console.log('zhang presses 接单')
    await log(house.presses('zhang', '接单'))
    await log(house.presses('zhang', '到场'))
    await log(house.presses('wang', '同意'))
    await log(house.says('zhang', '完工 80'))
    await log(house.presses('wang', '正常，签收'))
    await log(house.presses('zhang', '返单'))
    await log(house.presses('wang', '满意'))
    const rows = await house.db.run<{ status: string }>('select number, status from records', [])
    expect(rows[0]?.status).toBe('closed')
  })
})
