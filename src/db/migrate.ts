/** Brings a database up to date, once, whoever starts at the same time; refuses one newer than the code. */
import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Db } from './open.ts'
import { DatabaseRefused } from './refused.ts'

const folder = new URL('../../drizzle/', import.meta.url)
const lockKey = 7_305_001

export interface Migrated {
  readonly applied: number
  readonly total: number
}

export async function migrate(db: Db): Promise<Migrated> {
  const migrations = readMigrationFiles({ migrationsFolder: folder.pathname })
  const newest = migrations.at(-1)?.folderMillis ?? 0
  return db.transaction(async (tx) => {
    // Held until commit: of several starters one applies, the others find it done.
    await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`)
    await tx.execute(sql`create schema if not exists drizzle`)
    await tx.execute(
      sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
    )
    const [row] = rowsOf<{ newest: string | null }>(
      await tx.execute(sql`select max(created_at)::text as newest from drizzle.__drizzle_migrations`),
    )
    const there = Number(row?.newest ?? 0)
    if (there > newest) {
      throw new DatabaseRefused(
        'The database was made by a newer guanjia than this one: update guanjia, or point DATABASE_URL to another database.',
      )
    }
    const missing = migrations.filter((migration) => migration.folderMillis > there)
    for (const migration of missing) {
      for (const statement of migration.sql) await tx.execute(sql.raw(statement))
      await tx.execute(
        sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`,
      )
    }
    return { applied: missing.length, total: migrations.length }
  })
}

/** The journal's times in order: a merged branch with an older one would be skipped silently. */
export async function journalTimes(): Promise<number[]> {
  const journal = JSON.parse(await readFile(new URL('meta/_journal.json', folder), 'utf8')) as {
    entries: { when: number }[]
  }
  return journal.entries.map((entry) => entry.when)
}

/** `execute` answers differently by driver (drizzle-orm#3975). */
export function rowsOf<Row>(result: unknown): Row[] {
  return (Array.isArray(result) ? [...(result as unknown[])] : (result as { rows: unknown[] }).rows) as Row[]
}
