import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EstateFile } from '../../src/desk/estate/estateFile.ts'
import { EstateRefused } from '../../src/desk/estate/estateFile.ts'
import { demoEstate } from '../../src/desk/estate/demoEstate.ts'
import { newCode } from '../../src/desk/identity/redeemCode.ts'
import { conflictsWith, writeEstate } from '../../src/db/estate/writeEstate.ts'
import type { Db } from '../../src/db/open.ts'
import { emptyDatabase, openTestDb } from '../support/database.ts'
import { seeded } from '../support/house.ts'

const now = new Date('2026-11-18T10:00:00+08:00')
const flat = { building: '3', unit: '2', room: '501' }
const wang = { name: '王芳', phone: '13800138001', role: 'owner', ...flat } as const
const zhang = { name: '张师傅', phone: '13900139001', roles: ['technician'] } as const

const file = (over: Partial<EstateFile>): EstateFile => ({
  estate: { name: '花园' },
  rooms: [flat],
  residents: [],
  staff: [],
  catalogue: [],
  vendors: [],
  ...over,
})

describe('writing an estate', () => {
  let db: Db
  const chance = seeded(3)
  const write = (given: EstateFile) =>
    writeEstate(db, given, { now, newCode: () => newCode(() => chance.number()) })
  const count = async (table: string) =>
    Number((await db.run<{ n: number | string }>(`select count(*) as n from ${table}`, []))[0]?.n)
  const counts = async () =>
    Promise.all(
      [
        'rooms',
        'people',
        'occupancies',
        'staff',
        'staff_roles',
        'binding_codes',
        'service_catalogue',
        'vendors',
      ].map(count),
    )

  beforeAll(async () => {
    db = await openTestDb()
  })
  afterAll(() => db.close())
  beforeEach(() => emptyDatabase(db))

  it('twice changes nothing the second time and makes no new codes', async () => {
    const first = await write(demoEstate)
    const before = await counts()
    const again = await write(demoEstate)
    expect(await counts()).toEqual(before)
    expect(first.added).toEqual({ rooms: 48, residents: 3, staff: 7 })
    expect(again.added).toEqual({ rooms: 0, residents: 0, staff: 0 })
    expect(again.codes).toEqual([])
  })

  it('makes a code where none is given, once', async () => {
    const first = await write(file({ residents: [wang], staff: [zhang] }))
    expect(first.codes.map(({ who, role, room }) => ({ who, role, room }))).toEqual([
      { who: '王芳', role: 'owner', room: '3-2-501' },
      { who: '张师傅', role: 'technician', room: undefined },
    ])
    expect((await write(file({ residents: [wang], staff: [zhang] }))).codes).toEqual([])
    const stored = await db.run<{ hash: string }>('select hash from binding_codes', [])
    for (const { hash } of stored) expect(first.codes.map(({ code }) => code)).not.toContain(hash)
  })

  it('keeps a used code used, and makes no other for whom it bound', async () => {
    const given = file({ residents: [{ ...wang, code: 'WANG2345' }] })
    const { estateId } = await write(given)
    await db.run(
      `insert into channel_identities (estate_id, channel, account, external_id, person_id, bound_at)
       select $1::bigint, 'web', 'w', 'x', id, now() from people`,
      [estateId],
    )
    await db.run('update binding_codes set used_at = now()', [])
    expect((await write(given)).codes).toEqual([])
    expect((await write(file({ residents: [wang] }))).codes).toEqual([])
    expect(await db.run('select used_at is not null as used from binding_codes', [])).toEqual([
      { used: true },
    ])
  })

  it('gives a new code when the old one ran out unused', async () => {
    await write(file({ residents: [wang] }))
    await db.run(`update binding_codes set expires_at = '2026-01-01'`, [])
    expect((await write(file({ residents: [wang] }))).codes).toHaveLength(1)
  })

  it('knows a person of two rooms, and one whose phone came later', async () => {
    const other = { building: '3', unit: '2', room: '502' }
    await write(file({ residents: [{ ...wang, phone: undefined }] }))
    await write(file({ rooms: [flat, other], residents: [wang, { ...wang, ...other, role: 'agent' }] }))
    expect(await count('people')).toBe(1)
    expect(await db.run('select phone from people', [])).toEqual([{ phone: '13800138001' }])
    expect(await db.run('select role from occupancies order by id', [])).toEqual([
      { role: 'owner' },
      { role: 'agent' },
    ])
  })

  it('does not take two of the same name in different rooms for one', async () => {
    const other = { building: '3', unit: '2', room: '502' }
    const nameless = { ...wang, phone: undefined }
    await write(file({ rooms: [flat, other], residents: [nameless, { ...nameless, ...other }] }))
    expect(await count('people')).toBe(2)
  })

  it('follows a changed role, price and warranty', async () => {
    const item = { code: 'S01', name: '疏通', category: 'plumbing', standard: '20 元' }
    await write(file({ residents: [wang], staff: [zhang], catalogue: [item] }))
    await write(
      file({
        rooms: [{ ...flat, warrantyUntil: '2027-12-31' }],
        residents: [{ ...wang, role: 'tenant' }],
        staff: [{ ...zhang, roles: ['eng_supervisor', 'dispatcher'] }],
        catalogue: [{ ...item, standard: '30 元', feeFen: 3000 }],
      }),
    )
    expect(await db.run('select role from occupancies', [])).toEqual([{ role: 'tenant' }])
    expect(await db.run('select role from staff_roles order by role', [])).toEqual([
      { role: 'dispatcher' },
      { role: 'eng_supervisor' },
    ])
    expect(await db.run('select standard, fee_fen from service_catalogue', [])).toEqual([
      { standard: '30 元', fee_fen: 3000 },
    ])
    expect(await db.run('select warranty_until::text as until from rooms', [])).toEqual([
      { until: '2027-12-31' },
    ])
  })

  it('writes nothing at all when one resident has no room or another one’s code', async () => {
    const bad = file({
      residents: [
        { ...wang, code: 'WANG2345' },
        { ...wang, name: '李强', room: '999' },
        { ...wang, name: '赵丽', code: 'WANG2345' },
      ],
    })
    await expect(write(bad)).rejects.toThrow(EstateRefused)
    expect(await conflictsWith(db, bad, now)).toEqual([
      { list: 'residents', index: 1, because: 'room_not_listed' },
      { list: 'residents', index: 2, because: 'code_taken' },
    ])
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
    expect(await count('estates')).toBe(0)
  })

  it('finds a room of an earlier import, and a code somebody else holds', async () => {
    await write(file({ residents: [{ ...wang, code: 'WANG2345' }] }))
    const later = file({
      rooms: [],
      residents: [
        { ...wang, name: '李强', code: 'WANG2345' },
        { ...wang, name: '赵丽' },
      ],
    })
    expect(await conflictsWith(db, later, now)).toEqual([
      { list: 'residents', index: 0, because: 'code_taken' },
    ])
  })

  it('takes a large estate in little time', async () => {
    const rooms = Array.from({ length: 4000 }, (_, n) => ({
      building: '1',
      unit: '1',
      room: String(1000 + n),
    }))
    const residents = rooms.map((room, n) => ({ ...room, name: `住户${n}`, role: 'owner' as const }))
    const done = await write(file({ rooms, residents }))
    expect(done.codes).toHaveLength(4000)
    expect(new Set(done.codes.map(({ code }) => code)).size).toBe(4000)
    expect(await count('occupancies')).toBe(4000)
  })
})
