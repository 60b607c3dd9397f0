/** Side B: the same statements with the same parameters, sent by the bare driver, prepared, and nothing else. */
import postgres from 'postgres'
import { gate } from '../../src/db/gate.ts'
import { openPostgres, overPostgres } from '../../src/db/open.ts'
import type { Side } from '../support/form.ts'
import { chatsFor, inLanes } from '../support/form.ts'
import type { Unit } from '../support/script.ts'
import { firstNumber, Player, scriptOf, sequences } from '../support/script.ts'
import type { Seen } from '../support/watched.ts'
import { watched } from '../support/watched.ts'
import { openHouse, meet } from './house.ts'

export interface Recorded {
  readonly seen: readonly Seen[]
  /** How many statements had been sent when each line was answered. */
  readonly marks: readonly number[]
}

const plain = (value: unknown) => value as string

export async function bare(url: string, connections: number): Promise<Side & { recorded: Recorded }> {
  const recorded = await record(url)
  const script: readonly Unit[] = await scriptOf(recorded.seen)
  const sql = postgres(url, { max: connections, onnotice: () => {}, connection: { TimeZone: 'UTC' } })
  // Drizzle hands over dates and JSON as text; so do we.
  for (const type of [114, 3802, 1184, 1082, 1114]) sql.options.serializers[type] = plain
  const permits = gate(connections)
  let chats: readonly string[][] = []
  /** Past those of the recording. */
  let ids = 1_000_000
  const fresh = (chat: string) => (name: string) => {
    if (name.startsWith('c')) return chat
    ids += 1
    if (name.startsWith('m')) return `m${String(ids).padStart(9, '0')}`
    return `R${ids.toString(36)}`.padEnd(name.length, '-')
  }
  return {
    name: 'the same SQL, bare',
    recorded,
    prepare: async (lanes, forms) => {
      chats = chatsFor(lanes, forms)
      const db = openPostgres({ url, connections: 1 })
      await meet(db, chats.flat())
      await db.close()
    },
    run: (lanes) =>
      inLanes(lanes, async (lane) => {
        for (const chat of chats[lane] ?? []) {
          const player = new Player(fresh(chat))
          for (const unit of script) await permits.pass(() => player.play(sql, [unit]))
        }
      }),
    filed: async () => {
      const [row] = await sql<{ n: number }[]>`
        select count(*)::int as n from records r join repair_tickets t on t.record_id = r.id
        where exists (select 1 from outbox o where o.conversation_id = r.conversation_id and o.kind = 'receipt' and o.status = 'sent')`
      return (row?.n ?? 0) - 2
    },
    close: () => sql.end(),
  }
}

/** Fills two forms alone, the first to warm up, and keeps every statement of the second. */
async function record(url: string): Promise<Recorded> {
  const seen: Seen[] = []
  const marks: number[] = []
  const client = postgres(url, { max: 2, onnotice: () => {}, connection: { TimeZone: 'UTC' } })
  const db = overPostgres(
    watched(client, (each) => seen.push(each)),
    2,
  )
  let tokens = 0
  const chance = {
    number: () => 0.5,
    token: (length: number) => `T${String((tokens += 1)).padStart(4, '0')}`.padEnd(length, 'x'),
  }
  const house = await openHouse(db, chance)
  for (const statement of sequences) await client.unsafe(statement)
  await client.unsafe(`update estates set last_number = ${firstNumber}`)
  const [[first, second] = []] = chatsFor(1, 2)
  if (first === undefined || second === undefined) throw new Error('two chats are needed')
  await house.meet([first, second])
  await house.fill(first, () => {})
  seen.length = 0
  await house.fill(second, () => marks.push(seen.length))
  await db.close()
  return { seen, marks }
}
