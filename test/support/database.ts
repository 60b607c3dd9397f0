/**
 * A database for one test file: PGlite in memory, or, when TEST_DATABASE_URL names a PostgreSQL server, a
 * fresh database of its own there, dropped at the end. Never touches a database it did not make.
 */
import postgres from 'postgres'
import { migrate } from '../../src/db/migrate.ts'
import { openPglite, openPostgres } from '../../src/db/open.ts'
import type { Db } from '../../src/db/open.ts'

const server = process.env['TEST_DATABASE_URL']
export const onPostgres = server !== undefined && server !== ''

let made = 0

export async function openTestDb(): Promise<Db> {
  if (!onPostgres || server === undefined) {
    const db = await openPglite(undefined)
    await migrate(db)
    return db
  }
  const { url, drop } = await makeDatabase(server)
  const db = openPostgres({ url, connections: 8 })
  await migrate(db)
  return {
    ...db,
    close: async () => {
      await db.close()
      await drop()
    },
  }
}

/** A database named guanjia_test_…, and how to drop it again. */
export async function makeDatabase(base: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `guanjia_test_${process.pid}_${(made += 1)}_${process.hrtime.bigint().toString(36)}`
  const admin = postgres(base, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name}`)
  await admin.end()
  const url = new URL(base)
  url.pathname = `/${name}`
  return {
    url: url.toString(),
    drop: async () => {
      const again = postgres(base, { max: 1, onnotice: () => {} })
      await again.unsafe(`drop database if exists ${name} with (force)`)
      await again.end()
    },
  }
}

const notBookkeeping = `select string_agg(format('%I', tablename), ', ') as names from pg_tables where schemaname = 'public'`

/** Empties every table; only ever of a database made here. */
export async function emptyDatabase(db: Db): Promise<void> {
  const [row] = await db.run<{ names: string }>(notBookkeeping, [])
  if (row !== undefined) await db.run(`truncate ${row.names} restart identity cascade`, [])
}
