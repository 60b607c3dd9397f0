/** Every entry against its schema, and the entries against each other. */
import type { EstateFile, RoomEntry } from '../../desk/estate/estateFile.ts'
import { roomLabel } from '../../domain/place.ts'
import { fieldName } from './columns.ts'
import type { Entry } from './entries.ts'
import { address, schemas } from './entries.ts'
import type { EntryKind, Fault, RawEntry, RawFile } from './fault.ts'
import { kindNames, shown } from './fault.ts'

/** An entry that is right by itself, and where it stands. */
interface Placed<T> {
  readonly line: number
  readonly entry: T
}

export interface CheckedFile {
  readonly file: EstateFile
  /** Lines of the residents and the staff, in the order of the file's lists. */
  readonly lines: { readonly residents: readonly number[]; readonly staff: readonly number[] }
  /** Rooms whose line has a fault, but not in the address: nobody in them is told "not listed" as well. */
  readonly otherRooms: readonly RoomEntry[]
  readonly faults: readonly Fault[]
}

export function checkFile(raw: RawFile): CheckedFile {
  const faults: Fault[] = [...raw.faults]
  const take = <Kind extends EntryKind>(kind: Kind): Placed<Entry<Kind>>[] =>
    raw.entries.filter((entry) => entry.kind === kind).flatMap((entry) => checkEntry<Kind>(entry, faults))
  const estates = take('estate')
  const rooms = take('room')
  const residents = take('resident')
  const staff = take('staff')
  const catalogue = take('catalogue')
  const vendors = take('vendor')

  const estate = estates[0]
  const isReadable = raw.entries.length > 0 || raw.faults.length === 0
  if (isReadable && !raw.entries.some((entry) => entry.kind === 'estate'))
    faults.push({ line: 1, says: '没有小区 estate 行（no estate）：每个文件要有一行，写小区名称' })
  for (const { line } of estates.slice(1))
    faults.push({ line, says: `小区 estate 只能有一行（one estate a file），第 ${estate?.line ?? 0} 行已有` })
  faults.push(
    ...repeated(rooms, (room) => labelOf(room), '房间'),
    ...repeated(residents, (one) => `${one.name} ${one.phone ?? ''} ${labelOf(one)}`, '住户'),
    ...repeated(staff, (one) => `${one.name} ${one.phone ?? ''}`, '员工'),
    ...repeated(catalogue, (item) => item.code, '收费项目编号'),
    ...repeated(vendors, (vendor) => `${vendor.name} ${vendor.category}`, '厂商'),
    ...sharedCodes(residents, staff),
  )
  return {
    file: {
      estate: estate?.entry ?? { name: '' },
      rooms: rooms.map(({ entry }) => entry),
      residents: residents.map(({ entry }) => entry),
      staff: staff.map(({ entry }) => entry),
      catalogue: catalogue.map(({ entry }) => entry),
      vendors: vendors.map(({ entry }) => entry),
    },
    lines: { residents: residents.map(({ line }) => line), staff: staff.map(({ line }) => line) },
    otherRooms: raw.entries.flatMap(({ kind, values }) => {
      const where = kind === 'room' ? address.safeParse(values) : undefined
      return where?.success === true ? [where.data] : []
    }),
    faults,
  }
}

function checkEntry<Kind extends EntryKind>(raw: RawEntry, faults: Fault[]): Placed<Entry<Kind>>[] {
  const { kind, line, values } = raw
  const checked = schemas[kind].safeParse(values)
  if (checked.success) return [{ line, entry: checked.data as Entry<Kind> }]
  for (const issue of checked.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        faults.push({
          line,
          says: `${fieldName(kind, key)}：${kindNames[kind]} ${kind} 行没有这一项，请留空（does not belong here）`,
        })
      continue
    }
    const field = String(issue.path[0] ?? '')
    // Its column is missing altogether: said once, at the header.
    const isSaid = faults.some((fault) => fault.says.startsWith(`缺少列 ${fieldName(kind, field)}（`))
    if (!(values[field] === undefined && isSaid))
      faults.push({ line, says: `${fieldName(kind, field)}：${issue.message}` })
  }
  return []
}

function repeated<T>(placed: readonly Placed<T>[], keyOf: (entry: T) => string, what: string): Fault[] {
  const first = new Map<string, number>()
  return placed.flatMap(({ line, entry }) => {
    const key = keyOf(entry)
    const before = first.get(key)
    if (before === undefined) first.set(key, line)
    const says = `${what}${shown(key.replace(/\s+/g, ' '))}与第 ${before ?? 0} 行重复（duplicate of line ${before ?? 0}）`
    return before === undefined ? [] : [{ line, says }]
  })
}

/** One code opens one door: the same person may be named with it for several rooms, nobody else. */
function sharedCodes(
  residents: readonly Placed<Entry<'resident'>>[],
  staff: readonly Placed<Entry<'staff'>>[],
) {
  const first = new Map<string, { line: number; who: string }>()
  const all = [
    ...residents.map(({ line, entry }) => ({ line, code: entry.code, who: personKey(entry) })),
    ...staff.map(({ line, entry }) => ({ line, code: entry.code, who: `staff ${personKey(entry)}` })),
  ].toSorted((a, b) => a.line - b.line)
  return all.flatMap(({ line, code, who }): Fault[] => {
    if (code === undefined) return []
    const before = first.get(code)
    if (before === undefined) first.set(code, { line, who })
    if (before === undefined || before.who === who) return []
    return [{ line, says: `绑定码 code：与第 ${before.line} 行重复（duplicate of line ${before.line}）` }]
  })
}

function personKey({ name, phone }: { name: string; phone?: string }): string {
  return `${name}\t${phone ?? ''}`
}

function labelOf(place: { building: string; unit?: string; room: string }): string {
  return roomLabel({ building: place.building, unit: place.unit ?? null, room: place.room })
}
