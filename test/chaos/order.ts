/**
 * Per chat, what was delivered is the outbox in its order. A delivery whose id the outbox knows is that row;
 * any other is a copy whose answer got lost: it must be a row with the same words, in its place, and one
 * copy for each time that row's outcome was recorded as not known.
 */
import type { OutRow } from './book.ts'
import type { Seen } from './telegramPeer.ts'

export interface Deliveries {
  /** One sentence for each broken promise. */
  readonly broken: readonly string[]
  readonly repeats: number
}

export function compare(chat: string, rows: readonly OutRow[], seen: readonly Seen[]): Deliveries {
  const broken: string[] = []
  const known = new Map(rows.flatMap((row) => (row.platformId === null ? [] : [[row.platformId, row]])))
  const copies = new Map<number, number>()
  const lost = new Map<number, number>()
  let last = 0
  for (const [index, one] of seen.entries()) {
    const row = known.get(String(one.messageId)) ?? lostCopy(index)
    if (row === undefined) {
      broken.push(`${chat}: "${start(one.text)}" (${one.messageId}) is in no row that may be repeated here`)
      continue
    }
    if (row.id < last) broken.push(`${chat}: row ${row.id} came after row ${last}`)
    last = Math.max(last, row.id)
    copies.set(row.id, (copies.get(row.id) ?? 0) + 1)
  }
  let repeats = 0
  for (const row of rows) {
    const count = copies.get(row.id) ?? 0
    repeats += Math.max(0, count - 1)
    if (row.status === 'sent' && count === 0) broken.push(`${chat}: row ${row.id} is sent but never came`)
    if (count > 1 + row.unknowns)
      broken.push(`${chat}: row ${row.id} came ${count} times, ${row.unknowns} unknown, ${row.tries} tries`)
  }
  return { broken, repeats }

  /** The earliest row it can be: not before the last one seen, not after the next known one. */
  function lostCopy(index: number): OutRow | undefined {
    const after = seen.slice(index + 1).map((later) => known.get(String(later.messageId)))
    const limit = after.find((row) => row !== undefined)?.id ?? Infinity
    const row = rows.find(
      (row) =>
        row.id >= last &&
        row.id <= limit &&
        row.unknowns > (lost.get(row.id) ?? 0) &&
        row.text.trim() === seen[index]?.text,
    )
    if (row !== undefined) lost.set(row.id, (lost.get(row.id) ?? 0) + 1)
    return row
  }
}

const start = (text: string) => text.replaceAll('\n', ' ').slice(0, 40)
