/** Writes a whole estate in one transaction: all of it or nothing. */
import { and, eq, sql } from 'drizzle-orm'
import { hashCode } from '../../desk/identity/redeemCode.ts'
import type { EstateFile, Imported, IssuedCode, RoomEntry } from '../../desk/estate/estateFile.ts'
import {
  bindingCodes,
  catalogue,
  estates,
  occupancies,
  people,
  rooms,
  staff,
  staffRolesHeld,
  vendors,
} from '../schema/index.ts'
import type { Db, Tx } from '../open.ts'

export interface WriteOptions {
  readonly now: Date
  readonly newCode: () => string
  readonly demo?: boolean
}

/** Codes handed out on paper live longer than those read out on the phone. */
const codeDays = 90

export async function writeEstate(db: Db, file: EstateFile, options: WriteOptions): Promise<Imported> {
  return db.transaction(async (tx) => {
    const [estate] = await tx
      .insert(estates)
      .values({ ...file.estate, overrides: file.estate.overrides ?? {}, demo: options.demo ?? false })
      .onConflictDoUpdate({ target: estates.name, set: { ...plain(file.estate) } })
      .returning({ id: estates.id })
    if (estate === undefined) throw new Error('the estate was not written')
    const estateId = estate.id
    for (const each of chunks(file.rooms, 500)) {
      await tx
        .insert(rooms)
        .values(
          each.map((room) => ({
            estateId,
            building: room.building,
            unit: room.unit ?? '',
            room: room.room,
            warrantyUntil: room.warrantyUntil,
          })),
        )
        .onConflictDoUpdate({
          target: [rooms.estateId, rooms.building, rooms.unit, rooms.room],
          set: { warrantyUntil: sql`coalesce(excluded.warranty_until, ${rooms.warrantyUntil})` },
        })
    }
    const codes: IssuedCode[] = []
    for (const resident of file.residents) codes.push(await writeResident(tx, estateId, resident, options))
    for (const member of file.staff) codes.push(await writeStaff(tx, estateId, member, options))
    if (file.catalogue.length > 0)
      await tx.insert(catalogue).values(file.catalogue.map((item) => ({ estateId, ...item })))
    if (file.vendors.length > 0)
      await tx.insert(vendors).values(file.vendors.map((vendor) => ({ estateId, ...vendor })))
    return {
      estateId,
      rooms: file.rooms.length,
      residents: file.residents.length,
      staff: file.staff.length,
      codes,
    }
  })
}

async function writeResident(
  tx: Tx,
  estateId: number,
  entry: EstateFile['residents'][number],
  options: WriteOptions,
): Promise<IssuedCode> {
  const [person] = await tx
    .insert(people)
    .values({ estateId, name: entry.name, phone: entry.phone ?? '' })
    .returning({ id: people.id })
  const roomId = await roomOf(tx, estateId, entry)
  const personId = person?.id ?? 0
  await tx
    .insert(occupancies)
    .values({ estateId, personId, roomId, role: entry.role, since: options.now, verifiedBy: 'import' })
  const code = entry.code ?? options.newCode()
  await issue(tx, { estateId, personId }, code, options)
  return { who: entry.name, role: entry.role, code }
}

async function writeStaff(
  tx: Tx,
  estateId: number,
  entry: EstateFile['staff'][number],
  options: WriteOptions,
): Promise<IssuedCode> {
  const [member] = await tx
    .insert(staff)
    .values({ estateId, name: entry.name, phone: entry.phone ?? '', skills: [...(entry.skills ?? [])] })
    .returning({ id: staff.id })
  const staffId = member?.id ?? 0
  await tx.insert(staffRolesHeld).values(entry.roles.map((role) => ({ estateId, staffId, role })))
  const code = entry.code ?? options.newCode()
  await issue(tx, { estateId, staffId }, code, options)
  return { who: entry.name, role: entry.roles.join('、'), code }
}

async function issue(
  tx: Tx,
  to: { estateId: number; personId?: number; staffId?: number },
  code: string,
  { now }: WriteOptions,
): Promise<void> {
  await tx
    .insert(bindingCodes)
    .values({ ...to, hash: hashCode(code), expiresAt: new Date(now.getTime() + codeDays * 24 * 3_600_000) })
}

async function roomOf(tx: Tx, estateId: number, entry: RoomEntry): Promise<number> {
  const [room] = await tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(
      and(
        eq(rooms.estateId, estateId),
        eq(rooms.building, entry.building),
        eq(rooms.unit, entry.unit ?? ''),
        eq(rooms.room, entry.room),
      ),
    )
  if (room === undefined)
    throw new Error(`room ${entry.building}-${entry.unit ?? ''}-${entry.room} is not in the list of rooms`)
  return room.id
}

function plain(estate: EstateFile['estate']): object {
  return Object.fromEntries(
    Object.entries(estate).filter(([key, value]) => key !== 'name' && value !== undefined),
  )
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size))
}
