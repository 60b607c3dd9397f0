import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRecords } from '../../src/db/records/readRecords.ts'
import type { RecordFilter } from '../../src/db/records/readRecords.ts'
import { csvCell } from '../../src/commands/csv.ts'
import { csvHeader, csvRecord, shownRecord } from '../../src/commands/records/recordLine.ts'
import { printRecords, recordsCommand } from '../../src/commands/records.ts'
import Papa from 'papaparse'
import type { House } from '../support/house.ts'
import { openHouse } from '../support/house.ts'
import { terminal, workshop } from './terminal.ts'

/** Opening a database on disk takes seconds where the machine is busy. */
const embedded = 120_000

describe('the records of a house', () => {
  let house: House
  const all = async (filter: RecordFilter = {}, batch?: number) => {
    const rows = []
    for await (const each of readRecords(house.db, filter, batch)) rows.push(...each)
    return rows
  }
  beforeAll(async () => {
    house = await openHouse({ at: '2026-11-18T10:00:00+08:00' })
    await house.says('wang', 'WANGFANG')
    await house.says('wang', '我家厨房水管漏水')
    await house.says('wang', '明天上午')
    await house.says('wang', '确认提交')
    house.clock.set('2026-11-18T10:00:05+08:00')
    await house.says('wang', '转人工')
  })
  afterAll(() => house.close())

  it('tell the whole of a repair', async () => {
    const [row] = await all({ kind: 'repair' })
    if (row === undefined) throw new Error('no repair')
    expect(shownRecord(row)).toEqual({
      number: expect.stringMatching(/^BX-\d+$/) as string,
      kind: 'repair',
      status: 'dispatching',
      estate: '示范小区',
      room: { building: '3', unit: '2', room: '501' },
      reporter: '王芳',
      phone: '13800138001',
      category: 'plumbing',
      location_kind: 'in-home',
      urgent: expect.any(Boolean) as boolean,
      description: '我家厨房水管漏水',
      time: expect.objectContaining({ iso: '2026-11-19T08:00+08:00/2026-11-19T12:00+08:00' }) as object,
      photos: 0,
      created_at: '2026-11-18T10:00:00+08:00',
      due: expect.arrayContaining([{ clock: 'repair.accept', at: '2026-11-18T10:05:00+08:00' }]) as object,
      events: expect.arrayContaining([
        {
          at: '2026-11-18T10:00:00+08:00',
          actor: 'resident:王芳',
          event: 'report',
          from: null,
          to: 'logged',
        },
        {
          at: '2026-11-18T10:00:00+08:00',
          actor: 'house:bot',
          event: 'order',
          from: 'logged',
          to: 'dispatching',
        },
      ]) as object,
    })
  })

  it('call a request for a person a handoff', async () => {
    expect((await all({ kind: 'handoff' })).map(({ kind }) => kind)).toEqual(['handoff'])
    expect(await all({ kind: 'emergency' })).toEqual([])
  })

  it('come in batches, each once and in order', async () => {
    const rows = await all({}, 1)
    expect(rows.map(({ id }) => id)).toEqual((await all()).map(({ id }) => id))
    expect(rows).toHaveLength(2)
  })

  it('can be asked by estate, by moment and by day of the estate', async () => {
    expect(await all({ estate: '别的小区' })).toEqual([])
    expect(await all({ estate: '示范小区' })).toHaveLength(2)
    expect(await all({ since: { instant: '2026-11-18T02:00:01Z' } })).toHaveLength(1)
    expect(await all({ since: { wall: '2026-11-18T00:00' } })).toHaveLength(2)
    expect(await all({ since: { wall: '2026-11-18T10:00:01' } })).toHaveLength(1)
    expect(await all({ since: { wall: '2026-11-19T00:00' } })).toEqual([])
  })

  it('are printed as lines of JSON, or as CSV under a header', async () => {
    const json = terminal()
    expect(await printRecords(house.db, {}, 'jsonl', json)).toBe(0)
    expect(json.said.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual([
      'repair',
      'handoff',
    ])
    const csv = terminal()
    expect(await printRecords(house.db, { kind: 'repair' }, 'csv', csv)).toBe(0)
    expect(csv.said).toEqual([
      csvHeader,
      expect.stringMatching(/^BX-\d+,repair,dispatching,示范小区,3,2,501,王芳,/),
    ])
  })

  it('wait for their reader between two batches', async () => {
    const at = terminal()
    const held: number[] = []
    await printRecords(house.db, {}, 'jsonl', { ...at, drained: async () => void held.push(at.said.length) })
    expect(held).toEqual([2])
  })

  it('of an estate that is not here are refused with the names of those that are', async () => {
    await expect(printRecords(house.db, { estate: '花园' }, 'jsonl', terminal())).rejects.toThrow(
      '--estate "花园" is not here; there is: 示范小区.',
    )
  })

  it('are one line each in CSV, and no cell is a formula', async () => {
    const [row] = await all({ kind: 'repair' })
    if (row === undefined) throw new Error('no repair')
    const hostile = { ...row, reporter: '＝cmd()', description: '=1+1\n"+2", 漏水', phone: '+8613800138001' }
    const line = csvRecord(shownRecord(hostile))
    expect(line).not.toContain('\n')
    const { data } = Papa.parse<Record<string, string>>(`${csvHeader}\n${line}`, { header: true })
    expect(data[0]).toMatchObject({
      reporter: "'＝cmd()",
      description: `'=1+1 "+2", 漏水`,
      phone: "'+8613800138001",
      room: '501',
      created_at: '2026-11-18T10:00:00+08:00',
    })
  })
})

describe('a cell of a CSV file', () => {
  it.each([
    '=1',
    '+1',
    '-1',
    '@x',
    '\t=1',
    '\r1',
    '\n1',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\u200B=1',
    '\uFEFF=1',
  ])('that begins like a formula is marked as text: %j', (text) => {
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
  })
  it.each(['3-2-501', '王芳', '13800138001', 'a=b', ''])('that does not stays as it is: %j', (text) => {
    expect(csvCell(text)).toBe(text)
  })
})

describe('guanjia records', () => {
  it(
    'prints nothing of a fresh house',
    async () => {
      const shop = await workshop()
      const at = terminal({ env: shop.env })
      expect(await recordsCommand({}, at)).toBe(0)
      expect(at).toMatchObject({ said: [], noted: [] })
      await shop.clear()
    },
    embedded,
  )

  it.each([
    [{ kind: 'repairs' }, /--kind must be one of repair, complaint/],
    [{ since: 'yesterday' }, /--since must be a day like/],
    [{ since: '2026-02-30' }, /--since must be a day like/],
    [{ format: 'xml' }, /--format must be jsonl or csv/],
  ])('says what is wrong with %j before it opens anything', async (args, says) => {
    const at = terminal({ env: { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/none' } })
    expect(await recordsCommand(args, at)).toBe(1)
    expect(at.noted).toEqual([expect.stringMatching(says)])
  })
})
