/** The database of the environment, brought up to date, for as long as a command needs it. */
import { readConfig } from '../config.ts'
import type { Db } from '../db/open.ts'
import { openHouseDb } from '../db/openHouseDb.ts'
import type { Migrated } from '../db/migrate.ts'
import { migrate } from '../db/migrate.ts'
import type { CommandIo } from './io.ts'

export async function withDatabase<T>(
  io: CommandIo,
  work: (db: Db, migrated: Migrated) => Promise<T>,
): Promise<T> {
  const db = await openHouseDb(readConfig(io.env))
  try {
    return await work(db, await migrate(db))
  } finally {
    await db.close()
  }
}
