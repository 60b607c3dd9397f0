import { Hono } from 'hono'
import { storable } from '../../domain/message.ts'
import { pageId, readBytes } from './body.ts'
import { Refused } from './refused.ts'
import { keepOwnLine, said, type Room } from './room.ts'

const longestCaption = 1000

export function photoRoutes(room: Room): Hono {
  const app = new Hono()
  const { clock, limits, photos, seats, doorway, transcript } = room
  let arriving = 0

  // The body is the photo and nothing else: no form parser stands at the door.
  app.post('/chat/:side/photos', async (c) => {
    const seat = await seats.of(c)
    const key = pageId(c.req.header('x-guanjia-id'))
    const text = caption(c.req.header('x-guanjia-caption'))
    if (arriving >= limits.photosAtOnce) throw new Refused('busy')
    if (!room.photoAllowance.take(seat.chat)) throw new Refused('too_many_photos')
    const at = clock.now()
    arriving += 1
    try {
      const kept = await photos.keep(await readBytes(c, limits.maxPhotoBytes, 'too_large'))
      if (!kept.ok) throw new Refused(kept.reason)
      const { hash, bytes } = kept
      await doorway.hand({
        ...said(c, seat, key, at),
        kind: 'photo',
        text,
        photos: [{ ref: hash, size: bytes }],
      })
      return c.json({ line: await keepOwnLine(room, seat, { key, text, photos: [hash], at }) })
    } finally {
      arriving -= 1
    }
  })

  // A hash alone opens nothing: the same photo is not there for anyone whose talk does not show it.
  app.get('/photos/:hash', async (c) => {
    const hash = c.req.param('hash')
    if (!/^[A-Za-z0-9_-]{16,128}$/.test(hash)) throw new Refused('not_found')
    const mayLook = await Promise.all((await seats.all(c)).map((seat) => transcript.shows(seat.chat, hash)))
    const bytes = mayLook.includes(true) ? await photos.read(hash) : undefined
    const picture = bytes && pictureType(bytes)
    if (!bytes || !picture) throw new Refused('not_found')
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': `image/${picture}`,
      'Content-Disposition': `inline; filename="photo.${picture}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, max-age=3600',
    })
  })
  return app
}

/** Headers are ASCII, so the page sends the caption percent-encoded. */
function caption(encoded: string | undefined): string {
  try {
    return storable(decodeURIComponent(encoded ?? '')).slice(0, longestCaption)
  } catch {
    throw new Refused('malformed')
  }
}

function pictureType(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp'
  return undefined
}
