/** The real desk over a throw-away database in memory, with one resident and a clock moved by hand. */
import type { Channel, Clock, Chance, Log } from '../../desk/ports.ts'
import type { OutboxRow, Store } from '../../desk/store.ts'
import type { EstateFile } from '../../desk/estate/estateFile.ts'
import type { Message } from '../../domain/message.ts'
import type { Outgoing } from '../../domain/outgoing.ts'
import { delivery } from '../../desk/delivery/deliver.ts'
import { fireDueDeadlines } from '../../desk/fireDueDeadlines.ts'
import { handleWaiting } from '../../desk/handleWaiting.ts'
import { nudgeDrafts } from '../../desk/nudgeDrafts.ts'
import { receiveMessage } from '../../desk/receiveMessage.ts'
import { writeEstate } from '../../db/estate/writeEstate.ts'
import type { Db } from '../../db/open.ts'
import { openStore } from '../../db/store/index.ts'
import { statutoryHolidays } from '../../edge/holidays.ts'

export interface Stage {
  readonly db: Db
  readonly store: Store
  readonly estateId: number
  now(): Date
  /** Moves the clock forward, letting everything that falls due happen at its own time. */
  passTo(at: Date): Promise<void>
  /** What the resident hears because of it. */
  says(what: { text: string } | { photos: number; caption: string } | { code: string }): Promise<Outgoing[]>
  /** A message of the resident that is not sent: for looking the conversation up. */
  draft(): Message
}

const holidays = statutoryHolidays()
const quiet: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const chat = 'resident'

export async function setStage(db: Db, estate: EstateFile, start: Date): Promise<Stage> {
  await empty(db)
  let at = start.getTime()
  let ids = 0
  const now = () => new Date(at)
  const clock: Clock = { now }
  // Nothing here is worth guessing, and a dialogue should read the same every time.
  const random = () => 0.5
  const chance: Chance = {
    number: random,
    token: (length) => `n${(ids += 1).toString(36)}`.padEnd(length, '0'),
  }
  const { estateId } = await writeEstate(db, estate, { now: start, newCode: () => madeCode((ids += 1)) })
  const store = openStore(db, { clock, chance, holidays })
  const heard: Outgoing[] = []
  const out = delivery({
    store,
    clock,
    log: quiet,
    channels: [listening(heard, clock)],
    pause: async () => {},
    random,
  })
  const queued = (news: { rows: readonly OutboxRow[]; conversations: readonly number[] }) => {
    out.sendNow(news.rows)
    out.nudge(news.conversations)
  }
  const deps = { store, clock, chance, log: quiet, queued }
  const receive = receiveMessage(deps)
  const settle = async () => {
    await out.settle()
    await out.sweep()
    await out.settle()
  }
  const tick = async () => {
    for (let n = 0; n < 20; n += 1) {
      const done = (await handleWaiting(deps)) + (await fireDueDeadlines(deps)) + (await nudgeDrafts(deps))
      await settle()
      if (done === 0) return
    }
  }
  const said = () => ({
    address: { channel: 'web' as const, account: 'converse', chat },
    chatKind: 'private' as const,
    id: `m${(ids += 1)}`,
    sender: { id: chat, name: '' },
    at: clock.now(),
    addressed: true,
  })
  return {
    db,
    store,
    estateId,
    now,
    passTo: async (target) => {
      for (let n = 0; n < 500; n += 1) {
        const next = await nextDue(db, clock.now(), target)
        if (next === undefined) break
        at = Math.max(at, next.getTime())
        await tick()
      }
      at = Math.max(at, target.getTime())
      await tick()
    },
    says: async (what) => {
      const from = heard.length
      if ('text' in what) await receive({ ...said(), kind: 'text', text: what.text })
      else if ('code' in what) await receive({ ...said(), kind: 'start', code: what.code })
      else {
        const photos = Array.from({ length: what.photos }, () => ({ ref: `photo-${(ids += 1)}` }))
        await receive({ ...said(), kind: 'photo', text: what.caption, photos })
      }
      await settle()
      return heard.slice(from)
    },
    draft: () => ({ ...said(), kind: 'text', text: '' }),
  }
}

/** A channel that is only a list of what was said to the resident. */
function listening(heard: Outgoing[], clock: Clock): Channel {
  return {
    name: 'web',
    account: 'converse',
    canPressButtons: true,
    maxText: 4096,
    pace: { perChatMs: 0, perAccountMs: 0 },
    start: async () => {},
    stop: async () => {},
    send: async (to, what) => {
      if (to.chat === chat) heard.push(what)
      return { kind: 'sent', id: String(heard.length) }
    },
    fetchPhoto: async () => ({ ok: false, reason: 'gone' }),
    status: () => ({ state: 'online', self: 'converse', since: clock.now() }),
  }
}

async function empty(db: Db): Promise<void> {
  const [row] = await db.run<{ names: string | null }>(
    `select string_agg(format('%I', tablename), ', ') as names from pg_tables where schemaname = 'public'`,
    [],
  )
  const names = row?.names ?? ''
  if (names !== '') await db.run(`truncate ${names} restart identity cascade`, [])
}

const due = `
select min(at) as at from (
  select min(due_at) as at from deadlines where fired_at is null and cancelled_at is null
  union all select min(nudge_at) from conversations
  union all select min(not_before) from outbox where status in ('pending', 'retry')
) d where at > $1::timestamptz and at <= $2::timestamptz`

async function nextDue(db: Db, after: Date, until: Date): Promise<Date | undefined> {
  const [row] = await db.run<{ at: Date | string | null }>(due, [after.toISOString(), until.toISOString()])
  return row?.at === null || row?.at === undefined ? undefined : new Date(row.at)
}

const madeCode = (n: number) => `C${String(n).padStart(7, '0')}`
