/** Writes a whole estate in one transaction: all of it or nothing. The same file twice changes nothing. */
import { and, eq, sql } from 'drizzle-orm'
import { hashCode } from '../../desk/identity/redeemCode.ts'
import type { Conflict, EstateFile, Imported } from '../../desk/estate/estateFile.ts'
import { EstateRefused } from '../../desk/estate/estateFile.ts'
import { catalogue, estates, rooms, vendors } from '../schema/index.ts'
import type { Db, Tx } from '../open.ts'
import { nothingYet, ownersOfCodes, readExisting } from './readExisting.ts'
import { planPeople } from './planPeople.ts'
import { chunks, issueCodes, writePeople, writeStaff } from './writePeople.ts'

export interface WriteOptions {
  readonly now: Date
  readonly newCode: () => string
  readonly demo?: boolean
}

export async function writeEstate(db: Db, file: EstateFile, options: WriteOptions): Promise<Imported> {
  return db.transaction(async (tx) => {
    // Also the lock: two imports of one estate go one after the other.
    const [estate] = await tx
      .insert(estates)
      .values({ ...file.estate, overrides: file.estate.overrides ?? {}, demo: options.demo ?? false })
      .onConflictDoUpdate({
        target: estates.name,
        set: { ...plain(file.estate), demo: options.demo ?? false },
      })
      .returning({ id: estates.id })
    if (estate === undefined) throw new Error('the estate was not written')
    const estateId = estate.id
    const before = await tx.$count(rooms, eq(rooms.estateId, estateId))
    await writeRooms(tx, estateId, file)
    const existing = {
      ...(await readExisting(tx, estateId, options.now)),
      codes: await ownersOfCodes(tx, hashesOf(file)),
    }
    const plan = planPeople(file, existing)
    if (plan.conflicts.length > 0) throw new EstateRefused(plan.conflicts)
    const residents = await writePeople(tx, estateId, plan.people, existing.rooms, options.now)
    const staff = await writeStaff(tx, estateId, plan.staff)
    const codes = await issueCodes(tx, estateId, plan, options)
    await writePrices(tx, estateId, file)
    return {
      estateId,
      rooms: file.rooms.length,
      residents: file.residents.length,
      staff: file.staff.length,
      added: { rooms: existing.rooms.size - before, residents, staff },
      codes,
    }
  })
}

/** What stands against the file, without writing anything. */
export async function conflictsWith(db: Db, file: EstateFile, now: Date): Promise<readonly Conflict[]> {
  return db.transaction(async (tx) => {
    const [estate] = await tx
      .select({ id: estates.id })
      .from(estates)
      .where(eq(estates.name, file.estate.name))
    const existing = estate === undefined ? nothingYet : await readExisting(tx, estate.id, now)
    return planPeople(file, { ...existing, codes: await ownersOfCodes(tx, hashesOf(file)) }).conflicts
  })
}

async function writeRooms(tx: Tx, estateId: number, file: EstateFile): Promise<void> {
  for (const each of chunks(file.rooms, 500)) {
    await tx
      .insert(rooms)
      .values(
        each.map(({ building, unit, room, warrantyUntil }) => ({
          estateId,
          building,
          unit: unit ?? '',
          room,
          warrantyUntil,
        })),
      )
      .onConflictDoUpdate({
        target: [rooms.estateId, rooms.building, rooms.unit, rooms.room],
        set: { warrantyUntil: sql`coalesce(excluded.warranty_until, ${rooms.warrantyUntil})` },
      })
  }
}

/** The price list and the vendors are as the file has them; what it does not name stays. */
async function writePrices(tx: Tx, estateId: number, file: EstateFile): Promise<void> {
  for (const item of file.catalogue) {
    const written = await tx
      .update(catalogue)
      .set({ ...item, active: true })
      .where(and(eq(catalogue.estateId, estateId), eq(catalogue.code, item.code)))
      .returning({ id: catalogue.id })
    if (written.length === 0) await tx.insert(catalogue).values({ estateId, ...item })
  }
  for (const vendor of file.vendors) {
    const called = and(eq(vendors.name, vendor.name), eq(vendors.category, vendor.category))
    const written = await tx
      .update(vendors)
      .set({ phone: vendor.phone, active: true })
      .where(and(eq(vendors.estateId, estateId), called))
      .returning({ id: vendors.id })
    if (written.length === 0) await tx.insert(vendors).values({ estateId, ...vendor })
  }
}

function hashesOf(file: EstateFile): string[] {
  return [...file.residents, ...file.staff].flatMap(({ code }) =>
    code === undefined ? [] : [hashCode(code)],
  )
}

function plain(estate: EstateFile['estate']): object {
  return Object.fromEntries(
    Object.entries(estate).filter(([key, value]) => key !== 'name' && value !== undefined),
  )
}
