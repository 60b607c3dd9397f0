import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { StaffContact, Work } from '../../desk/store.ts'
import type { StaffRole } from '../../domain/staff.ts'
import { conversations, identities, occupancies, rooms, staff } from '../schema/index.ts'
import type { Tx } from '../open.ts'
import { runIn } from '../open.ts'
import type { Ledger } from './ledger.ts'
import type { About } from './openWork.ts'

type PeopleWork = Pick<
  Work,
  'staffWith' | 'staffById' | 'staffGroups' | 'ownersOf' | 'roomCalled' | 'roomsOf'
>

interface StaffRow {
  id: string | number
  name: string
  skills: string[]
  on_duty: boolean
  roles: StaffRole[]
  conversations: (string | number)[]
  load: number
}

/** Everybody of the estate: a few dozen people. The load is counted from the open orders, not from all there ever were. */
const everybody = `
with loads as (
  select t.technician_id, count(*)::int as load from records o join repair_tickets t on t.record_id = o.id
  where o.estate_id = $1 and o.kind = 'repair' and o.status in ('dispatching', 'accepted', 'on_site', 'repairing', 'rework')
  group by t.technician_id
)
select s.id, s.name, s.skills, s.on_duty, coalesce(l.load, 0) as load,
  coalesce((select jsonb_agg(r.role order by r.role) from staff_roles r where r.staff_id = s.id), '[]'::jsonb) as roles,
  coalesce((select jsonb_agg(c.id order by c.id) from channel_identities i
    join conversations c on c.channel = i.channel and c.account = i.account and c.chat = i.external_id and c.kind = 'private'
    where i.staff_id = s.id and c.unreachable_since is null), '[]'::jsonb) as conversations
from staff s left join loads l on l.technician_id = s.id where s.estate_id = $1 and s.active order by s.id`

const groupsOf =
  'select id from conversations where estate_id = $1 and staff_group and unreachable_since is null order by id'

export interface People {
  readonly work: PeopleWork
  readonly expectDispatch: () => void
  readonly loadsChanged: () => void
  readonly nameOf: (staffId: number) => Promise<string | null>
}

export function peopleWork(tx: Tx, { book }: About, ledger: Ledger): People {
  let read: Promise<StaffContact[]> | undefined
  /** Somebody's load has changed in this work: who has the fewest orders is asked anew. */
  let stale = false
  let groups: Promise<number[]> | undefined

  const contacts = async (): Promise<StaffContact[]> => {
    // What is in hand counts in a technician's load.
    const written = ledger.write()
    const [rows] = await Promise.all([runIn<StaffRow>(tx, everybody, [book.id]), written])
    return rows.map((row) => ({
      id: Number(row.id),
      name: row.name,
      skills: row.skills,
      onDuty: row.on_duty,
      roles: row.roles,
      conversations: row.conversations.map(Number),
      load: row.load,
    }))
  }
  const all = () => (read ??= contacts())
  const fresh = () => {
    if (stale) read = undefined
    stale = false
    return all()
  }
  const readGroups = async () => {
    const rows = await runIn<{ id: number | string }>(tx, groupsOf, [book.id])
    return rows.map((row) => Number(row.id))
  }
  const work: PeopleWork = {
    staffWith: async (roles) =>
      (await fresh()).filter((person) => person.roles.some((role) => roles.includes(role))),
    staffById: async (id) => (await all()).find((person) => person.id === id),
    staffGroups: () => (groups ??= readGroups()),
    ownersOf: async (roomId) => {
      const rows = await tx
        .select({ id: conversations.id })
        .from(occupancies)
        .innerJoin(identities, eq(identities.personId, occupancies.personId))
        .innerJoin(
          conversations,
          and(
            eq(conversations.channel, identities.channel),
            eq(conversations.account, identities.account),
            eq(conversations.chat, identities.externalId),
            eq(conversations.kind, 'private'),
          ),
        )
        .where(
          and(
            eq(occupancies.roomId, roomId),
            isNull(occupancies.until),
            inArray(occupancies.role, ['owner', 'business_occupier']),
          ),
        )
      return rows.map((row) => row.id)
    },
    roomCalled: async ({ building, unit, room }) => {
      if (building === null || room === null) return undefined
      const rows = await tx
        .select({ id: rooms.id, unit: rooms.unit, warrantyUntil: rooms.warrantyUntil })
        .from(rooms)
        .where(and(eq(rooms.estateId, book.id), eq(rooms.building, building), eq(rooms.room, room)))
      // A unit left out is fine while only one flat fits.
      return (
        rows.find((row) => row.unit === (unit ?? '')) ??
        (unit === null && rows.length === 1 ? rows[0] : undefined)
      )
    },
    roomsOf: async (personId) => {
      const rows = await tx
        .select({
          id: rooms.id,
          building: rooms.building,
          unit: rooms.unit,
          room: rooms.room,
          role: occupancies.role,
        })
        .from(occupancies)
        .innerJoin(rooms, eq(rooms.id, occupancies.roomId))
        .where(and(eq(occupancies.personId, personId), isNull(occupancies.until)))
        .orderBy(occupancies.id)
      return rows.map((row) => ({
        ...row,
        unit: row.unit === '' ? null : row.unit,
        role: row.role as 'owner',
      }))
    },
  }
  return {
    work,
    expectDispatch: () => {
      groups ??= readGroups()
      // Whoever asks for them hears of a failure; if nobody does, the next statement fails with it.
      all().catch(() => {})
      groups.catch(() => {})
    },
    loadsChanged: () => {
      stale = true
    },
    nameOf: async (staffId) => {
      const known = (await read)?.find((person) => person.id === staffId)
      if (known !== undefined) return known.name
      const [row] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId))
      return row?.name ?? null
    },
  }
}
