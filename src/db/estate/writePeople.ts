/** Carries out a plan: people, who lives where, staff and their codes. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { hashCode } from '../../desk/identity/redeemCode.ts'
import type { IssuedCode } from '../../desk/estate/estateFile.ts'
import { bindingCodes, occupancies, people, staff, staffRolesHeld } from '../schema/index.ts'
import { rowsOf } from '../migrate.ts'
import type { Tx } from '../open.ts'
import type { Plan, PlannedPerson, PlannedStaff } from './planPeople.ts'

/** Codes handed out on paper live longer than those read out on the phone. */
const codeMs = 90 * 24 * 3_600_000

/** Answers how many were not there before. */
export async function writePeople(
  tx: Tx,
  estateId: number,
  planned: readonly PlannedPerson[],
  roomIds: ReadonlyMap<string, number>,
  now: Date,
): Promise<number> {
  const fresh = planned.filter((person) => person.id === undefined)
  const isNew = new Set(fresh)
  await number(tx, 'people', fresh)
  for (const each of chunks(fresh, 500)) {
    await tx.insert(people).values(each.map(({ id, name, phone }) => ({ id, estateId, name, phone })))
  }
  const homes: (typeof occupancies.$inferInsert)[] = []
  for (const person of planned) {
    const personId = person.id ?? 0
    if (person.gotPhone === true && !isNew.has(person))
      await tx.update(people).set({ phone: person.phone }).where(eq(people.id, personId))
    for (const [key, { occupancyId, role, was }] of person.roles) {
      if (occupancyId === undefined) {
        const roomId = roomIds.get(key) ?? 0
        homes.push({ estateId, personId, roomId, role, since: now, verifiedBy: 'import' })
      } else if (was !== role) {
        await tx.update(occupancies).set({ role }).where(eq(occupancies.id, occupancyId))
      }
    }
  }
  for (const each of chunks(homes, 500)) await tx.insert(occupancies).values(each)
  return fresh.length
}

/** Roles and skills are as the file has them. Answers how many were not there before. */
export async function writeStaff(
  tx: Tx,
  estateId: number,
  planned: readonly PlannedStaff[],
): Promise<number> {
  const fresh = planned.filter((member) => member.id === undefined)
  const known = planned.filter((member) => member.id !== undefined)
  await number(tx, 'staff', fresh)
  for (const each of chunks(fresh, 500)) {
    await tx.insert(staff).values(
      each.map(({ id, entry }) => ({
        id,
        estateId,
        name: entry.name,
        phone: entry.phone ?? '',
        skills: [...(entry.skills ?? [])],
      })),
    )
  }
  for (const { id, entry } of known) {
    if (entry.skills !== undefined)
      await tx
        .update(staff)
        .set({ skills: [...entry.skills] })
        .where(eq(staff.id, id ?? 0))
  }
  const ids = known.map((member) => member.id ?? 0)
  if (ids.length > 0) await tx.delete(staffRolesHeld).where(inArray(staffRolesHeld.staffId, ids))
  const held = planned.flatMap(({ id, entry }) =>
    entry.roles.map((role) => ({ estateId, staffId: id ?? 0, role })),
  )
  for (const each of chunks(held, 500)) await tx.insert(staffRolesHeld).values(each).onConflictDoNothing()
  return fresh.length
}

export async function issueCodes(
  tx: Tx,
  estateId: number,
  plan: Plan,
  { now, newCode }: { readonly now: Date; readonly newCode: () => string },
): Promise<IssuedCode[]> {
  const expiresAt = new Date(now.getTime() + codeMs)
  for (const hashes of chunks(plan.renewed, 500)) {
    await tx
      .update(bindingCodes)
      .set({ expiresAt })
      .where(and(inArray(bindingCodes.hash, hashes), isNull(bindingCodes.usedAt)))
  }
  const issued = plan.codes.map(({ to, code, who, role, room }) => ({
    to: 'person' in to ? { personId: to.person.id } : { staffId: to.member.id },
    shown: { who, role, code: code ?? newCode(), ...(room === undefined ? {} : { room }) },
  }))
  for (const each of chunks(issued, 500)) {
    await tx
      .insert(bindingCodes)
      .values(each.map(({ to, shown }) => ({ estateId, ...to, hash: hashCode(shown.code), expiresAt })))
  }
  return issued.map(({ shown }) => shown)
}

export function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size))
}

/** Ids before the rows, because what an insert returns has no promised order. */
async function number(tx: Tx, table: 'people' | 'staff', fresh: readonly { id?: number }[]): Promise<void> {
  if (fresh.length === 0) return
  const rows = rowsOf<{ id: string | number }>(
    await tx.execute(
      sql`select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${fresh.length}::int)`,
    ),
  )
  fresh.forEach((each, at) => (each.id = Number(rows[at]?.id)))
}
