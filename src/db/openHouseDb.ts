import { join } from 'node:path'
import { DatabaseRefused } from './refused.ts'
import type { Db } from './open.ts'
import { openPglite, openPostgres, sqlState } from './open.ts'

export interface DbChoice {
  readonly database: { readonly kind: 'postgres'; readonly url: string } | { readonly kind: 'embedded' }
  readonly dataDir: string
}

/** Opens the configured database and makes sure it answers; what is wrong is one sentence for the operator. */
export async function openHouseDb(config: DbChoice): Promise<Db> {
  if (config.database.kind === 'embedded') {
    try {
      return await openPglite(join(config.dataDir, 'db'))
    } catch (error) {
      if (error instanceof DatabaseRefused) throw error
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR' || code === 'ENOSPC') {
        throw new DatabaseRefused(
          `DATA_DIR ${config.dataDir} cannot be written (${code}): choose a directory this user may write.`,
        )
      }
      throw error
    }
  }
  const db = openPostgres({ url: config.database.url })
  try {
    await db.run('select 1', [])
    return db
  } catch (error) {
    await db.close().catch(() => {})
    throw new DatabaseRefused(sentence(error, config.database.url))
  }
}

function sentence(error: unknown, url: string): string {
  const { host, pathname } = new URL(url)
  const name = pathname.slice(1)
  switch (sqlState(error)) {
    case '3D000':
      return `DATABASE_URL names the database "${name}", which does not exist on ${host}: create it, or name another.`
    case '28P01':
    case '28000':
      return `DATABASE_URL: ${host} refuses this user or password.`
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
    case 'CONNECT_TIMEOUT':
      return `DATABASE_URL: no PostgreSQL answers at ${host}; start it, or leave DATABASE_URL unset to use the embedded database.`
    default:
      return `DATABASE_URL: the database at ${host} cannot be used (${sqlState(error) ?? 'unknown error'}).`
  }
}
