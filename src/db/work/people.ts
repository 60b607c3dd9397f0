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

const contactsWhere = (which: string) => `
select s.id, s.name, s.skills, s.on_duty,
  coalesce((select jsonb_agg(r.role order by r.role) from staff_roles r where r.staff_id = s.id), '[]'::jsonb) as roles,
  coalesce((select jsonb_agg(c.id order by c.id) from channel_identities i
    join conversations c on c.channel = i.channel and c.account = i.account and c.chat = i.external_id and c.kind = 'private'
    where i.staff_id = s.id and c.unreachable_since is null), '[]'::jsonb) as conversations,
  (select count(*) from repair_tickets t join records o on o.id = t.record_id
    where t.technician_id = s.id and o.status in ('dispatching', 'accepted', 'on_site', 'repairing', 'rework'))::int as load
from staff s where s.estate_id = $1 and s.active and ${which} order by s.id`

const contactsBy = {
  role: contactsWhere(
    'exists (select 1 from staff_roles h where h.staff_id = s.id and h.role = any($2::text::text[]))',
  ),
  id: contactsWhere('s.id = $2::bigint'),
}
const groupsOf =
  'select id from conversations where estate_id = $1 and staff_group and unreachable_since is null order by id'

export interface People {
  readonly work: PeopleWork
  readonly expectDispatch: () => void
  readonly nameOf: (staffId: number) => Promise<string | null>
}

export function peopleWork(tx: Tx, { book }: About, ledger: Ledger): People {
  /** Everybody read in this work; a person's name and chats do not change in it. */
  const seen = new Map<number, StaffContact>()
  /** Read ahead for the filing of an order. */
  let technicians: Promise<StaffContact[]> | undefined
  let groups: Promise<number[]> | undefined

  const contacts = async (which: 'role' | 'id', value: string | number): Promise<StaffContact[]> => {
    // What is in hand counts in a technician's load.
    const written = ledger.write()
    const [rows] = await Promise.all([runIn<StaffRow>(tx, contactsBy[which], [book.id, value]), written])
    const people = rows.map((row) => ({
      id: Number(row.id),
      name: row.name,
      skills: row.skills,
      onDuty: row.on_duty,
      roles: row.roles,
      conversations: row.conversations.map(Number),
      load: row.load,
    }))
    for (const person of people) seen.set(person.id, person)
    return people
  }
  const withRoles = (roles: readonly StaffRole[]) => contacts('role', `{${roles.join(',')}}`)
  const readGroups = async () => {
    const rows = await runIn<{ id: number | string }>(tx, groupsOf, [book.id])
    return rows.map((row) => Number(row.id))
  }
  const work: PeopleWork = {
    staffWith: (roles) => {
      const ahead = technicians
      technicians = undefined
      if (ahead !== undefined && roles.length === 1 && roles[0] === 'technician') return ahead
      return roles.length === 0 ? Promise.resolve([]) : withRoles(roles)
    },
    staffById: async (id) => seen.get(id) ?? (await contacts('id', id))[0],
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
      technicians = withRoles(['technician'])
      groups ??= readGroups()
      // Whoever asks for them hears of a failure; if nobody does, the next statement fails with it.
      technicians.catch(() => {})
      groups.catch(() => {})
    },
    nameOf: async (staffId) => {
      const known = seen.get(staffId)
      if (known !== undefined) return known.name
      const [row] = await tx.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId))
      return row?.name ?? null
    },
  }
}
