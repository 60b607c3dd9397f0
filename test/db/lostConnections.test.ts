/** A database connection may die at any moment; the process must not die with it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { onPostgres, openTestDb } from '../support/database.ts'

describe.skipIf(!onPostgres)(
  'given connections that the server cuts while statements are being written',
  () => {
    let db: Db
    beforeAll(async () => {
      db = await openTestDb()
    })
    afterAll(() => db.close())

    it('every statement is answered or refused, and the next ones work', async () => {
      const long = 'x'.repeat(200_000)
      const cut = () =>
        db
          .run(
            'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()',
            [],
          )
          .catch(() => [])
      const ask = () =>
        db.run<{ n: number }>('select length($1::text) as n', [long]).then(
          ([row]) => row?.n,
          () => 'refused',
        )
      const answers: unknown[] = []
      for (let round = 0; round < 30; round += 1) {
        const asked = Array.from({ length: 12 }, ask)
        answers.push(
          ...(await Promise.all([...asked, cut().then(() => 'cut'), ...Array.from({ length: 4 }, ask)])),
        )
      }
      expect(new Set(answers)).toEqual(new Set([200_000, 'refused', 'cut']))
      expect(await ask()).toBe(200_000)
    })
  },
)
