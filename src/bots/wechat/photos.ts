/**
 * Photos on a shelf of our own. Gateways forget files within minutes and are gone after a reconnect, so
 * the bytes are fetched as soon as a photo arrives, into one file named by the hash of the message id.
 * The shelf is bounded: the oldest and the too old go first.
 */
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { FetchedPhoto } from '../../desk/ports.ts'
import { errorKind, isAnswer } from './gatewayErrors.ts'
import type { Timings, WeChatOptions } from './options.ts'
import type { Line } from './supervise.ts'
import { backoff, pause, within } from './wait.ts'

export const photoBytes = 20 * 1024 * 1024
const shelfBytes = 500 * 1024 * 1024
const shelfMs = 7 * 24 * 60 * 60 * 1000
const fetchTries = 4

type Shelved = 'shelved' | 'too_large' | 'gone' | 'failed'

export interface PhotoShelf {
  /** Begins to fetch; never fails and is not waited for. */
  fetchSoon(ref: string): void
  take(ref: string, maxBytes: number): Promise<FetchedPhoto>
}

export function photoShelf(
  { spool, clock, chance, log }: WeChatOptions,
  timings: Timings,
  line: Line,
  directory = join(spool, 'photos'),
): PhotoShelf {
  const fetching = new Map<string, Promise<Shelved>>()
  const fileOf = (ref: string) => join(directory, createHash('sha256').update(ref).digest('hex'))
  mkdirSync(directory, { recursive: true, mode: 0o700 })

  async function shelve(ref: string): Promise<Shelved> {
    if (await sizeOf(fileOf(ref))) return 'shelved'
    const session = line.online()
    if (!session) return 'failed'
    const file = fileOf(ref)
    try {
      const bytes = await session.openPhoto(ref)
      const fits = await within(timings.photoMs, write(bytes, `${file}.part`))
      if (!fits) return 'too_large'
      // The shelf's age is told by the house's clock, not by the disk's.
      await utimes(`${file}.part`, clock.now(), clock.now())
      await rename(`${file}.part`, file)
      await clear()
      return 'shelved'
    } catch (error) {
      log.warn('wechat.photo-not-fetched', { kind: errorKind(error) })
      return isAnswer(error) ? 'gone' : 'failed'
    } finally {
      await rm(`${file}.part`, { force: true })
    }
  }

  /** A gateway may still be downloading the photo itself when it tells us of it: ask more than once. */
  async function shelvePatiently(ref: string, tries: number): Promise<Shelved> {
    for (let attempt = 0; ; attempt++) {
      const result = await shelve(ref)
      if (result === 'shelved' || result === 'too_large' || attempt + 1 >= tries) return result
      await pause(backoff(attempt, timings.readRetryMs, timings.readRetryMs * 16, chance))
    }
  }

  function fetchOnce(ref: string, tries: number): Promise<Shelved> {
    const running = fetching.get(ref)
    if (running) return running
    const fetch = shelvePatiently(ref, tries)
      .catch((): Shelved => 'failed')
      .finally(() => fetching.delete(ref))
    fetching.set(ref, fetch)
    return fetch
  }

  async function clear(): Promise<void> {
    const names = await readdir(directory)
    const files = await Promise.all(
      names.map(async (name) => {
        const { size, mtimeMs } = await stat(join(directory, name)).catch(() => ({ size: 0, mtimeMs: 0 }))
        return { path: join(directory, name), size, mtimeMs }
      }),
    )
    let total = 0
    for (const file of files.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
      total += file.size
      const old = clock.now().getTime() - file.mtimeMs > shelfMs
      if ((total > shelfBytes || old) && !file.path.endsWith('.part')) await rm(file.path, { force: true })
    }
  }

  return {
    fetchSoon: (ref) => void fetchOnce(ref, fetchTries),
    async take(ref, maxBytes) {
      try {
        const result = await fetchOnce(ref, 1)
        if (result !== 'shelved') return { ok: false, reason: result }
        const size = (await sizeOf(fileOf(ref))) ?? 0
        if (size > maxBytes) return { ok: false, reason: 'too_large' }
        return { ok: true, bytes: new Uint8Array(await readFile(fileOf(ref))) }
      } catch {
        return { ok: false, reason: 'failed' }
      }
    },
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.size
}

/** False as soon as there is more than {@link photoBytes}; an empty download is a failure. */
async function write(bytes: AsyncIterable<Uint8Array>, file: string): Promise<boolean> {
  const handle = await open(file, 'w', 0o600)
  try {
    let size = 0
    for await (const chunk of bytes) {
      size += chunk.byteLength
      if (size > photoBytes) return false
      await handle.write(chunk)
    }
    if (size === 0) throw new Error('empty photo')
    return true
  } finally {
    await handle.close()
  }
}
