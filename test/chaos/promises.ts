/** What must be true when the faults have stopped and everything has drained (design, section 4). */
import { expect } from 'vitest'
import { repairLifecycle } from '../../src/domain/repair/lifecycle.ts'
import { personId } from '../peers/telegramServer.ts'
import type { Book, EventRow } from './book.ts'
import type { Crowd } from './crowd.ts'
import { grouped } from './grouped.ts'
import { compare } from './order.ts'
import type { Peer } from './telegramPeer.ts'

/** One record for each matter, and its number was seen by whom it concerns. */
export async function everyMatterOnce(book: Book, crowd: Crowd): Promise<void> {
  const records = await book.records()
  const wrong: string[] = []
  for (const one of crowd.people) {
    const chat = String(personId(one.who))
    const own = records.filter((record) => record.chat === chat)
    for (const { word } of one.matters) {
      const found = own.filter((record) => record.description.includes(word))
      if (found.length !== 1) wrong.push(`${word} has ${found.length} records`)
    }
    const unseen = own.filter((record) => !one.numbers.has(record.number))
    if (unseen.length > 0) wrong.push(`${chat} never saw ${unseen.map((record) => record.number).join()}`)
    if (own.length !== one.matters.length) wrong.push(`${chat} has ${own.length} records`)
  }
  expect(wrong).toEqual([])
  expect(records).toHaveLength(crowd.people.reduce((sum, one) => sum + one.matters.length, 0))
}

/** Whatever anybody said is in the inbox once, and handled. */
export async function everyWordHandled(book: Book, crowd: Crowd, peer: Peer): Promise<void> {
  const inbox = await book.inbox()
  const ids = inbox.map((row) => Number(row.messageId.split(':')[0])).toSorted((a, b) => a - b)
  expect(inbox.filter((row) => row.status !== 'handled')).toEqual([])
  expect(ids).toEqual([...crowd.said].toSorted((a, b) => a - b))
  const { pending, confirmed } = await peer.state()
  expect(pending).toBe(0)
  const kept = new Set(ids)
  expect(confirmed.filter((id) => !kept.has(id))).toEqual([])
}

/** Every history is a legal path of the table, each step by somebody who may take it. */
export async function historiesAreLegal(book: Book): Promise<void> {
  const byRecord = grouped(await book.events(), (event) => event.record)
  const wrong = [...byRecord].flatMap(([record, events]) =>
    events.filter((event, n) => !isLegal(event, events[n - 1])).map((event) => `${record}: ${event.event}`),
  )
  expect(wrong).toEqual([])
  expect(byRecord.size).toBe((await book.records()).length)
}

function isLegal({ event, from, to, actor }: EventRow, before: EventRow | undefined): boolean {
  if (before === undefined) return event === 'report' && from === null && to === 'logged'
  if (from === null && to === null) return true
  const roles: readonly string[] = [actor.kind, ...(actor.roles ?? [])]
  return repairLifecycle.some(
    (row) =>
      row.event === event &&
      row.to === to &&
      row.from.some((state) => state === from) &&
      row.who.some((role) => roles.includes(role)),
  )
}

/** Everything queued was sent, in its order; answers how often something came twice. */
export async function everythingDelivered(book: Book, peer: Peer): Promise<number> {
  const rows = await book.outbox()
  const lost = rows.filter(
    (row) => row.status !== 'sent' && !(row.status === 'unknown' && row.kind === 'reply'),
  )
  expect(lost).toEqual([])
  const seen = grouped(await peer.delivered(), (one) => one.chat)
  const chats = grouped(rows, (row) => row.chat)
  const found = [...chats].map(([chat, own]) => compare(chat, own, seen.get(chat) ?? []))
  expect(found.flatMap((each) => each.broken)).toEqual([])
  return found.reduce((sum, each) => sum + each.repeats, 0)
}
