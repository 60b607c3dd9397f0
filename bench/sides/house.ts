/** The real path over a stubbed channel: receive → … → reply handed over and marked sent. */
import type { Chance, Channel } from '../../src/desk/ports.ts'
import { demoEstate } from '../../src/desk/estate/demoEstate.ts'
import { delivery } from '../../src/desk/delivery/deliver.ts'
import { receiveMessage } from '../../src/desk/receiveMessage.ts'
import { writeEstate } from '../../src/db/estate/writeEstate.ts'
import { migrate } from '../../src/db/migrate.ts'
import type { Db } from '../../src/db/open.ts'
import { openStore } from '../../src/db/store/index.ts'
import { statutoryHolidays } from '../../src/edge/holidays.ts'
import { clock, line, lines } from '../support/form.ts'

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

const channel: Channel = {
  name: 'telegram',
  account: 'bot',
  canPressButtons: true,
  maxText: 4096,
  pace: { perChatMs: 0, perAccountMs: 0 },
  start: async () => {},
  stop: async () => {},
  send: async () => ({ kind: 'sent', id: '1' }),
  fetchPhoto: async () => ({ ok: false, reason: 'gone' }),
  status: () => ({ state: 'online', self: 'bot', since: clock.now() }),
}

/** Never the same twice in a run, whichever house it is said to. */
let ids = 0

export async function openHouse(db: Db, chance: Chance) {
  await migrate(db)
  await writeEstate(db, demoEstate, { now: clock.now(), newCode: () => 'UNUSED00', demo: true })
  const store = openStore(db, { clock, chance, holidays: statutoryHolidays() })
  /** Who waits for the next thing said to a chat to be marked. */
  const waiting = new Map<string, () => void>()
  const out = delivery({
    store: {
      ...store,
      recordSend: async (row, ...rest) => {
        const touched = await store.recordSend(row, ...rest)
        waiting.get(row.chat)?.()
        return touched
      },
    },
    clock,
    log: quiet,
    channels: [channel],
    pause: async () => {},
    random: () => chance.number(),
  })
  const receive = receiveMessage({
    store,
    clock,
    chance,
    log: quiet,
    queued: ({ rows, conversations }) => {
      out.sendNow(rows)
      out.nudge(conversations)
    },
  })

  /** Says one thing and waits until the answer to it is marked sent. */
  const say = async (chat: string, text: string): Promise<void> => {
    const answered = new Promise<void>((resolve) => waiting.set(chat, resolve))
    await receive(line(chat, `m${String((ids += 1)).padStart(9, '0')}`, text))
    await answered
    waiting.delete(chat)
  }
  return {
    say,
    settle: () => out.settle(),
    /** Fills one form; with `after`, everything a line led to is over before it is told of the line. */
    fill: async (chat: string, after?: () => void) => {
      for (const text of lines) {
        await say(chat, text)
        if (after === undefined) continue
        await out.settle()
        after()
      }
    },
    /** People who have written before. */
    meet: (chats: readonly string[]) => meet(db, chats),
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>

/** And what was reported is done: thousands of open orders would be no estate's. */
export async function meet(db: Pick<Db, 'run'>, chats: readonly string[]): Promise<void> {
  await db.run(`update records set status = 'closed' where status <> 'closed'`, [])
  await db.run(
    'update deadlines set cancelled_at = now() where cancelled_at is null and fired_at is null',
    [],
  )
  await db.run(
    `with chat as (select unnest($1::text::text[]) as chat),
     c as (insert into conversations (estate_id, channel, account, chat, kind, updated_at)
       select 1, 'telegram', 'bot', chat, 'private', now() from chat)
     insert into channel_identities (estate_id, channel, account, external_id)
     select 1, 'telegram', 'bot', chat from chat`,
    [`{${chats.join(',')}}`],
  )
}
