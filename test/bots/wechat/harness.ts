import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wechatChannel, type Gap, type Timings, type WeChatOptions } from '../../../src/bots/wechat/index.ts'
import type { Log } from '../../../src/desk/ports.ts'
import type { Message } from '../../../src/domain/message.ts'
import type { ChannelHarness, SayOptions, Seen } from '../../contracts/harness.ts'
import {
  gatewayToken,
  openWeChatGateway,
  self,
  type GatewaySays,
  type WeChatGateway,
} from '../../peers/wechatGateway.ts'

export const fast: Partial<Timings> = {
  pingMs: 100,
  deadMs: 2_500,
  firstSignMs: 1_200,
  startMs: 4_000,
  reconnectMinMs: 20,
  reconnectMaxMs: 150,
  rpcMs: 600,
  sendMs: 600,
  photoMs: 2_000,
  orderMs: 1_000,
  readRetryMs: 20,
  keepAfterMs: 50,
  receiveMs: 2_000,
  receiveRetryMinMs: 10,
  receiveRetryMaxMs: 60,
  acceptMs: 20,
  perChatMs: 5,
  perAccountMs: 5,
  stopMs: 300,
}

export interface LogLine {
  readonly event: string
  readonly fields: object | undefined
}

export interface House {
  readonly channel: ReturnType<typeof wechatChannel>
  readonly received: Message[]
  readonly gaps: Gap[]
  readonly qrs: string[]
  readonly logged: LogLine[]
  readonly spool: string
  failReceive(times: number): void
  /** Rejects every message this is true for. */
  refuseWhen(refused: (message: Message) => boolean): void
  throwInReceive(times: number): void
  /** Nothing is taken nor refused until the returned function is called. */
  holdReceive(): () => void
  start(): Promise<void>
  close(): Promise<void>
}

/** A house with one WeChat channel on `endpoint`; `spool` lets a second house continue where one ended. */
export async function openHouse(
  endpoint: string,
  options: Partial<WeChatOptions> & { readonly keepSpool?: boolean } = {},
): Promise<House> {
  const spool = options.spool ?? (await mkdtemp(join(tmpdir(), 'guanjia-wechat-')))
  const received: Message[] = []
  const gaps: Gap[] = []
  const qrs: string[] = []
  const logged: LogLine[] = []
  const write = (event: string, fields?: object) => void logged.push({ event, fields })
  const log: Log = { debug: write, info: write, warn: write, error: write }
  let failures = 0
  let throws = 0
  let held: Promise<void> | undefined
  let refused: (message: Message) => boolean = () => false

  const channel = wechatChannel({
    token: gatewayToken,
    endpoint,
    log,
    clock: { now: () => new Date() },
    chance: { number: () => 0.5, token: (length) => 'x'.repeat(length) },
    onGap: (gap) => gaps.push(gap),
    onLogin: (qr) => qrs.push(qr),
    ...options,
    spool,
    timings: { ...fast, ...options.timings },
  })
  const receive = (message: Message): Promise<void> => {
    if (throws-- > 0) throw new Error('the house threw')
    if (held) return held.then(() => receive(message))
    if (failures-- > 0 || refused(message)) return Promise.reject(new Error('the house is closed'))
    received.push(message)
    return Promise.resolve()
  }

  return {
    channel,
    received,
    gaps,
    qrs,
    logged,
    spool,
    failReceive(times) {
      failures = times
    },
    refuseWhen(when) {
      refused = when
    },
    throwInReceive(times) {
      throws = times
    },
    holdReceive() {
      let release = () => {}
      held = new Promise((resolve) => (release = resolve))
      return () => {
        held = undefined
        release()
      }
    },
    start: () => channel.start(receive),
    async close() {
      await channel.stop()
      if (!options.keepSpool) await rm(spool, { recursive: true, force: true })
    },
  }
}

export async function eventually(done: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 10_000
  while (!(await done())) {
    if (performance.now() > end) throw new Error(`never happened: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export const online = (house: House) => () => house.channel.status().state === 'online'

export async function openWeChatHarness(): Promise<
  ChannelHarness & { gateway: WeChatGateway; house: House }
> {
  const gateway = await openWeChatGateway()
  const photos = new Map<string, Uint8Array>()
  const house = await openHouse(gateway.endpoint, { photos: { read: async (hash) => photos.get(hash) } })
  await house.start()
  await eventually(online(house), 'online')
  const seen: Seen[] = []
  const looking = setInterval(() => void look(), 10)
  async function look(): Promise<void> {
    for (const { chat, text, photos: sent } of (await gateway.sent()).slice(seen.length))
      seen.push({ chat, text, buttons: [], photos: sent })
  }
  const how = ({ group: room, mention, own, who }: SayOptions = {}): GatewaySays => ({
    ...(room ? { room } : {}),
    ...(room && mention ? { mentions: [self] } : {}),
    ...(own ? { from: self } : {}),
    ...(who === undefined ? {} : { who }),
  })

  return {
    gateway,
    house,
    channel: house.channel,
    received: house.received,
    seen,
    failReceive: (times) => house.failReceive(times),
    async says(text, options) {
      const prefix = options?.group && options.mention ? '@小管\u2005' : ''
      await gateway.says(prefix + text, how(options))
    },
    async sendsPhoto(bytes, caption, options) {
      await gateway.sendsPhoto(bytes, how(options))
      if (caption) await gateway.says(caption, how(options))
    },
    presses: async () => {
      throw new Error('WeChat has no buttons')
    },
    redelivers: () => gateway.redelivers(),
    eventually,
    async close() {
      clearInterval(looking)
      await house.close()
      await gateway.close()
    },
  }
}
