/**
 * The database goes away and comes back while repairs are filed against one process: the process stays, goes
 * on by itself, and nothing is lost or doubled. Once a whole PostgreSQL server is stopped the hard way, once
 * all connections are cut again and again.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { openBook } from './book.ts'
import { endAll } from './children.ts'
import { until, pause } from './patience.ts'
import { isMissing, ownDatabase, server } from './postgresServer.ts'
import { privateServer } from './privateServer.ts'
import type { Scene } from './scene.ts'
import { openScene } from './scene.ts'

const repairs = 100
const residents = 25
const restarts = 5
const cutsRepairs = 60
const cutEveryMs = 500
const cuts = 40
/** A quiet machine needs a third of it. */
const withinMs = 400_000

const missing = await isMissing('databaseRestart.test.ts')
const own = missing ? undefined : await privateServer()
if (!missing && own === undefined)
  console.log('databaseRestart.test.ts: no PostgreSQL server of our own can be made here (initdb, pg_ctl)')

afterAll(async () => {
  await own?.end()
  await endAll()
})

describe.skipIf(missing)('a database that goes away', () => {
  it.skipIf(own === undefined)('is stopped at once and started again', { timeout: 600_000 }, async () => {
    if (own === undefined) return
    await run('restart', { database: own.url, repairs, seed: 11 }, async (scene) => {
      let done = 0
      while (done < restarts && !scene.crowd.isDone()) {
        // Spread over the whole talk: the next one when another share of the repairs is filed.
        const share = Math.floor((repairs * (done + 0.5)) / restarts)
        await until('the talk goes on', () => scene.crowd.filed() >= share, withinMs)
        await own.stop()
        await pause(scene.chance.number() * 2_000)
        await own.start()
        done += 1
      }
      expect(done).toBe(restarts)
      return `${done} restarts`
    })
  })

  it('cuts all connections again and again', { timeout: 600_000 }, async () => {
    const { url, drop } = await ownDatabase()
    try {
      await run('cuts', { database: url, repairs: cutsRepairs, seed: 12 }, async (scene) => {
        const knife = openBook(server ?? '')
        const name = new URL(url).pathname.slice(1)
        let cut = 0
        for (let n = 0; n < cuts && !scene.crowd.isDone(); n += 1) {
          const gone = await knife.ask(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and application_name = 'guanjia'`,
          )
          cut += gone.length
          await pause(cutEveryMs)
        }
        await knife.close()
        expect(cut).toBeGreaterThan(cuts)
        return `${cut} connections cut`
      })
    } finally {
      await drop()
    }
  })
})

async function run(
  name: string,
  given: { readonly database: string; readonly repairs: number; readonly seed: number },
  hurt: (scene: Scene) => Promise<string>,
): Promise<void> {
  const scene = await openScene({ ...given, residents, houses: 1, trouble: 0 })
  try {
    const [, what] = await Promise.all([scene.crowd.live(withinMs), hurt(scene)])
    await scene.calm()
    const repeats = await scene.keepsPromises()
    expect(scene.houses.fell).toEqual([])
    console.log(
      `database ${name}: ${given.repairs} repairs, ${what}, ${repeats} repeats, ${scene.seconds()} s`,
    )
  } finally {
    await scene.close()
  }
}
