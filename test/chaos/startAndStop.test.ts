/** A house starts, ends when it is told to, goes on where it ended, and says plainly why it cannot start. */
import { afterAll, describe, expect, it } from 'vitest'
import { Visitor } from '../bots/web/visitor.ts'
import { serverError } from '../peers/telegramServer.ts'
import { openBook } from './book.ts'
import type { Ended } from './children.ts'
import { endAll, temporaryDir } from './children.ts'
import { onPostgres, ownData } from './engine.ts'
import type { HouseProcess } from './houseProcess.ts'
import { launchHouse, ready, startHouse } from './houseProcess.ts'
import { until } from './patience.ts'
import { dropDatabases, ownDatabase } from './postgresServer.ts'
import { startPeer } from './telegramPeer.ts'
import { secret, wrongs } from './wrongSettings.ts'

const stopsWithinMs = 5_000
const heardWithinMs = 30_000
const startsAtOnce = 4

afterAll(async () => {
  await endAll()
  await dropDatabases()
})

async function stop(house: HouseProcess, signal: NodeJS.Signals): Promise<Ended & { ms: number }> {
  const asked = performance.now()
  house.kill(signal)
  return { ...(await house.ended), ms: performance.now() - asked }
}

describe('the end', { timeout: 120_000 }, () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('comes soon after %s, whatever pages are open', async (signal) => {
    const { settings, drop } = await ownData()
    const house = await startHouse(settings)
    const visitor = new Visitor(house.url)
    await visitor.enters()
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const pages = await Promise.all(
      [1, 2].map(() =>
        fetch(`${house.url}/chat/resident/events`, { headers: { ...visitor.ours(), cookie } }),
      ),
    )
    expect(pages.map((page) => page.status)).toEqual([200, 200])
    const { code, signal: by, ms } = await stop(house, signal)
    await Promise.allSettled(pages.map((page) => page.text()))
    expect({ code, by, err: house.stderr() }).toEqual({ code: 0, by: null, err: '' })
    expect(ms).toBeLessThan(stopsWithinMs)
    await drop()
  })
})

describe('the next start', { timeout: 120_000 }, () => {
  it('goes on with a half-filled report and with what was still to be sent', async () => {
    const { settings, drop } = await ownData()
    const peer = await startPeer()
    const given = { ...settings, ...peer.settings }
    const texts = async () => (await peer.delivered()).map((one) => one.text).join('\n')
    const heard = (words: string) => until(words, async () => (await texts()).includes(words), heardWithinMs)

    const first = await startHouse(given)
    await peer.says(1, '我家厨房水管漏水')
    await heard('哪一户')
    await peer.disturb({ method: 'sendMessage', probability: 1, faults: [serverError] })
    await peer.says(1, '3-2-501')
    await until('a send fails', async () => (await peer.state()).struck['error'], heardWithinMs)
    expect((await stop(first, 'SIGTERM')).code).toBe(0)
    expect(await texts()).not.toContain('上门方便')

    await peer.calm()
    const second = await startHouse(given)
    await heard('上门方便')
    await peer.says(1, '明天上午')
    await heard('手机号')
    await peer.says(1, '13812345678')
    await heard('核对一下')
    const yes = (await peer.delivered()).at(-1)?.buttons[0]?.data ?? ''
    await peer.presses(1, yes)
    await heard('BX-')
    expect((await texts()).match(/上门方便/g)).toHaveLength(1)
    expect((await stop(second, 'SIGINT')).code).toBe(0)
    await peer.stop()
    await drop()
  })
})

describe('a wrong environment', { timeout: 60_000 }, () => {
  for (const { what, names, given, onlyOnPostgres = false } of wrongs)
    it.skipIf(onlyOnPostgres && !onPostgres)(`${what}: one sentence, and no start`, async () => {
      const { settings, undo } = await given()
      try {
        const child = launchHouse({ DATA_DIR: temporaryDir(), ...settings })
        const late = setTimeout(() => child.kill(), 30_000)
        const { code } = await child.ended
        clearTimeout(late)
        const said = child.stderr().trimEnd()
        expect(said).toMatch(/^[^\n]{20,250}[.。]$/)
        expect(said).toContain(names)
        expect(said + child.stdout()).not.toContain(secret)
        expect(said).not.toMatch(/^\s+at |Error:|node:/m)
        expect({ code, out: child.stdout() }).toEqual({ code: 1, out: '' })
      } finally {
        await undo?.()
      }
    })
})

describe.skipIf(!onPostgres)('many starts at once on an empty database', { timeout: 180_000 }, () => {
  it('all come up, with one demo estate', async () => {
    const { url, drop } = await ownDatabase()
    const settings = Array.from({ length: startsAtOnce }, () => ({
      DATABASE_URL: url,
      DATA_DIR: temporaryDir(),
    }))
    const children = settings.map(launchHouse)
    const houses = await Promise.allSettled(children.map(ready))
    const book = openBook(url)
    const counts = await book.ask<Record<string, number>>(
      `select (select count(*) from estates)::int as estates, (select count(*) from people)::int as people,
         (select count(*) from staff)::int as staff, (select count(*) from binding_codes)::int as codes`,
    )
    await book.close()
    for (const child of children) child.kill('SIGTERM')
    await Promise.all(children.map((child) => child.ended))
    await drop()
    expect(houses.map((house) => (house.status === 'rejected' ? String(house.reason) : 'up'))).toEqual(
      settings.map(() => 'up'),
    )
    expect(counts).toEqual([{ estates: 1, people: 3, staff: 7, codes: 10 }])
  })
})
