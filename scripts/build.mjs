// Compiles src/ to dist/ and copies what the compiler does not: the pages.
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'

rmSync('dist', { recursive: true, force: true })
const { status } = spawnSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'],
  { stdio: 'inherit' },
)
if (status !== 0) process.exit(status ?? 1)
cpSync('src/bots/web/page', 'dist/bots/web/page', { recursive: true })
