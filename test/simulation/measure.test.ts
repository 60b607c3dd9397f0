import { it } from 'vitest'
import { openHouse } from '../support/house.ts'
import { emptyDatabase } from '../support/database.ts'
import { writeEstate } from '../../src/db/estate/writeEstate.ts'
import { demoEstate } from '../../src/desk/estate/demoEstate.ts'
it('measures', async () => {
  const house = await openHouse({})
  const time = async (name: string, f: () => Promise<unknown>) => { const t = performance.now(); await f(); console.log(name, (performance.now() - t).toFixed(1)) }
  for (const _ of [1,2,3]) {
    await time('empty', () => emptyDatabase(house.db))
    await time('estate', () => writeEstate(house.db, demoEstate, { now: house.clock.now(), newCode: () => 'X', demo: true }))
  }
  await time('bind', () => house.says('zhang', 'ZHANGS01'))
  await time('bind', () => house.says('cs', 'CHENJ003'))
  await time('bind', () => house.says('wang', 'WANGFANG'))
  for (const t of ['我家厨房水管漏水', '尽快上门', '确认提交']) await time(t, async () => console.log((await house.says('wang', t)).map((h) => h.text + h.choices.map((c) => `[${c.label}]`).join('')).join('\n')))
  for (const [c, l] of [['zhang','接单'],['zhang','到场'],['wang','同意']] as const) await time(l, () => house.presses(c, l))
  await time('tick', () => house.tick())
  await time('finish', () => house.says('zhang', '完工 80'))
  await time('sign', () => house.presses('wang', '正常，签收'))
  await time('select', () => house.db.run('select * from outbox', []))
  await time('select', () => house.db.run('select * from outbox', []))
}, 60000)
