import type { Context } from 'hono'
import { Refused } from './refused.ts'
import type { Refusal } from './words.ts'

/** Reads the body and never more than `max` bytes of it, whatever Content-Length claims. */
export async function readBytes(c: Context, max: number, tooMuch: Refusal): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > max) throw new Refused(tooMuch)
  const parts: Uint8Array[] = []
  let size = 0
  const body = c.req.raw.body
  if (body) {
    for await (const part of body as ReadableStream<Uint8Array>) {
      size += part.byteLength
      if (size > max) throw new Refused(tooMuch)
      parts.push(part)
    }
  }
  return Buffer.concat(parts, size)
}

/** The string fields of a JSON object; anything else in it is ignored. */
export async function readFields(c: Context, max: number): Promise<Readonly<Record<string, string>>> {
  const text = Buffer.from(await readBytes(c, max, 'text_too_long')).toString('utf8')
  const value = parsed(text)
  if (typeof value !== 'object' || value === null) throw new Refused('malformed')
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused('malformed')
  }
}

/** An id the page made itself. It is only ever used behind the chat's own id. */
export function pageId(id: string | undefined): string {
  if (id === undefined || !/^[A-Za-z0-9_-]{8,64}$/.test(id)) throw new Refused('malformed')
  return id
}
