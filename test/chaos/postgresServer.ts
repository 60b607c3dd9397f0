/** The PostgreSQL server these tests need, and the reason to say when there is none. */
import postgres from 'postgres'
import { makeDatabase } from '../support/database.ts'

const given = process.env['TEST_DATABASE_URL']
const usual = 'postgres://postgres@127.0.0.1:5432/postgres'

/** TEST_DATABASE_URL set to nothing says: not in this run (CI does these in its step on PostgreSQL). */
export const server = given === undefined ? usual : given === '' ? undefined : given

export async function whyNot(): Promise<string | undefined> {
  if (server === undefined) return 'TEST_DATABASE_URL is empty: these tests belong to the run on PostgreSQL'
  const sql = postgres(server, { max: 1, connect_timeout: 3, onnotice: () => {} })
  try {
    await sql`select 1`
    return undefined
  } catch {
    if (process.env['CI'] === 'true') throw new Error('no PostgreSQL answers, and in CI these tests must run')
    return 'no PostgreSQL answers'
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Says on the terminal why a whole file is skipped. */
export async function isMissing(file: string): Promise<boolean> {
  const reason = await whyNot()
  if (reason !== undefined) console.log(`${file} skipped: ${reason}`)
  return reason !== undefined
}

const drops = new Set<() => Promise<void>>()

export async function ownDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  if (server === undefined) throw new Error('no PostgreSQL server is named')
  const { url, drop } = await makeDatabase(server)
  drops.add(drop)
  return {
    url,
    drop: async () => {
      drops.delete(drop)
      await drop()
    },
  }
}

/** For `afterAll`: what a failed test left behind. */
export async function dropDatabases(): Promise<void> {
  await Promise.all([...drops].map((drop) => drop()))
  drops.clear()
}
