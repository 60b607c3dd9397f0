import type { FetchedPhoto } from '../../desk/ports.ts'
import type { PhotoRef } from '../../domain/message.ts'
import type { Api } from './api.ts'

/** The Bot API hands out nothing larger. */
const apiLimit = 20 * 1024 * 1024

/** Fetches a photo, and stops reading as soon as it is larger than allowed. */
export async function fetchPhoto(
  api: Api,
  photo: PhotoRef,
  maxBytes: number,
  timeoutMs: number,
): Promise<FetchedPhoto> {
  const limit = Math.min(maxBytes, apiLimit)
  if ((photo.size ?? 0) > limit) return { ok: false, reason: 'too_large' }
  const file = await api.call('getFile', { file_id: photo.ref })
  if (!file.ok) {
    const { failure } = file
    if (/file is too big/i.test(failure.reason)) return { ok: false, reason: 'too_large' }
    const gone = failure.kind === 'refusal' && failure.code === 400
    return { ok: false, reason: gone ? 'gone' : 'failed' }
  }
  const { file_path: path, file_size: size } = file.result
  if ((size ?? 0) > limit) return { ok: false, reason: 'too_large' }
  if (!path) return { ok: false, reason: 'gone' }
  return download(api.fileAddress(path), limit, timeoutMs)
}

async function download(address: string, limit: number, timeoutMs: number): Promise<FetchedPhoto> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  try {
    const response = await fetch(address, { signal: abort.signal })
    if (response.status === 404) return { ok: false, reason: 'gone' }
    if (!response.ok || !response.body) return { ok: false, reason: 'failed' }
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > limit) return { ok: false, reason: 'too_large' }
      chunks.push(chunk)
    }
    return { ok: true, bytes: new Uint8Array(Buffer.concat(chunks)) }
  } catch {
    return { ok: false, reason: 'failed' } // the error names the address, and the address the token
  } finally {
    clearTimeout(timer)
    abort.abort()
  }
}
