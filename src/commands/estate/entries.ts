/** One schema per kind of line. The CSV and the JSON file both come through here. */
import { z } from 'zod'
import { profileIds, resolvePolicy } from '../../domain/policy.ts'
import { isZone } from '../../domain/time/zone.ts'
import {
  categoryCalled,
  categoryList,
  residentRoleCalled,
  residentRoleList,
  staffRoleCalled,
  staffRoleList,
} from '../../desk/estate/names.ts'
import type { Read } from './cells.ts'
import {
  addressPart,
  bindingCode,
  day,
  officePhone,
  oneOf,
  personPhone,
  words,
  Wrong,
  yuan,
} from './cells.ts'
import { shown } from './fault.ts'

/** Numbers are what Excel and people make of room numbers: taken as they read. */
function textOf(value: unknown): string | Wrong {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return new Wrong('要填一个值（one text or number）')
}

function cell<T>(read: Read<T>, whenEmpty: 'required' | 'optional') {
  return z.unknown().transform((value, context): T | undefined => {
    const said = textOf(value)
    const got = said instanceof Wrong ? said : said === '' ? emptied(whenEmpty) : read(said)
    if (!(got instanceof Wrong)) return got
    context.addIssue({ code: 'custom', message: got.says })
    return z.NEVER
  })
}
const emptied = (whenEmpty: 'required' | 'optional') =>
  whenEmpty === 'optional' ? undefined : new Wrong('不能为空（must be filled in）')

const needed = <T>(read: Read<T>) => cell(read, 'required').transform((value) => value as T)
const maybe = <T>(read: Read<T>) => cell(read, 'optional').optional()

/** Several in one cell, divided by 、 or a comma, or a JSON list. */
function several<T>(read: Read<T>) {
  return z.unknown().transform((value, context): T[] => {
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value]
    const got = parts.flatMap((part): (T | Wrong)[] => {
      const text = textOf(part)
      if (text instanceof Wrong) return [text]
      const said = text.split(/[、,，;；|/]/).map((each) => each.trim())
      return said.filter((each) => each !== '').map(read)
    })
    for (const each of got) {
      if (each instanceof Wrong) context.addIssue({ code: 'custom', message: each.says })
    }
    return [...new Set(got.filter((each) => !(each instanceof Wrong)))] as T[]
  })
}

const category = oneOf(categoryCalled, categoryList)
const place = {
  building: needed(addressPart('building')),
  unit: maybe(addressPart('unit')),
  room: needed(addressPart('room')),
}
export const address = z.object(place)

const estate = z.strictObject({
  name: needed(words(60)),
  profile: maybe(
    oneOf((said) => profileIds.find((known) => known === said.toLowerCase()), profileIds.join('、')),
  ),
  zone: maybe((said) =>
    isZone(said) ? said : new Wrong(`${shown(said)}不是时区；如 Asia/Shanghai、Asia/Hong_Kong`),
  ),
  phone: maybe(officePhone),
  overrides: z.record(z.string(), z.unknown()).superRefine(checkOverrides).optional(),
})
const room = z.strictObject({ ...place, warrantyUntil: maybe(day) })
const resident = z.strictObject({
  name: needed(words(40)),
  phone: maybe(personPhone),
  role: needed(oneOf(residentRoleCalled, residentRoleList)),
  ...place,
  code: maybe(bindingCode),
})
const staff = z.strictObject({
  name: needed(words(40)),
  phone: maybe(personPhone),
  roles: several(oneOf(staffRoleCalled, staffRoleList)).refine((roles) => roles.length > 0, {
    error: '不能为空（must be filled in）',
  }),
  skills: several(category).optional(),
  code: maybe(bindingCode),
})
const catalogue = z
  .strictObject({
    code: needed(words(20)),
    name: needed(words(60)),
    category: needed(category),
    standard: needed(words(200)),
    fee: maybe(yuan),
    feeFen: z.int({ error: '要一个整数（分）' }).min(0).optional(),
  })
  .transform(({ fee, feeFen, ...item }) => ({ ...item, feeFen: feeFen ?? fee }))
const vendor = z.strictObject({
  name: needed(words(60)),
  phone: needed(officePhone),
  category: needed(category),
})

export const schemas = { estate, room, resident, staff, catalogue, vendor } as const
export type Entry<Kind extends keyof typeof schemas> = z.output<(typeof schemas)[Kind]>

function checkOverrides(overrides: Record<string, unknown>, context: z.RefinementCtx): void {
  const known: Record<string, unknown> = { ...resolvePolicy('strict') }
  for (const [key, value] of Object.entries(overrides)) {
    if (typeof value === typeof known[key]) continue
    const says =
      key in known
        ? `${key} 要填 ${typeof known[key]}，如 ${String(known[key])}`
        : `${shown(key)}不是能改的规则；可以改：${Object.keys(known).join('、')}`
    context.addIssue({ code: 'custom', message: says })
  }
}
