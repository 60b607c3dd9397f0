/** Everything that can be wrong with the environment, as a table. */
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { migrate } from '../../src/db/migrate.ts'
import { openPglite, openPostgres } from '../../src/db/open.ts'
import { temporaryDir } from './children.ts'
import { onPostgres, ownData } from './engine.ts'
import type { Settings } from './houseProcess.ts'
import { startHouse } from './houseProcess.ts'
import { server } from './postgresServer.ts'

export interface Wrong {
  readonly what: string
  /** The sentence must name it. */
  readonly names: string
  readonly given: () => Promise<{ settings: Settings; undo?: () => Promise<void> }>
  readonly onlyOnPostgres?: boolean
}

export const secret = 'geheim-Wort-93'
const token = `TELEGRAM_BOT_TOKEN`
const plainly = (settings: Settings) => async () => ({ settings: { ...settings } })
/** The server of this run, with a user and a password that mean nothing to it. */
const withSecret = (path: string) => {
  const url = new URL(server ?? 'postgres://postgres@127.0.0.1:5432/postgres')
  url.password = secret
  url.pathname = path
  return url.toString()
}

export const wrongs: readonly Wrong[] = [
  { what: 'a port that is no number', names: 'PORT', given: plainly({ PORT: 'abc' }) },
  {
    what: 'an address of no database',
    names: 'DATABASE_URL',
    given: plainly({ DATABASE_URL: `mysql://x:${secret}@h/d` }),
  },
  {
    what: 'a database that does not exist',
    names: 'DATABASE_URL',
    given: plainly({ DATABASE_URL: withSecret('/guanjia_of_nobody') }),
    onlyOnPostgres: true,
  },
  {
    what: 'no server at that port',
    names: 'DATABASE_URL',
    given: plainly({ DATABASE_URL: `postgres://postgres:${secret}@127.0.0.1:1/x` }),
  },
  { what: 'a port that is taken', names: 'PORT', given: takenPort },
  { what: 'data that another guanjia uses', names: 'DATA_DIR', given: lockedData },
  { what: 'a data directory that cannot be written', names: 'DATA_DIR', given: unwritableData },
  { what: 'a database newer than the code', names: 'DATABASE_URL', given: newerDatabase },
  { what: 'a token of another shape', names: token, given: plainly({ [token]: secret }) },
  {
    what: 'pushes without a secret',
    names: 'TELEGRAM_WEBHOOK_SECRET',
    given: plainly({ [token]: `1:${secret}`, TELEGRAM_MODE: 'webhook' }),
  },
  {
    what: 'a gateway without its address',
    names: 'WECHATY_PUPPET_SERVICE_ENDPOINT',
    given: plainly({ WECHATY_PUPPET_SERVICE_TOKEN: secret }),
  },
]

async function takenPort() {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { settings, drop } = await ownData()
  const PORT = String((other.address() as AddressInfo).port)
  const undo = async () => {
    other.close()
    await drop()
  }
  return { settings: { ...settings, PORT }, undo }
}

async function lockedData() {
  const settings = { DATA_DIR: temporaryDir() }
  const first = await startHouse(settings)
  const undo = async () => {
    first.kill('SIGTERM')
    await first.ended
  }
  return { settings, undo }
}

/** A file stands where the directory should be: that stops even root. */
async function unwritableData() {
  const file = join(temporaryDir(), 'file')
  writeFileSync(file, '')
  const { settings, drop } = await ownData()
  return { settings: { ...settings, DATA_DIR: join(file, 'data') }, undo: drop }
}

async function newerDatabase() {
  const { settings, drop } = await ownData()
  const url = settings['DATABASE_URL']
  const db =
    onPostgres && url !== undefined
      ? openPostgres({ url })
      : await openPglite(join(settings['DATA_DIR'] ?? '', 'db'))
  await migrate(db)
  await db.run(
    `insert into drizzle.__drizzle_migrations (hash, created_at) values ('next', 9999999999999)`,
    [],
  )
  await db.close()
  return { settings, undo: drop }
}
