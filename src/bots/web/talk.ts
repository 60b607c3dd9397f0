/**
 * The talk between a page and the house.
 *
 * The page makes an id for each message and sends it until it is answered 200, always with that id. We
 * hand the message to the house first, put the visitor's line into the transcript second, and answer
 * last: a line that is shown was received, and a retry after a lost answer changes nothing.
 */
import { Hono } from 'hono'
import { storable } from '../../domain/message.ts'
import { pageId, readFields } from './body.ts'
import { Refused } from './refused.ts'
import { keepOwnLine, said, type Room } from './room.ts'

const longestCode = 64
const longestLabel = 200

export function talkRoutes(room: Room): Hono {
  const app = new Hono()
  const { clock, limits, seats, doorway, transcript, pages } = room

  // A POST and not the page itself opens the session and redeems a code, so no link preview ever does.
  app.post('/chat/:side/hello', async (c) => {
    const { code, id } = await readFields(c, limits.maxTextBytes)
    const seat = await seats.ofOrOpen(c)
    const at = clock.now()
    if (code !== undefined && code.length <= longestCode) {
      await doorway.hand({ ...said(c, seat, pageId(id), at), kind: 'start', code: storable(code) })
    } else if ((await transcript.since(seat.chat, 0, 1)).length === 0) {
      await doorway.hand({ ...said(c, seat, 'start', at), kind: 'start' })
    }
    return c.json({ chat: seat.chat })
  })

  app.get('/chat/:side/lines', async (c) => {
    const seat = await seats.of(c)
    const after = c.req.query('after')
    if (after !== undefined && !/^\d{1,15}$/.test(after)) throw new Refused('malformed')
    const lines =
      after === undefined
        ? (await transcript.since(seat.chat, 0, limits.newestLines)).slice(-limits.newestLines)
        : await transcript.since(seat.chat, Number(after))
    return c.json({ chat: seat.chat, lines })
  })

  app.get('/chat/:side/events', async (c) => {
    const seat = await seats.of(c)
    if (!pages.hasRoom(seat.chat)) throw new Refused('too_many_pages')
    return c.body(pages.listen(seat.chat), 200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'X-Accel-Buffering': 'no',
    })
  })

  app.post('/chat/:side/messages', async (c) => {
    const seat = await seats.of(c)
    const fields = await readFields(c, limits.maxTextBytes)
    const key = pageId(fields['id'])
    const text = storable(fields['text'] ?? '')
    if (text.trim() === '') throw new Refused('malformed')
    const at = clock.now()
    await doorway.hand({ ...said(c, seat, key, at), kind: 'text', text })
    return c.json({ line: await keepOwnLine(room, seat, { key, text, at }) })
  })

  app.post('/chat/:side/buttons', async (c) => {
    const seat = await seats.of(c)
    const fields = await readFields(c, limits.maxTextBytes)
    const key = pageId(fields['id'])
    const nonce = fields['nonce'] ?? ''
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(nonce)) throw new Refused('malformed')
    const at = clock.now()
    await doorway.hand({ ...said(c, seat, key, at), kind: 'button', nonce })
    const text = storable(fields['label'] ?? '').slice(0, longestLabel) || '✓'
    return c.json({ line: await keepOwnLine(room, seat, { key, text, at }) })
  })
  return app
}
