/**
 * A whole house for a test: the real desk and store over PGlite in memory (or a PostgreSQL database of its
 * own), a clock that is moved by hand, seeded chance, and a channel that is only a list of what was said.
 */
import type { Channel, Chance, Clock, Fields, Log } from '../../src/desk/ports.ts'
import type { Address, ChannelName, Message } from '../../src/domain/message.ts'
import type { Outgoing, SendOutcome } from '../../src/domain/outgoing.ts'
import { openStore } from '../../src/db/store/index.ts'
import { openPglite } from '../../src/db/open.ts'
import type { Db } from '../../src/db/open.ts'
import { migrate } from '../../src/db/migrate.ts'
import { writeEstate } from '../../src/db/estate/writeEstate.ts'
import { demoEstate } from '../../src/desk/estate/demoEstate.ts'
import { statutoryHolidays } from '../../src/edge/holidays.ts'
import { delivery } from '../../src/desk/delivery/deliver.ts'
import { receiveMessage } from '../../src/desk/receiveMessage.ts'
import { handleWaiting } from '../../src/desk/handleWaiting.ts'
import { fireDueDeadlines } from '../../src/desk/fireDueDeadlines.ts'
import { nudgeDrafts } from '../../src/desk/nudgeDrafts.ts'
import { openTestDb } from './database.ts'

export class TestClock implements Clock {
  #at: number
  constructor(iso: string) {
    this.#at = Date.parse(iso)
  }
  now(): Date {
    return new Date(this.#at)
  }
  set(iso: string): void {
    this.#at = Date.parse(iso)
  }
  pass(ms: number): void {
    this.#at += ms
  }
}

/** mulberry32: the same seed, the same house. */
export function seeded(seed: number): Chance {
  let a = seed >>> 0
  const number = () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return {
    number,
    token: (length) => Array.from({ length }, () => alphabet[Math.floor(number() * 64)]).join(''),
  }
}

export interface Heard {
  readonly chat: string
  readonly text: string
  readonly choices: NonNullable<Outgoing['choices']>
  readonly silent: boolean
  readonly at: Date
}

export function listeningChannel(
  name: ChannelName,
  clock: Clock,
  heard: Heard[],
  answer?: (to: Address, what: Outgoing) => SendOutcome,
): Channel {
  return {
    name,
    account: 'bot',
    canPressButtons: name !== 'wechat',
    maxText: 4096,
    pace: { perChatMs: 0, perAccountMs: 0 },
    start: async () => {},
    stop: async () => {},
    send: async (to, what) => {
      const outcome: SendOutcome = answer?.(to, what) ?? { kind: 'sent', id: String(heard.length + 1) }
      if (outcome.kind === 'sent') {
        heard.push({
          chat: to.chat,
          text: what.text,
          choices: what.choices ?? [],
          silent: what.silent ?? false,
          at: clock.now(),
        })
      }
      return outcome
    },
    fetchPhoto: async () => ({ ok: false, reason: 'gone' }),
    status: () => ({ state: 'online', self: 'bot', since: clock.now() }),
  }
}

export const quiet: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

export function loudLog(lines: { event: string; fields?: Fields }[]): Log {
  const add = (event: string, fields?: Fields) => void lines.push({ event, fields })
  return { debug: add, info: add, warn: add, error: add }
}

export interface HouseOptions {
  readonly at?: string
  readonly db?: Db
  readonly answer?: (to: Address, what: Outgoing) => SendOutcome
  readonly log?: Log
}

export async function openHouse(options: HouseOptions = {}) {
  const clock = new TestClock(options.at ?? '2026-09-21T09:00:00+08:00')
  const chance = seeded(7)
  const db = options.db ?? (await openTestDb())
  const heard: Heard[] = []
  const log = options.log ?? quiet
  await writeEstate(db, demoEstate, { now: clock.now(), newCode: () => 'UNUSED00', demo: true })
  const store = openStore(db, { clock, chance, holidays: statutoryHolidays() })
  const channels = (['telegram', 'wechat', 'web'] as const).map((name) =>
    listeningChannel(name, clock, heard, options.answer),
  )
  const out = delivery({ store, clock, log, channels, pause: async () => {}, random: () => 0.5 })
  const queued = (news: {
    rows: readonly never[] | Parameters<typeof out.sendNow>[0]
    conversations: readonly number[]
  }) => {
    out.sendNow(news.rows)
    out.nudge(news.conversations)
  }
  const deps = { store, clock, chance, log, queued }
  const receive = receiveMessage(deps)
  let ids = 0

  const message = (
    chat: string,
    over: Partial<Message> & { kind: Message['kind'] },
    channel: ChannelName,
  ): Message =>
    ({
      address: { channel, account: 'bot', chat },
      chatKind: 'private',
      id: `m${(ids += 1)}`,
      sender: { id: chat, name: chat },
      at: clock.now(),
      addressed: true,
      ...over,
    }) as Message

  const settle = async () => {
    await out.settle()
    await out.sweep()
    await out.settle()
  }
  const take = (from: number, chat: string) => heard.slice(from).filter((each) => each.chat === chat)

  return {
    clock,
    chance,
    db,
    store,
    heard,
    out,
    deps,
    receive,
    settle,
    message,
    /** Somebody writes; answers what that chat heard because of it. */
    async says(chat: string, text: string, channel: ChannelName = 'web'): Promise<Heard[]> {
      const from = heard.length
      await receive(message(chat, { kind: 'text', text }, channel))
      await settle()
      return take(from, chat)
    },
    /** Presses the newest button with this label that the chat has seen. */
    async presses(chat: string, label: string, channel: ChannelName = 'web'): Promise<Heard[]> {
      const choice = heard
        .filter((each) => each.chat === chat)
        .toReversed()
        .flatMap((each) => each.choices)
        .find((each) => each.label === label)
      if (choice === undefined) throw new Error(`${chat} sees no button ${label}`)
      const from = heard.length
      await receive(message(chat, { kind: 'button', nonce: choice.nonce }, channel))
      await settle()
      return take(from, chat)
    },
    async send(given: Message): Promise<void> {
      await receive(given)
      await settle()
    },
    /** Moves the clock and lets everything that is due happen. */
    async passTo(iso: string): Promise<void> {
      clock.set(iso)
      await this.tick()
    },
    async tick(): Promise<void> {
      for (let n = 0; n < 20; n += 1) {
        const done =
          (await handleWaiting(deps)) +
          (await fireDueDeadlines(deps)) +
          (await nudgeDrafts({ store, clock, chance }))
        await settle()
        if (done === 0) return
      }
    },
    heardBy: (chat: string) => heard.filter((each) => each.chat === chat),
    lastTo: (chat: string) => heard.findLast((each) => each.chat === chat)?.text ?? '',
    close: async () => {
      await out.settle()
      if (options.db === undefined) await db.close()
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>
export { migrate, openPglite }
