/** A PostgreSQL server of our own, in a directory of its own, which a test may stop the hard way. */
import { execFile, execFileSync } from 'node:child_process'
import type { ExecFileOptions } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { temporaryDir } from './children.ts'

const installed = '/usr/lib/postgresql'

function run(command: string, args: readonly string[], options: ExecFileOptions): Promise<void> {
  return new Promise((done, failed) => {
    execFile(command, args, options, (error) => (error instanceof Error ? failed(error) : done()))
  })
}

export interface PrivateServer {
  readonly url: string
  start(): Promise<void>
  /** As if the power went: no shutdown checkpoint, recovery at the next start. */
  stop(): Promise<void>
  end(): Promise<void>
}

export async function privateServer(): Promise<PrivateServer | undefined> {
  const versions = existsSync(installed) ? readdirSync(installed) : []
  const bin = versions
    .map((version) => join(installed, version, 'bin'))
    .find((dir) => existsSync(join(dir, 'initdb')))
  const user = unprivileged()
  if (bin === undefined || user === undefined) return undefined
  const dir = temporaryDir()
  const data = join(dir, 'pgdata')
  mkdirSync(data)
  for (const each of [dir, data]) {
    chmodSync(each, 0o700)
    if (user.uid !== undefined) chownSync(each, user.uid, user.gid ?? user.uid)
  }
  const port = await freePort()
  const options: ExecFileOptions = { ...user, cwd: dir }
  const ctl = (...args: string[]) =>
    run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-t', '60', ...args], options)
  const start = async () => {
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${dir}`
    await ctl('-l', join(dir, 'log'), '-o', settings, 'start')
  }
  try {
    await run(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8'], options)
    await start()
  } catch {
    return undefined
  }
  // Even a test that is torn down must not leave a server behind.
  const kill = () => {
    try {
      execFileSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], {
        ...user,
        cwd: dir,
        stdio: 'ignore',
      })
    } catch {
      // It does not run any more.
    }
  }
  process.prependListener('exit', kill)
  const stop = async () => void (await ctl('-m', 'immediate', 'stop'))
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    end: async () => {
      await stop().catch(() => {})
      process.off('exit', kill)
    },
  }
}

/** PostgreSQL refuses to run as root; whoever else we are will do. Undefined: there is nobody to run it as. */
function unprivileged(): { uid?: number; gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {}
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
