/**
 * What PGlite needs around it to be trusted with a small office: a lock (two processes on one directory
 * lose rows), a checkpoint and a vacuum on a timer (it has neither), and half-made directories moved aside.
 * It is one process and not safe against power loss; `/healthz` says so.
 */
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { DatabaseRefused } from './refused.ts'

const upkeepEveryMs = 5 * 60_000

export async function openEmbedded(dir: string): Promise<{ client: PGlite; close: () => Promise<void> }> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const release = await takeLock(join(dir, 'guanjia.lock'), dir)
  const pgdata = join(dir, 'pgdata')
  try {
    if (existsSync(pgdata) && !isWhole(pgdata)) await rename(pgdata, `${pgdata}.half-made-${process.pid}`)
    const client = await PGlite.create(pgdata)
    const upkeep = setInterval(
      () => void client.exec('checkpoint; vacuum (analyze);').catch(() => {}),
      upkeepEveryMs,
    )
    upkeep.unref()
    const close = async () => {
      clearInterval(upkeep)
      await client.exec('checkpoint;').catch(() => {})
      await client.close()
      await release()
    }
    return { client, close }
  } catch (error) {
    await release()
    throw error
  }
}

function isWhole(pgdata: string): boolean {
  return existsSync(join(pgdata, 'PG_VERSION')) && existsSync(join(pgdata, 'global', 'pg_control'))
}

async function takeLock(file: string, dir: string): Promise<() => Promise<void>> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const handle = await open(file, 'wx', 0o600)
      await handle.writeFile(String(process.pid))
      await handle.close()
      return () => unlink(file).catch(() => {})
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const pid = Number(await readFile(file, 'utf8').catch(() => ''))
      if (pid > 0 && pid !== process.pid && isAlive(pid)) {
        throw new DatabaseRefused(
          `The data directory ${dir} is in use by process ${pid}: stop that one first, or set DATA_DIR to another directory.`,
        )
      }
      // Left behind by a process that is gone.
      await unlink(file).catch(() => {})
    }
  }
  throw new DatabaseRefused(`The lock file ${file} cannot be taken: remove it if no guanjia is running.`)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
