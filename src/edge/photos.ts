/** Photos outside the database: `dir/ab/cd/<sha-256>.jpg`, each written once and never changed. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import type { KeptPhoto, PhotoStore } from '../desk/ports.ts'
import { cleanPhoto, standardPhotoLimits } from './cleanPhoto.ts'
import type { PhotoLimits } from './cleanPhoto.ts'

/** Puts bytes at a path so that after a crash the file is there whole or not at all. */
export type WriteFile = (path: string, bytes: Uint8Array) => Promise<void>

/** So many pictures are decoded at once: memory stays bounded whatever arrives. */
const atOnce = 2

export function openPhotoStore(
  dir: string,
  limits: Partial<PhotoLimits> = {},
  write: WriteFile = writeWhole,
): PhotoStore {
  // libvips would keep decoded pictures for later; no picture comes twice here.
  sharp.cache(false)
  const inTurn = taking(atOnce)
  const pathOf = (hash: string) => join(dir, hash.slice(0, 2), hash.slice(2, 4), `${hash}.jpg`)

  const keep = async (bytes: Uint8Array): Promise<KeptPhoto> => {
    const photo = await cleanPhoto(bytes, { ...standardPhotoLimits, ...limits })
    if (!photo.ok) return photo
    const hash = createHash('sha256').update(photo.bytes).digest('hex')
    const path = pathOf(hash)
    try {
      if ((await sizeOf(path)) !== photo.bytes.length) await write(path, photo.bytes)
    } catch (error) {
      if (isNoSpace(error)) return { ok: false, reason: 'no_space' }
      throw error
    }
    return { ok: true, hash, width: photo.width, height: photo.height, bytes: photo.bytes.length }
  }

  return {
    keep: (bytes) => inTurn(() => keep(bytes)),
    read: async (hash) => {
      // Also what keeps a hash like `../../etc/passwd` inside the folder.
      if (!/^[0-9a-f]{64}$/.test(hash)) return undefined
      return unlessMissing(readFile(pathOf(hash)))
    },
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await unlessMissing(stat(path)))?.size
}

async function unlessMissing<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function isNoSpace(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Lets `places` of the given works run, the others wait in order. */
function taking(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = places
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((turn) => waiting.push(turn))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
