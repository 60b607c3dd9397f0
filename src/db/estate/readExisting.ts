/** What an estate already holds of the people an import names. */
import { and, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import { bindingCodes, identities, occupancies, people, rooms, staff } from '../schema/index.ts'
import type { Orm, Tx } from '../open.ts'

export interface Existing {
  /** Ids by {@link roomKey}. */
  readonly rooms: ReadonlyMap<string, number>
  readonly people: readonly { readonly id: number; readonly name: string; readonly phone: string }[]
  readonly occupancies: readonly {
    readonly id: number
    readonly personId: number
    readonly roomId: number
    readonly role: string
  }[]
  readonly staff: readonly { readonly id: number; readonly name: string; readonly phone: string }[]
  /** Owners of the codes asked about, of any estate, by hash. */
  readonly codes: ReadonlyMap<string, { readonly personId: number | null; readonly staffId: number | null }>
  /** Those who are bound or hold a code that still works: they need no new one. */
  readonly served: { readonly people: ReadonlySet<number>; readonly staff: ReadonlySet<number> }
}

export const nothingYet: Existing = {
  rooms: new Map(),
  people: [],
  occupancies: [],
  staff: [],
  codes: new Map(),
  served: { people: new Set(), staff: new Set() },
}

export function roomKey(place: { building: string; unit?: string | null; room: string }): string {
  return `${place.building}\t${place.unit ?? ''}\t${place.room}`
}

export async function readExisting(
  orm: Orm | Tx,
  estateId: number,
  now: Date,
): Promise<Omit<Existing, 'codes'>> {
  const roomRows = await orm
    .select({ id: rooms.id, building: rooms.building, unit: rooms.unit, room: rooms.room })
    .from(rooms)
    .where(eq(rooms.estateId, estateId))
  const live = and(
    eq(bindingCodes.estateId, estateId),
    isNull(bindingCodes.usedAt),
    gt(bindingCodes.expiresAt, now),
  )
  const held = await orm
    .select({ personId: bindingCodes.personId, staffId: bindingCodes.staffId })
    .from(bindingCodes)
    .where(live)
  const bound = await orm
    .select({ personId: identities.personId, staffId: identities.staffId })
    .from(identities)
    .where(and(eq(identities.estateId, estateId), isNotNull(identities.boundAt)))
  const served = [...held, ...bound]
  return {
    rooms: new Map(roomRows.map((row) => [roomKey(row), row.id])),
    people: await orm
      .select({ id: people.id, name: people.name, phone: people.phone })
      .from(people)
      .where(eq(people.estateId, estateId))
      .orderBy(people.id),
    occupancies: await orm
      .select({
        id: occupancies.id,
        personId: occupancies.personId,
        roomId: occupancies.roomId,
        role: occupancies.role,
      })
      .from(occupancies)
      .where(and(eq(occupancies.estateId, estateId), isNull(occupancies.until))),
    staff: await orm
      .select({ id: staff.id, name: staff.name, phone: staff.phone })
      .from(staff)
      .where(eq(staff.estateId, estateId))
      .orderBy(staff.id),
    served: {
      people: new Set(served.flatMap((row) => (row.personId === null ? [] : [row.personId]))),
      staff: new Set(served.flatMap((row) => (row.staffId === null ? [] : [row.staffId]))),
    },
  }
}

export async function ownersOfCodes(orm: Orm | Tx, hashes: readonly string[]): Promise<Existing['codes']> {
  const owners = new Map<string, { personId: number | null; staffId: number | null }>()
  for (let from = 0; from < hashes.length; from += 1000) {
    const rows = await orm
      .select({ hash: bindingCodes.hash, personId: bindingCodes.personId, staffId: bindingCodes.staffId })
      .from(bindingCodes)
      .where(inArray(bindingCodes.hash, hashes.slice(from, from + 1000)))
    for (const { hash, ...owner } of rows) owners.set(hash, owner)
  }
  return owners
}
