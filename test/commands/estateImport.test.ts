import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { checkFile } from '../../src/commands/estate/checkFile.ts'
import { readCsv } from '../../src/commands/estate/readCsv.ts'
import { estateImportCommand, estateImportHelp, importEstate } from '../../src/commands/estateImport.ts'
import { migrateCommand } from '../../src/commands/migrate.ts'
import { recordsCommand } from '../../src/commands/records.ts'
import type { Db } from '../../src/db/open.ts'
import { openPglite } from '../../src/db/open.ts'
import { openTestDb } from '../support/database.ts'
import { terminal, workshop } from './terminal.ts'

/** Opening a database on disk takes seconds where the machine is busy. */
const embedded = 120_000
const good =
  '类型,姓名,电话,楼栋,单元,房号,身份\n小区,花园,,,,,\n房间,,,3,2,501,\n住户,=王芳,13800138001,3,2,501,业主'

describe('importing an estate', () => {
  let db: Db
  beforeAll(async () => {
    db = await openTestDb()
  })
  afterAll(() => db.close())
  const importing = async (text: string) => {
    const at = terminal()
    return { exit: await importEstate(db, 'list.csv', checkFile(readCsv(text)), at), ...at }
  }
  const rooms = () => db.run('select building, unit, room from rooms order by id', [])

  it('refuses a file with bad lines as a whole, takes the corrected one, and again without a change', async () => {
    const refused = await importing(
      `${good}\n房间,,,3,2,502,\n住户,李强,123,3,2,502,房东\n住户,赵丽,,9,9,999,业主`,
    )
    expect(refused.exit).toBe(1)
    expect(refused.said).toEqual([])
    expect(refused.noted).toEqual([
      expect.stringMatching(/^第 6 行 \(line 6\) 电话 phone/),
      expect.stringMatching(/^第 6 行 \(line 6\) 身份 role/),
      expect.stringMatching(/^第 7 行 \(line 7\) 房号 room：9-9-999 不在房间表里/),
      expect.stringMatching(/3 things to correct, nothing was imported/),
    ])
    expect(await rooms()).toEqual([])

    const first = await importing(good)
    expect(first.exit).toBe(0)
    expect(first.said).toEqual(['who,role,code', expect.stringMatching(/^'=王芳 3-2-501,owner,[0-9A-Z]{8}$/)])
    expect(await rooms()).toHaveLength(1)

    const again = await importing(good)
    expect(again).toMatchObject({ exit: 0, said: [] })
    expect(again.noted[0]).toMatch(/1 rooms \(0 new\), 1 residents \(0 new\)/)
    expect(await rooms()).toHaveLength(1)
  })

  it('does not tell the residents of a bad room line that their room is not listed', async () => {
    const { noted } = await importing(
      '类型,姓名,楼栋,单元,房号,身份,保修到期\n小区,新苑,,,,,\n房间,,5,1,101,,明年\n住户,王芳,5,1,101,业主,',
    )
    expect(noted).toEqual([
      expect.stringMatching(/^第 3 行.*保修到期/),
      expect.stringMatching(/one thing to correct/),
    ])
  })
})

describe('guanjia estate import', () => {
  let shop: Awaited<ReturnType<typeof workshop>>
  beforeEach(async () => {
    shop = await workshop()
  })
  afterEach(() => shop.clear())
  const importing = async (file: string) => {
    const at = terminal({ env: shop.env })
    return { exit: await estateImportCommand({ file }, at), ...at }
  }

  it(
    'opens the configured database, brings it up to date and imports',
    async () => {
      const done = await importing('examples/estate.json')
      expect(done).toMatchObject({
        exit: 0,
        noted: [expect.stringMatching(/^阳光花园: 5 rooms \(5 new\)/), expect.any(String)],
      })
      expect(done.said).toHaveLength(9)
    },
    embedded,
  )

  it.each([
    [
      'bad UTF-8',
      Buffer.concat([Buffer.from('类型,姓名\n小区,'), Buffer.from([0xbb, 0xa8, 0xd4, 0xb0])]),
      /第 2 行 \(line 2\) is not UTF-8.*CSV UTF-8/,
    ],
    ['an empty file', '', /is empty/],
    ['only a byte-order mark', '\uFEFF\n', /is empty/],
  ])('says in one sentence what is wrong with %s', async (_what, content, says) => {
    const { exit, said, noted } = await importing(await shop.file('x.csv', content))
    expect({ exit, said, noted }).toEqual({ exit: 1, said: [], noted: [expect.stringMatching(says)] })
  })

  it('says that there is no such file', async () => {
    expect(await importing(join(shop.dir, 'none.csv'))).toMatchObject({
      exit: 1,
      noted: [expect.stringMatching(/none\.csv: there is no such file/)],
    })
  })

  it('says which variable is wrong, and that a database cannot be reached', async () => {
    const file = await shop.file('good.csv', good)
    const wrong = terminal({ env: { DATABASE_URL: 'mysql://x' } })
    expect(await estateImportCommand({ file }, wrong)).toBe(1)
    expect(wrong.noted).toEqual([expect.stringMatching(/^DATABASE_URL/)])
    const away = terminal({ env: { DATABASE_URL: 'postgres://u:geheim@127.0.0.1:1/none' } })
    expect(await recordsCommand({}, away)).toBe(1)
    expect(away.noted).toEqual([expect.stringMatching(/DATABASE_URL/)])
    expect(away.noted.join()).not.toContain('geheim')
  })

  it('explains its format', () => {
    for (const word of ['楼栋', '绑定码', '维修师傅', 'examples/estate.csv'])
      expect(estateImportHelp).toContain(word)
  })

  it(
    'comes after a migration that says what it did, and refuses a newer database',
    async () => {
      const first = terminal({ env: shop.env })
      expect(await migrateCommand({}, first)).toBe(0)
      expect(first.said).toEqual([expect.stringMatching(/up to date now: \d+ steps? of \d+ applied/)])
      const again = terminal({ env: shop.env })
      expect(await migrateCommand({}, again)).toBe(0)
      expect(again.said).toEqual([expect.stringMatching(/nothing to do/)])

      const db = await openPglite(join(shop.env.DATA_DIR, 'db'))
      await db.run(
        `insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
        [],
      )
      await db.close()
      const newer = terminal({ env: shop.env })
      expect(await migrateCommand({}, newer)).toBe(1)
      expect(newer.noted).toEqual([expect.stringMatching(/newer guanjia/)])
    },
    embedded,
  )
})
