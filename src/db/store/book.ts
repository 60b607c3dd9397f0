import { and, eq, sql } from 'drizzle-orm'
import type { Clock } from '../../desk/ports.ts'
import type { EstateBook } from '../../desk/store.ts'
import type { Policy, ProfileId } from '../../domain/policy.ts'
import { resolvePolicy } from '../../domain/policy.ts'
import type { Holidays } from '../../domain/time/calendar.ts'
import { standardWorkTime } from '../../domain/time/calendar.ts'
import { catalogue, estates, rooms, vendors } from '../schema/index.ts'
import type { Db } from '../open.ts'

/** Set-up changes seldom: each process may be this much behind it. */
const rememberMs = 30_000

export function books(db: Db, clock: Clock, holidays: Holidays): (estateId: number) => Promise<EstateBook> {
  const known = new Map<number, { readonly book: Promise<EstateBook>; readonly until: number }>()
  return (estateId) => {
    const now = clock.now().getTime()
    const found = known.get(estateId)
    if (found !== undefined && now < found.until && now > found.until - rememberMs - 1) return found.book
    const book = read(db, estateId, holidays)
    known.set(estateId, { book, until: now + rememberMs })
    book.catch(() => known.delete(estateId))
    return book
  }
}

function read(db: Db, estateId: number, holidays: Holidays): Promise<EstateBook> {
  return db.read(async (orm) => {
    const [estate] = await orm.select().from(estates).where(eq(estates.id, estateId))
    if (estate === undefined) throw new Error('the estate is not there')
    const items = await orm
      .select()
      .from(catalogue)
      .where(and(eq(catalogue.estateId, estateId), eq(catalogue.active, true)))
      .orderBy(catalogue.id)
    const list = await orm
      .select()
      .from(vendors)
      .where(and(eq(vendors.estateId, estateId), eq(vendors.active, true)))
      .orderBy(vendors.id)
    const several = await orm
      .select({
        building: rooms.building,
        room: rooms.room,
        units: sql<string[]>`jsonb_agg(${rooms.unit} order by ${rooms.unit})`,
      })
      .from(rooms)
      .where(eq(rooms.estateId, estateId))
      .groupBy(rooms.building, rooms.room)
      .having(sql`count(*) > 1`)
    const profile = estate.profile as ProfileId
    return {
      id: estate.id,
      name: estate.name,
      profile,
      policy: resolvePolicy(profile, estate.overrides as Partial<Policy>),
      phone: estate.phone,
      calendar: { zone: estate.zone, holidays, workTime: standardWorkTime },
      catalogue: items.map(({ id, code, name, category, standard, feeFen }) => ({
        id,
        code,
        name,
        category,
        standard,
        feeFen,
      })),
      vendors: list.map(({ id, name, phone, category }) => ({ id, name, phone, category })),
      unitsOf: new Map(several.map(({ building, room, units }) => [`${building}-${room}`, units])),
    }
  })
}
