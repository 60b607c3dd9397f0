/** The database of the environment, brought up to date, for as long as a command needs it. */
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { readConfig } from '../config.ts'
import type { Db } from '../db/open.ts'
import { DatabaseRefused, openPglite, openPostgres } from '../db/open.ts'
import type { Migrated } from '../db/migrate.ts'
import { migrate } from '../db/migrate.ts'
import type { CommandIo } from './io.ts'

/** A command works alone: two connections are enough. */
const connections = 2

export async function withDatabase<T>(
  io: CommandIo,
  work: (db: Db, migrated: Migrated) => Promise<T>,
): Promise<T> {
  const db = await open(readConfig(io.env))
  try {
    return await work(db, await migrate(db))
  } finally {
    await db.close()
  }
}

async function open(config: Config): Promise<Db> {
  if (config.database.kind === 'postgres') return openPostgres({ url: config.database.url, connections })
  try {
    return await openPglite(join(config.dataDir))
  } catch (error) {
    if (error instanceof DatabaseRefused) throw error
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : 'unknown reason'
    throw new DatabaseRefused(`The embedded database in ${config.dataDir} cannot be opened: ${reason}`)
  }
}
