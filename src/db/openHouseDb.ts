import { mkdir, rm, writeFile } from 'node:fs/promises'
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
        throw unwritable(config.dataDir, error)
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

/** Photos and the spool of a line live there whatever the database is. */
export async function mustBeWritable(dir: string): Promise<void> {
  const probe = join(dir, `.probe-${process.pid}`)
  try {
    await mkdir(dir, { recursive: true })
    await writeFile(probe, '')
    await rm(probe, { force: true })
  } catch (error) {
    throw unwritable(dir, error)
  }
}

function unwritable(dir: string, error: unknown): DatabaseRefused {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
  return new DatabaseRefused(
    `DATA_DIR ${dir} cannot be written (${code}): choose a directory this user may write.`,
  )
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
