/** Which database a house of this run gets: embedded, or one of its own on PostgreSQL. */
import { onPostgres } from '../support/database.ts'
import { temporaryDir } from './children.ts'
import type { Settings } from './houseProcess.ts'
import { ownDatabase } from './postgresServer.ts'

export { onPostgres }

export interface OwnData {
  readonly settings: Settings
  readonly drop: () => Promise<void>
}

export async function ownData(): Promise<OwnData> {
  const dir = { DATA_DIR: temporaryDir() }
  if (!onPostgres) return { settings: dir, drop: async () => {} }
  const { url, drop } = await ownDatabase()
  return { settings: { ...dir, DATABASE_URL: url }, drop }
}
