/**
 * Two real processes on one PostgreSQL, killed at random while repairs are filed through a Bot API server
 * that fails at random: no repair is lost, none is doubled, every receipt arrives. Once with pushes
 * (webhook), where both processes take part all the time, and once with polling, where one holds the line
 * and the other takes it over when the holder is dead.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { endAll } from './children.ts'
import { balancer } from './balancer.ts'
import type { Killed } from './killing.ts'
import { killAtRandom } from './killing.ts'
import { dropDatabases, isMissing, ownDatabase } from './postgresServer.ts'
import type { Scene, SceneOptions } from './scene.ts'
import { openScene } from './scene.ts'

const seed = Number(process.env['CHAOS_SEED'] ?? 20_260_921)
const size = Number(process.env['CHAOS_SIZE'] ?? 1)
const pushed = { repairs: 400 * size, residents: Math.ceil(50 * size), kills: Math.ceil(34 * size) }
const polled = { repairs: 100 * size, residents: Math.ceil(25 * size), kills: 4 }
const leastKills = Math.floor(30 * size)
const houses = 2
const trouble = 0.04
/** A quiet machine needs a third of it. */
const withinMs = 540_000
const secret = 'chaos-secret'

const missing = await isMissing('chaos.test.ts')
const killed: Killed[] = []

afterAll(async () => {
  await endAll()
  await dropDatabases()
})

describe.skipIf(missing)('killed at random, with a platform that fails at random', () => {
  it.concurrent('keeps every repair that is pushed to it', { timeout: 700_000 }, async () => {
    const settings = { TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_SECRET: secret }
    await run('webhook', { ...pushed, houses, seed, trouble, settings }, pushed.kills, async (scene) => {
      const between = await balancer(scene.houses.urls, scene.chance)
      between.trouble.losesAnswers = trouble / 2
      await scene.peer.pushTo(between.url, secret)
      return between
    })
  })

  it.concurrent('keeps every repair it polls', { timeout: 700_000 }, async () => {
    await run('polling', { ...polled, houses, seed: seed + 1, trouble }, polled.kills)
  })
})

describe.skipIf(missing)('the chaos itself', () => {
  it('killed often enough while work was in flight', () => {
    expect(killed.reduce((sum, each) => sum + each.inFlight, 0)).toBeGreaterThanOrEqual(leastKills)
  })
})

async function run(
  name: string,
  options: Omit<SceneOptions, 'database'>,
  kills: number,
  before: (
    scene: Scene,
  ) => Promise<{ close(): void; trouble: { losesAnswers: number; lost: number } } | undefined> = async () =>
    undefined,
): Promise<void> {
  const { url, drop } = await ownDatabase()
  const scene = await openScene({ ...options, database: url })
  const between = await before(scene)
  try {
    await scene.makeTrouble()
    const talk = {
      isOver: scene.crowd.isDone,
      done: () => scene.crowd.filed() / options.repairs,
      waiting: scene.crowd.waiting,
    }
    const [, done] = await Promise.all([
      scene.crowd.live(withinMs),
      killAtRandom(scene.houses, kills, scene.chance, talk),
    ])
    killed.push(done)
    const talked = scene.seconds()
    if (between !== undefined) between.trouble.losesAnswers = 0
    await scene.calm()
    const repeats = await scene.keepsPromises()
    expect(scene.houses.fell).toEqual([])
    expect(scene.crowd.strange()).toEqual([])
    const { struck } = await scene.peer.state()
    console.log(
      `chaos ${name}: ${options.repairs} repairs, ${done.count} kills (${done.inFlight} in flight), faults ${JSON.stringify(struck)}` +
        `${between === undefined ? '' : `, ${between.trouble.lost} answers lost`}, ${repeats} repeats, ${scene.crowd.retold()} told again, talk ${talked} s, all ${scene.seconds()} s, seed ${options.seed}`,
    )
  } finally {
    between?.close()
    await scene.close()
    await drop()
  }
}
