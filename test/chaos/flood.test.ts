/**
 * One person floods the house: they hear one kind word and not much more, others hardly notice, and an
 * emergency in the middle of it is heard.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { personId } from '../peers/telegramServer.ts'
import { openBook } from './book.ts'
import { endAll } from './children.ts'
import { ownData, onPostgres } from './engine.ts'
import { startHouse } from './houseProcess.ts'
import { pause, until } from './patience.ts'
import { dropDatabases } from './postgresServer.ts'
import type { Peer, Seen } from './telegramPeer.ts'
import { startPeer } from './telegramPeer.ts'

const flood = 1_000
/** Faster than a minute's worth of them: 1,000 in about 20 s. */
const burst = { size: 50, everyMs: 1_000 }
const asked = 12
/** A burst of 30, what a bucket regains in these seconds, the kind word, the help. */
const mostReplies = 45
const [flooder, neighbour] = [1, 2]
const kindWord = '发得有点快'
const patienceMs = 90_000

afterAll(async () => {
  await endAll()
  await dropDatabases()
})

describe('a thousand messages of one person', { timeout: 400_000 }, () => {
  it('slow that person, and nobody else', async () => {
    const { settings, drop } = await ownData()
    const peer = await startPeer()
    const house = await startHouse({ ...settings, ...peer.settings })
    const idle = await latencies(peer, asked)

    const flooding = pour(peer)
    const busy = await latencies(peer, asked)
    await flooding
    const emergency = await peer.says(flooder, '着火了！3-2-501 厨房着火了，快来人')
    await until('help is promised', async () => (await to(peer, flooder)).some(isHelp), patienceMs)
    await until('all is taken in', async () => (await peer.state()).pending === 0, patienceMs, 500)

    const heard = await to(peer, flooder)
    expect(heard.filter((one) => one.text.includes(kindWord))).toHaveLength(1)
    expect(heard.length).toBeLessThanOrEqual(mostReplies)
    expect(heard.find(isHelp)?.text).toMatch(/119.*120.*110/)
    console.log(
      `flood: ${flood} messages, ${heard.length} replies, neighbour ${median(idle)} ms idle, ${median(busy)} ms in the flood`,
    )
    expect(median(busy)).toBeLessThanOrEqual(3 * median(idle) + 200)
    if (onPostgres) await isFiled(settings['DATABASE_URL'] ?? '', emergency.update_id)

    house.kill('SIGTERM')
    expect((await house.ended).code).toBe(0)
    await peer.stop()
    await drop()
  })
})

/** Nothing that floods is a report by itself: it would be a talk, and talks are another test's. */
async function pour(peer: Peer): Promise<void> {
  for (let n = 0; n < flood; n += burst.size) {
    const began = performance.now()
    await Promise.all(Array.from({ length: burst.size }, (_, k) => peer.says(flooder, `在吗在吗 ${n + k}`)))
    await pause(Math.max(0, burst.everyMs - (performance.now() - began)))
  }
}

/** How long the neighbour waits for an answer, several times; each asked when the former was answered. */
async function latencies(peer: Peer, times: number): Promise<number[]> {
  const waits: number[] = []
  for (let n = 0; n < times; n += 1) {
    const before = (await to(peer, neighbour)).length
    const said = performance.now()
    await peer.says(neighbour, '在吗')
    await until('an answer', async () => (await to(peer, neighbour)).length > before, patienceMs, 10)
    waits.push(Math.round(performance.now() - said))
    // Telegram wants a second between two messages to one chat: not what is measured here.
    await pause(1_100)
  }
  return waits
}

const to = async (peer: Peer, who: number): Promise<Seen[]> =>
  (await peer.delivered()).filter((one) => one.chat === String(personId(who)))

const isHelp = (one: Seen) => one.text.includes('119')
const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0

async function isFiled(url: string, update: number): Promise<void> {
  const book = openBook(url)
  const filed = await book.ask<{ urgent: boolean; kind: string }>(
    `select r.urgent, r.kind from records r join inbox i on i.id = r.origin_inbox_id where i.message_id like '${update}:%'`,
  )
  const inbox = await book.inbox()
  await book.close()
  expect(filed).toEqual([{ urgent: true, kind: expect.any(String) as string }])
  expect(inbox.length).toBeGreaterThanOrEqual(flood + 2 * asked + 1)
  expect(inbox.filter((row) => row.status !== 'handled')).toEqual([])
}
