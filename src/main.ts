/** The wiring: one running house out of its parts. Imported by nothing but the commands. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { ConfigError } from './config.ts'
import { newCode } from './desk/identity/redeemCode.ts'
import { delivery } from './desk/delivery/deliver.ts'
import { demoEstate } from './desk/estate/demoEstate.ts'
import { fetchPhotos } from './desk/fetchPhotos.ts'
import { fireDueDeadlines } from './desk/fireDueDeadlines.ts'
import { handleWaiting } from './desk/handleWaiting.ts'
import { nudgeDrafts } from './desk/nudgeDrafts.ts'
import type { Channel, KeepBehind, Log } from './desk/ports.ts'
import { receiveMessage } from './desk/receiveMessage.ts'
import { ping, onDuty } from './desk/staff/pingStaff.ts'
import { words } from './desk/repairs/tellResident.ts'
import type { OutboxRow } from './desk/store.ts'
import { telegramChannel } from './bots/telegram/index.ts'
import type { TelegramChannel } from './bots/telegram/index.ts'
import { webChat } from './bots/web/index.ts'
import { wechatChannel } from './bots/wechat/index.ts'
import { hasEstate } from './db/estate/hasEstate.ts'
import { writeEstate } from './db/estate/writeEstate.ts'
import { migrate } from './db/migrate.ts'
import type { Db } from './db/open.ts'
import { mustBeWritable, openHouseDb } from './db/openHouseDb.ts'
import { houseStore } from './db/store/house.ts'
import { openStore } from './db/store/index.ts'
import { webSessions, webTranscript } from './db/store/web.ts'
import { systemChance } from './edge/chance.ts'
import { systemClock } from './edge/clock.ts'
import { statutoryHolidays } from './edge/holidays.ts'
import { openLog } from './edge/log.ts'
import { openMetrics } from './edge/metrics.ts'
import { openPhotoStore } from './edge/photos.ts'
import { assertPortFree, serve } from './edge/serve.ts'
import type { LineNews } from './edge/watchLine.ts'
import { watchLine } from './edge/watchLine.ts'
import type { Heartbeat } from './scheduler/heartbeat.ts'
import { heartbeat } from './scheduler/heartbeat.ts'
import { jobs } from './scheduler/jobs.ts'
import { runJobs } from './scheduler/runJobs.ts'
import { staffWords } from './wording/index.ts'

export interface RunningHouse {
  readonly url: string
  /** Set where the demo estate is in use: what to tell the person at the terminal. */
  readonly demo: boolean
  stop(): Promise<void>
}

const lineLeaseMs = 30_000

/** Waits shortened where the far side is a peer of our own. */
export interface Hurry {
  readonly telegram?: Parameters<typeof telegramChannel>[0]['timing']
  readonly wechat?: Parameters<typeof wechatChannel>[0]['timings']
}

