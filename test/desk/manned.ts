/** A house whose people are already bound: one staff member per role, three residents, everybody on the web. */
import { demoEstate } from '../../src/desk/estate/demoEstate.ts'
import type { StaffEntry } from '../../src/desk/estate/estateFile.ts'
import type { ProfileId } from '../../src/domain/policy.ts'
import { writeEstate } from '../../src/db/estate/writeEstate.ts'
import type { Db } from '../../src/db/open.ts'
import { emptyDatabase } from '../support/database.ts'
import type { Heard, House, HouseOptions } from '../support/house.ts'
import { openHouse } from '../support/house.ts'

const staffChats = {
  zhang: '张师傅',
  liu: '刘主管',
  chen: '陈静',
  zhao: '赵敏',
  zhou: '周明',
  wu: '吴伟',
  sun: '孙主任',
} as const
const residentChats = { wang: '王芳', li: '李强', tai: '陳太' } as const

export interface MannedOptions extends HouseOptions {
  readonly db: Db
  readonly profile?: ProfileId
  readonly moreStaff?: readonly (StaffEntry & { readonly chat: string })[]
  /** These chats are left unbound. */
  readonly without?: readonly string[]
}

export interface Row {
  readonly id: number
  readonly number: string
  readonly kind: string
  readonly status: string
  readonly urgent: boolean
  readonly reporter: string
  readonly phone: string
  readonly building: string | null
  readonly unit: string | null
  readonly room: string | null
  readonly place: string
  readonly category: string | null
  readonly location_kind: string | null
  readonly help_type: string | null
  readonly description: string
  readonly time: { readonly iso: string; readonly precision: string } | null
  readonly conversation_id: string | number | null
  readonly person_id: string | number | null
  readonly ticket: Readonly<Record<string, unknown>> | null
}

export async function openManned(options: MannedOptions): Promise<Manned> {
  const { db } = options
  await emptyDatabase(db)
  const house = await openHouse(options)
  const { moreStaff = [], without = [] } = options
  if (moreStaff.length > 0) {
    const nobody = { rooms: [], residents: [], catalogue: [], vendors: [] }
    await writeEstate(
      db,
      { ...demoEstate, ...nobody, staff: moreStaff },
      { now: house.clock.now(), newCode: () => 'UNUSED01' },
    )
  }
  if (options.profile !== undefined) await db.run('update estates set profile = $1', [options.profile])
  const staff = { ...staffChats, ...Object.fromEntries(moreStaff.map((each) => [each.chat, each.name])) }
  for (const [chat, name] of Object.entries(staff))
    if (!without.includes(chat)) await bindTo(db, chat, 'staff', name, house.clock.now())
  for (const [chat, name] of Object.entries(residentChats))
    if (!without.includes(chat)) await bindTo(db, chat, 'people', name, house.clock.now())
  return { ...house, ...asked(house, db) }
}

export type Manned = House & ReturnType<typeof asked>

function asked(house: House, db: Db) {
  const record = async (number: string): Promise<Row> => {
    const [row] = await db.run<Row>(
      `select r.*, to_jsonb(t) as ticket from records r left join repair_tickets t on t.record_id = r.id where r.number = $1`,
      [number],
    )
    if (row === undefined) throw new Error(`${number} is not there`)
    return row
  }
  return {
    record,
    status: async (number: string) => (await record(number)).status,
    ticket: async (number: string) => (await record(number)).ticket ?? {},
    async records(): Promise<Row[]> {
      return db.run<Row>(
        `select r.*, to_jsonb(t) as ticket from records r left join repair_tickets t on t.record_id = r.id order by r.id`,
        [],
      )
    },
    async events(number: string): Promise<string[]> {
      const rows = await db.run<{ event: string }>(
        'select e.event from record_events e join records r on r.id = e.record_id where r.number = $1 order by e.id',
        [number],
      )
      return rows.map((row) => row.event)
    },
    /** Rungs that fired of one clock, with how late they were marked. */
    async fired(number: string, clock: string): Promise<{ rung: number; late: boolean; at: string }[]> {
      const rows = await db.run<{ rung: number; late: boolean; at: string | Date }>(
        `select d.rung, d.late, d.fired_at as at from deadlines d join records r on r.id = d.record_id
         where r.number = $1 and d.clock = $2 and d.fired_at is not null order by d.id`,
        [number, clock],
      )
      return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
    },
    async running(number: string): Promise<string[]> {
      const rows = await db.run<{ clock: string }>(
        `select distinct d.clock from deadlines d join records r on r.id = d.record_id
         where r.number = $1 and d.fired_at is null and d.cancelled_at is null order by 1`,
        [number],
      )
      return rows.map((row) => row.clock)
    },
    /** Says lines one after the other; answers what the chat heard because of the last. */
    async tells(chat: string, lines: readonly string[]): Promise<string> {
      let heard: Heard[] = []
      for (const line of lines) heard = await house.says(chat, line)
      return heard.map((each) => each.text).join('\n')
    },
    /** Reports and confirms; answers the number of the work order. */
    async reports(
      chat: string,
      lines: readonly string[] = ['我家厨房水管漏水', '尽快上门'],
    ): Promise<string> {
      let heard: Heard[] = []
      for (const line of [...lines, '确认提交']) heard = await house.says(chat, line)
      const number = /BX-\d+/.exec(heard.map((each) => each.text).join('\n'))?.[0]
      if (number === undefined) throw new Error(`no order: ${heard.map((each) => each.text).join(' / ')}`)
      return number
    },
    /** What everybody hears because of `act`, as `chat: text`. */
    async during(act: () => Promise<unknown>): Promise<string[]> {
      const from = house.heard.length
      await act()
      return house.heard.slice(from).map((each) => `${each.chat}: ${each.text}`)
    },
    /** Who hears something that matches `what` because of `act`. */
    async whoHears(what: RegExp, act: () => Promise<unknown>): Promise<string[]> {
      const from = house.heard.length
      await act()
      const chats = house.heard.slice(from).filter((each) => what.test(each.text))
      return [...new Set(chats.map((each) => each.chat))].sort()
    },
    async count(table: 'records' | 'inbox' | 'outbox' | 'conversations'): Promise<number> {
      const [row] = await db.run<{ n: number }>(`select count(*)::int as n from ${table}`, [])
      return row?.n ?? 0
    },
  }
}

/** Binds a chat without the ceremony, which the identity tests look at. */
export async function bindTo(
  db: Db,
  chat: string,
  to: 'staff' | 'people',
  name: string,
  now: Date,
  channel = 'web',
): Promise<void> {
  const column = to === 'staff' ? 'staff_id' : 'person_id'
  await db.run(
    `with e as (select id from estates order by id limit 1),
     c as (insert into conversations (estate_id, channel, account, chat, kind, updated_at)
           select id, $1, 'bot', $2, 'private', $3::timestamptz from e on conflict do nothing)
     insert into channel_identities (estate_id, channel, account, external_id, ${column}, bound_at)
     select e.id, $1, 'bot', $2, p.id, $3::timestamptz from e, ${to} p where p.name = $4`,
    [channel, chat, now.toISOString(), name],
  )
}
