/** The store, scheduler and concurrency tests once more, on a PostgreSQL server. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const server = process.env['TEST_DATABASE_URL'] ?? ''
const env = {
  ...process.env,
  TEST_DATABASE_URL: server === '' ? 'postgres://postgres@127.0.0.1:5432/postgres' : server,
}
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
const folders = ['test/db', 'test/desk', 'test/scheduler', 'test/commands']
const { status } = spawnSync(process.execPath, [vitest, 'run', ...folders, ...process.argv.slice(2)], {
  env,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
