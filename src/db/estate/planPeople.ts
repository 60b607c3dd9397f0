/**
 * What an import changes among people, staff and codes. Pure: the same file twice plans nothing the second
 * time. A resident with a phone is known by name and phone; without one by name and room.
 */
import { hashCode } from '../../desk/identity/redeemCode.ts'
import type { Conflict, EstateFile, ResidentEntry, StaffEntry } from '../../desk/estate/estateFile.ts'
import { roomLabel } from '../../domain/place.ts'
import type { Existing } from './readExisting.ts'
import { roomKey } from './readExisting.ts'

export interface PlannedPerson {
  /** Absent until written. */
  id?: number
  readonly name: string
  phone: string
  readonly roles: Map<string, { readonly occupancyId?: number; role: string; readonly was?: string }>
  /** The phone is news to the database. */
  gotPhone?: boolean
}
export interface PlannedStaff {
  id?: number
  readonly entry: StaffEntry
}
export interface PlannedCode {
  readonly to: { readonly person: PlannedPerson } | { readonly member: PlannedStaff }
  /** Absent: one is to be made. */
  readonly code?: string
  readonly who: string
  readonly role: string
  readonly room?: string
}
export interface Plan {
  readonly people: readonly PlannedPerson[]
  readonly staff: readonly PlannedStaff[]
  readonly codes: readonly PlannedCode[]
  /** Hashes the file names again: what is unused of them runs on. */
  readonly renewed: readonly string[]
  readonly conflicts: readonly Conflict[]
}

export function planPeople(file: EstateFile, existing: Existing): Plan {
  const known = registry(existing)
  const codes: PlannedCode[] = []
  const renewed: string[] = []
  const conflicts: Conflict[] = []
  const listed = new Set([...existing.rooms.keys(), ...file.rooms.map(roomKey)])
  const served = new Set<PlannedPerson>()
  const given = new Map<string, PlannedPerson | PlannedStaff>()

  for (const [index, entry] of file.residents.entries()) {
    const key = roomKey(entry)
    if (!listed.has(key)) {
      conflicts.push({ list: 'residents', index, because: 'room_not_listed' })
      continue
    }
    const person = known.personOf(entry, key)
    const held = person.roles.get(key)
    person.roles.set(key, { ...held, role: entry.role })
    const plan = { to: { person }, who: entry.name, role: entry.role, room: labelOf(entry) }
    const owner = entry.code === undefined ? undefined : existing.codes.get(hashCode(entry.code))
    if (entry.code !== undefined && owner !== undefined) {
      if (owner.personId !== null && owner.personId === person.id) renewed.push(hashCode(entry.code))
      else conflicts.push({ list: 'residents', index, because: 'code_taken' })
    } else if (entry.code !== undefined) {
      const other = given.get(entry.code)
      if (other === undefined) codes.push({ ...plan, code: entry.code })
      // A code given twice for one person of several rooms is one code.
      else if (other !== person) conflicts.push({ list: 'residents', index, because: 'code_taken' })
      given.set(entry.code, other ?? person)
    } else if (!served.has(person) && !existing.served.people.has(person.id ?? 0)) {
      codes.push(plan)
    }
    served.add(person)
  }

  const staff: PlannedStaff[] = []
  for (const [index, entry] of file.staff.entries()) {
    const phone = entry.phone ?? ''
    const there = existing.staff.find((each) => each.name === entry.name && each.phone === phone)
    const member: PlannedStaff = { ...(there && { id: there.id }), entry }
    staff.push(member)
    const plan = { to: { member }, who: entry.name, role: entry.roles.join('、') }
    const owner = entry.code === undefined ? undefined : existing.codes.get(hashCode(entry.code))
    if (entry.code !== undefined && owner !== undefined) {
      if (owner.staffId !== null && owner.staffId === there?.id) renewed.push(hashCode(entry.code))
      else conflicts.push({ list: 'staff', index, because: 'code_taken' })
    } else if (entry.code !== undefined) {
      if (given.has(entry.code)) conflicts.push({ list: 'staff', index, because: 'code_taken' })
      else codes.push({ ...plan, code: entry.code })
      given.set(entry.code, member)
    } else if (!existing.served.staff.has(there?.id ?? 0)) {
      codes.push(plan)
    }
  }
  return { people: known.touched(), staff, codes, renewed, conflicts }
}

/** Everybody known, from the database and from the lines read so far. */
function registry(existing: Existing) {
  const touched = new Set<PlannedPerson>()
  const byPhone = new Map<string, PlannedPerson>()
  const byRoom = new Map<string, PlannedPerson[]>()
  const keyOfRoom = new Map([...existing.rooms].map(([key, id]) => [id, key]))
  const people = new Map<number, PlannedPerson>()
  const enter = (map: typeof byRoom, key: string, person: PlannedPerson) => {
    const there = map.get(key)
    if (there === undefined) map.set(key, [person])
    else if (!there.includes(person)) there.push(person)
  }
  for (const { id, name, phone } of existing.people) {
    const person: PlannedPerson = { id, name, phone, roles: new Map() }
    people.set(id, person)
    // Of two that are alike the older one stays the one meant.
    if (phone !== '' && !byPhone.has(`${name}\t${phone}`)) byPhone.set(`${name}\t${phone}`, person)
  }
  for (const { id, personId, roomId, role } of existing.occupancies) {
    const person = people.get(personId)
    const key = keyOfRoom.get(roomId)
    if (person === undefined || key === undefined) continue
    person.roles.set(key, { occupancyId: id, role, was: role })
    enter(byRoom, `${person.name}\t${key}`, person)
  }
  return {
    personOf(entry: ResidentEntry, key: string): PlannedPerson {
      const phone = entry.phone ?? ''
      const neighbours = byRoom.get(`${entry.name}\t${key}`) ?? []
      const found =
        (phone === '' ? neighbours[0] : byPhone.get(`${entry.name}\t${phone}`)) ??
        neighbours.find((each) => each.phone === '')
      const person: PlannedPerson = found ?? { name: entry.name, phone, roles: new Map() }
      if (person.phone === '' && phone !== '') {
        person.gotPhone = true
        person.phone = phone
      }
      touched.add(person)
      if (person.phone !== '') byPhone.set(`${person.name}\t${person.phone}`, person)
      enter(byRoom, `${person.name}\t${key}`, person)
      return person
    },
    touched: () => [...touched],
  }
}

function labelOf(entry: ResidentEntry): string {
  return roomLabel({ building: entry.building, unit: entry.unit ?? null, room: entry.room })
}
