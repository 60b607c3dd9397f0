import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { webSessions, webTranscript } from '../../src/db/store/web.ts'
import type { Db } from '../../src/db/open.ts'
import { openTestDb } from '../support/database.ts'

describe('the web chat in the database', () => {
  let db: Db
  let now = new Date('2026-09-21T09:00:00+08:00')
  const clock = { now: () => now }
  beforeAll(async () => {
    db = await openTestDb()
  })
  afterAll(() => db.close())
  const line = (key: string, text: string) => ({ key, from: 'me' as const, text, at: now })

  it('a line appended twice with one key is shown once, and the first is answered', async () => {
    const transcript = webTranscript(db)
    const [first] = await transcript.append('a', [line('k1', '漏水'), line('k2', '厨房')])
    const again = await transcript.append('a', [line('k1', 'other words')])
    expect(again).toMatchObject([{ id: first?.id, text: '漏水' }])
    expect((await transcript.since('a', 0)).map((each) => each.text)).toEqual(['漏水', '厨房'])
  })

  it('lines appended at once to one chat get ids in the order they become visible', async () => {
    const transcript = webTranscript(db)
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => transcript.append('b', [line(`k${n}`, String(n))])),
    )
    const ids = (await transcript.since('b', 0)).map((each) => each.id)
    expect(ids).toEqual([...ids].sort((x, y) => x - y))
    expect(await transcript.since('b', 0, 3)).toHaveLength(3)
  })

  it('a photo is shown only to the chat that has it', async () => {
    const transcript = webTranscript(db)
    await transcript.append('c', [{ ...line('p', ''), photos: ['abc'] }])
    expect([await transcript.shows('c', 'abc'), await transcript.shows('a', 'abc')]).toEqual([true, false])
  })

  it('a session is found by its token on its side only, until it lay idle too long', async () => {
    const sessions = webSessions(db, clock)
    const { token, chat } = await sessions.open(now, 'staff')
    expect(await sessions.find(token, 'staff')).toEqual({ chat })
    expect(await sessions.find(token, 'resident')).toBeUndefined()
    const stored = await db.run<{ hash: string }>('select hash from web_sessions', [])
    expect(stored.some((row) => row.hash === token)).toBe(false)
    now = new Date(now.getTime() + 7 * 24 * 3_600_000)
    expect(await sessions.find(token, 'staff')).toBeUndefined()
  })

  it('an ended session is unknown', async () => {
    const sessions = webSessions(db, clock)
    const { token } = await sessions.open(now, 'resident')
    await sessions.end(token)
    expect(await sessions.find(token, 'resident')).toBeUndefined()
  })
})
