// On CI's machine only: installs what tests use from Debian's packages and a clean machine lacks
// (Chromium and a font with Chinese; a PostgreSQL server where none runs). Elsewhere it does nothing.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

if (process.env.CI !== 'true' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) process.exit(0)

const run = (command, ...args) =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
const answers = () => spawnSync('pg_isready', ['-q', '-h', '127.0.0.1'], { stdio: 'ignore' }).status === 0

const missing = []
if (!existsSync('/usr/bin/chromium')) missing.push('chromium', 'fonts-wqy-microhei')
if (!answers() && !existsSync('/etc/postgresql')) missing.push('postgresql')
if (missing.length > 0) {
  run('apt-get', 'update', '-qq')
  if (!run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing)) {
    console.error(`could not install ${missing.join(', ')}: the tests that need them will say so`)
  }
}
if (!answers() && existsSync('/etc/postgresql')) {
  const version = execFileSync('ls', ['/etc/postgresql'], { encoding: 'utf8' }).trim().split('\n').at(-1)
  run('pg_ctlcluster', '--skip-systemctl-redirect', version, 'main', 'start')
}
