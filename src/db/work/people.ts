import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { StaffContact, Work } from '../../desk/store.ts'
import type { StaffRole } from '../../domain/staff.ts'
import { conversations, identities, occupancies, rooms, staff, staffRolesHeld } from '../schema/index.ts'
import type { Tx } from '../open.ts'
import { rowsOf } from '../migrate.ts'
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

export function peopleWork(tx: Tx, { book }: About): PeopleWork {
  const contacts = async (which: ReturnType<typeof sql>): Promise<StaffContact[]> => {
    const rows = rowsOf<StaffRow>(
      await tx.execute(sql`
        select s.id, s.name, s.skills, s.on_duty,
          coalesce((select jsonb_agg(r.role order by r.role) from ${staffRolesHeld} r where r.staff_id = s.id), '[]'::jsonb) as roles,
          coalesce((select jsonb_agg(c.id order by c.id) from ${identities} i
            join ${conversations} c on c.channel = i.channel and c.account = i.account and c.chat = i.external_id and c.kind = 'private'
            where i.staff_id = s.id and c.unreachable_since is null), '[]'::jsonb) as conversations,
          (select count(*) from repair_tickets t join records o on o.id = t.record_id
            where t.technician_id = s.id and o.status in ('dispatching', 'accepted', 'on_site', 'repairing', 'rework'))::int as load
        from ${staff} s where s.estate_id = ${book.id} and s.active and ${which} order by s.id`),
    )
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
  return {
    staffWith: (roles) =>
      roles.length === 0
        ? Promise.resolve([])
        : contacts(
            sql`exists (select 1 from ${staffRolesHeld} h where h.staff_id = s.id and h.role in ${[...roles]})`,
          ),
    staffById: async (id) => (await contacts(sql`s.id = ${id}`))[0],
    staffGroups: async () => {
      const rows = await tx
        .select({ id: conversations.id })
        .from(conversations)
        .where(
          and(
            eq(conversations.estateId, book.id),
            eq(conversations.staffGroup, true),
            isNull(conversations.unreachableSince),
          ),
        )
        .orderBy(conversations.id)
      return rows.map((row) => row.id)
    },
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
}
