/** Request bodies of the Bot API: JSON, or multipart where a file goes along. */
import type { IncomingMessage } from 'node:http'
import type { Json } from './telegramUpdates.ts'

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export function fieldsOf(request: IncomingMessage, body: Buffer): Json {
  const type = request.headers['content-type'] ?? ''
  const boundary = /multipart\/form-data; *boundary=(.+)$/.exec(type)?.[1]
  if (boundary !== undefined) return partsOf(body, boundary)
  return body.length === 0 ? {} : (JSON.parse(body.toString()) as Json)
}

function partsOf(body: Buffer, boundary: string): Json {
  const fields: Record<string, unknown> = {}
  const mark = Buffer.from(`--${boundary}`)
  let from = body.indexOf(mark)
  while (from >= 0) {
    const to = body.indexOf(mark, from + mark.length)
    if (to < 0) break
    const part = body.subarray(from + mark.length, to)
    const gap = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, gap).toString()
    const content = part.subarray(gap + 4, part.length - 2)
    const name = /name="([^"]*)"/.exec(head)?.[1]
    if (name !== undefined) fields[name] = /filename="/.test(head) ? content : content.toString()
    from = to
  }
  return fields
}
