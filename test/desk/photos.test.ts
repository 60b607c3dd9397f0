/** What becomes of a resident's photo: fetched, checked, kept, and seen by those who need it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import { fetchPhotos } from '../../src/desk/fetchPhotos.ts'
import type { FetchedPhoto } from '../../src/desk/ports.ts'
import { openTestDb } from '../support/database.ts'
import { listeningChannel } from '../support/house.ts'
import { png } from '../support/png.ts'
import { memoryPhotos } from '../support/webMemory.ts'
import type { Manned } from './manned.ts'
import { openManned } from './manned.ts'

let db: Db
beforeAll(async () => {
  db = await openTestDb()
})
afterAll(() => db.close())

/** A house whose web channel answers every fetch with `fetched`. */
async function withPhotos(fetched: () => FetchedPhoto) {
  const house = await openManned({ db, at: '2026-09-21T09:00:00+08:00' })
  const web = { ...listeningChannel('web', house.clock, []), fetchPhoto: async () => fetched() }
  const fetch = async () => {
    const settled = await fetchPhotos({ ...house.deps, channels: [web], photos: memoryPhotos() })
    await house.tick()
    return settled
  }
  return { house, fetch }
}
const good = (): FetchedPhoto => ({ ok: true, bytes: png() })
const sends = (house: Manned, text = '') =>
  house.send(house.message('wang', { kind: 'photo', text, photos: [{ ref: 'r1' }] } as never, 'web'))
const photo = async () => {
  const [row] = await db.run<{ status: string; reason: string | null; hash: string | null; tries: number }>(
    'select status, reason, hash, tries from photos',
    [],
  )
  return row
}

describe('a photo of a resident', () => {
  it('is fetched once and kept by its hash', async () => {
    const { house, fetch } = await withPhotos(good)
    await sends(house, '厨房水管漏水')
    expect(await fetch()).toBe(1)
    expect(await photo()).toMatchObject({
      status: 'kept',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    })
    expect(await fetch()).toBe(0)
  })

  it.each([
    ['that is no photo', { ok: true, bytes: new Uint8Array([1, 2, 3]) }, /不是照片/],
    ['that is too large', { ok: false, reason: 'too_large' }, /太大了/],
    ['that is gone', { ok: false, reason: 'gone' }, /请再发一次/],
  ] as const)('%s gets a kind answer, once', async (_, fetched, words) => {
    const { house, fetch } = await withPhotos(() => fetched)
    await sends(house, '厨房水管漏水')
    await fetch()
    await fetch()
    expect(house.heardBy('wang').filter((each) => words.test(each.text))).toHaveLength(1)
    expect((await photo())?.status).toBe('refused')
  })

  it('that cannot be fetched now is tried again, later and later, and at last given up with a word', async () => {
    const { house, fetch } = await withPhotos(() => ({ ok: false, reason: 'failed' }))
    await sends(house, '厨房水管漏水')
    for (let tries = 1; tries <= 5; tries += 1) {
      expect(await fetch()).toBe(0)
      expect((await photo())?.tries).toBe(tries)
      expect(await fetch()).toBe(0)
      house.clock.pass(600_000)
    }
    expect(await fetch()).toBe(1)
    expect(house.lastTo('wang')).toMatch(/请再发一次|还没提交/)
    expect((await photo())?.status).toBe('refused')
  })

  it('reaches the technician who has the order', async () => {
    const { house, fetch } = await withPhotos(good)
    await sends(house, '厨房水管漏水')
    await house.says('wang', '尽快')
    await fetch()
    await house.says('wang', '确认提交')
    await fetch()
    const rows = await db.run<{ n: number }>(
      `select jsonb_array_length(o.body -> 'photos') as n from outbox o join conversations c on c.id = o.conversation_id
       where c.chat = 'zhang' and o.body ? 'photos'`,
      [],
    )
    expect(rows.map((row) => row.n)).toEqual([1])
  })
})