export async function startHouse(config: Config, hurry: Hurry = {}): Promise<RunningHouse> {
  const log = openLog(config.logLevel, undefined, secretsOf(config))
  const clock = systemClock
  const chance = systemChance
  await assertPortFree(config.http.host, config.http.port)
  await mustBeWritable(config.dataDir)
  const db = await openHouseDb(config)
  try {
    await migrate(db)
    return await furnish(config, db, log)
  } catch (error) {
    await db.close()
    throw error
  }

  async function furnish(config: Config, db: Db, log: Log): Promise<RunningHouse> {
    const house = houseStore(db)
    if (!(await hasEstate(db))) {
      await writeEstate(db, demoEstate, {
        now: clock.now(),
        newCode: () => newCode(() => chance.number()),
        demo: true,
      })
    }
    const demo = await house.rearmDemoCodes(clock.now())
    const store = openStore(db, { clock, chance, holidays: statutoryHolidays() })
    const metrics = openMetrics()
    const photos = openPhotoStore(join(config.dataDir, 'photos'))
    const holder = randomUUID()

    const web = webChat({
      clock,
      chance,
      log,
      photos,
      sessions: webSessions(db, clock),
      transcript: webTranscript(db),
    })
    const telegram = config.telegram === undefined ? undefined : telegramOf(config.telegram, log)
    const line = watchLine({ house, clock, log, tellStaff: tellStaffOfLine })
    const wechat =
      config.wechat === undefined
        ? undefined
        : wechatChannel({
            ...config.wechat,
            spool: join(config.dataDir, 'wechat'),
            log,
            clock,
            chance,
            photos,
            onGap: line.onGap,
            onLogin: line.onLogin,
            timings: hurry.wechat,
          })
    const channels: readonly Channel[] = [
      web.channel,
      ...(telegram === undefined ? [] : [telegram]),
      ...(wechat === undefined ? [] : [wechat]),
    ]

    const out = delivery({
      store,
      clock,
      log,
      channels,
      pause: (ms) => new Promise((go) => setTimeout(go, ms)),
      random: () => chance.number(),
      met: metrics,
    })
    const queued = ({
      rows,
      conversations,
    }: {
      rows: readonly OutboxRow[]
      conversations: readonly number[]
    }) => {
      out.sendNow(rows)
      out.nudge(conversations)
    }
    const deps = { store, clock, chance, log, queued, met: metrics }
    const receive = receiveMessage(deps)
    const waiting = heartbeat('waiting', 2_000, () => handleWaiting(deps), log)
    const keepBehind: KeepBehind = async (messages) => {
      await store.keepBehind(messages, chance.token(12), clock.now())
      waiting.poke()
    }

    const server = await serve({
      ...config.http,
      chat: web.app,
      metrics,
      db,
      house,
      channels,
      clock,
      telegramWebhook:
        telegram === undefined || config.telegram?.updates.mode !== 'webhook'
          ? undefined
          : (secret, body) => telegram.handle(secret, body),
    })
    await web.channel.start(receive)
    const lines = [
      ...(telegram === undefined ? [] : [ownLine(telegram, config.telegram?.updates.mode !== 'webhook')]),
      ...(wechat === undefined ? [] : [ownLine(wechat, true)]),
    ]
    if (telegram !== undefined && config.telegram?.staffChat !== undefined) {
      await house.staffGroup('telegram', telegram.account, config.telegram.staffChat, clock.now())
    }

    const beats: Heartbeat[] = [
      heartbeat('outbox', 1_000, () => out.pump(), log),
      heartbeat('deadlines', 1_000, () => fireDueDeadlines(deps), log),
      waiting,
      heartbeat('photos', 1_000, () => fetchPhotos({ store, clock, log, channels, photos, queued }), log),
      heartbeat('drafts', 30_000, () => nudgeDrafts(deps), log),
    ]
    const scheduled = runJobs(
      { store, clock, chance, log, estateIds: house.estateIds, claimTick: house.claimTick, queued },
      jobs,
      'Asia/Shanghai',
    )

    return {
      url: server.url,
      demo,
      stop: async () => {
        line.stop()
        await Promise.all([
          ...beats.map((beat) => beat.stop()),
          scheduled.stop(),
          ...lines.map((each) => each.stop()),
          web.channel.stop(),
        ])
        await server.close()
        await out.settle()
        await db.close()
      },
    }

    /**
     * A line only one process may hold (a polled token, a gateway's single stream): held under a lease,
     * taken over by another process when the holder is silent.
     */
    function ownLine(channel: Channel, exclusive: boolean): { stop: () => Promise<void> } {
      if (!exclusive) {
        void channel.start(receive, keepBehind).catch(failed(channel))
        return { stop: () => channel.stop() }
      }
      const name = `${channel.name}:${channel.account}`
      let held = false
      const beat = heartbeat(
        `line ${channel.name}`,
        lineLeaseMs / 3,
        async () => {
          const { ours, silentSince } = await house.lease(name, holder, clock.now(), lineLeaseMs)
          if (ours && !held) {
            held = true
            if (silentSince !== undefined && channel.name === 'wechat') {
              line.onGap({ from: silentSince, to: clock.now(), reason: 'guanjia was not running' })
            }
            await channel.start(receive, keepBehind)
          } else if (!ours && held) {
            held = false
            await channel.stop()
          }
        },
        log,
      )
      return {
        stop: async () => {
          await beat.stop()
          if (!held) return
          await channel.stop()
          await house.release(name, holder, clock.now()).catch(() => {})
        },
      }
    }

    function failed(channel: Channel) {
      return (error: unknown) =>
        log.error('channel did not start', {
          channel: channel.name,
          error: error instanceof Error ? error.name : 'unknown',
        })
    }

    function telegramOf(given: NonNullable<Config['telegram']>, log: Log): TelegramChannel {
      const { token, apiRoot, updates } = given
      return telegramChannel({
        token,
        apiRoot,
        mode: updates.mode,
        webhookSecret: updates.mode === 'webhook' ? updates.webhookSecret : undefined,
        log,
        chance,
        readPhoto: (hash) => photos.read(hash),
        timing: hurry.telegram,
      })
    }

    async function tellStaffOfLine(what: LineNews): Promise<void> {
      for (const estateId of await house.estateIds()) {
        const about = { estateId, now: clock.now(), trace: chance.token(12) }
        const { touched } = await store.work(about, async (work) => {
          const w = words(work, 'zh-Hans')
          const text =
            what.kind === 'down'
              ? staffWords.lineDown
              : what.kind === 'scan'
                ? staffWords.scan
                : staffWords.lineUp(w.moment(what.from), w.moment(what.to))
          const people = await onDuty(work, ['front_desk', 'cs', 'duty', 'cs_supervisor'], {
            atAnyHour: true,
          })
          await ping(work, people, { what: { text } })
        })
        queued({ rows: [], conversations: touched })
      }
    }
  }
}

function secretsOf(config: Config): string[] {
  return [
    config.database.kind === 'postgres' ? config.database.url : '',
    config.telegram?.token ?? '',
    config.telegram?.updates.mode === 'webhook' ? config.telegram.updates.webhookSecret : '',
    config.wechat?.token ?? '',
  ].filter((secret) => secret !== '')
}

export { ConfigError }
