/**
 * What a platform's answer means for a row (design, outbox). A timeout after the request was written is
 * `unknown`; receipts, safety words and staff pings are repeated then, for they carry the record number
 * and must arrive; replies are not.
 */
import type { SendOutcome } from '../../domain/outgoing.ts'
import { technicianTold } from '../repairs/technicianTold.ts'
import type { OutboxRow, OutKind, SendRecord, Work } from '../store.ts'
import type { DeliverDeps } from './deliver.ts'
import { reportUnreachable } from './reportUnreachable.ts'

const backoffMs = [1_000, 5_000, 20_000, 60_000, 300_000]
const giveUpAfter = 12
const mustArrive: readonly OutKind[] = ['receipt', 'safety', 'ping']

/** Answers the conversations for which something was queued by it. */
export async function recordOutcome(
  deps: DeliverDeps,
  row: OutboxRow,
  outcome: SendOutcome,
): Promise<readonly number[]> {
  const { store, clock, log } = deps
  const now = clock.now()
  if (outcome.kind === 'moved') {
    await store.rewriteAddress(row.conversationId, outcome.to)
    await store.recordSend(row, { status: 'retry', at: now, error: 'moved' }, now)
    return [row.conversationId]
  }
  const written = recordOf(row, outcome, now, 0.75 + deps.random() / 2)
  const touched = await store.recordSend(row, written, now, consequence(row, written))
  deps.met?.sent(row.channel, written.status)
  log.info('sent', {
    trace: row.trace,
    outbox: row.id,
    channel: row.channel,
    kind: row.kind,
    status: written.status,
    tries: row.tries,
  })
  return touched
}

/** What becomes true with the answer, in the transaction that records it: said only once it happened. */
function consequence(row: OutboxRow, written: SendRecord): ((work: Work) => Promise<void>) | undefined {
  const { onSent } = row
  if (written.status === 'sent' && onSent?.then === 'technicianTold') {
    return (work) => technicianTold(work, onSent.recordId, onSent.staffId)
  }
  if (written.status === 'unreachable') return (work) => reportUnreachable(work, row.conversationId)
  return undefined
}

function recordOf(
  row: OutboxRow,
  outcome: Exclude<SendOutcome, { kind: 'moved' }>,
  now: Date,
  spread: number,
): SendRecord {
  const again = (ms: number, error: string, unknown = false): SendRecord =>
    row.tries >= giveUpAfter && unknown
      ? { status: 'unknown', error }
      : { status: 'retry', at: new Date(now.getTime() + ms), error, unknown }
  const backoff = (backoffMs[Math.min(row.tries - 1, backoffMs.length - 1)] ?? 1_000) * spread
  switch (outcome.kind) {
    case 'sent':
      return { status: 'sent', platformId: outcome.id }
    case 'pause':
      return again(outcome.afterMs, outcome.reason)
    case 'retry':
      return again(Math.max(outcome.afterMs ?? 0, backoff), outcome.reason, outcome.perhapsSent)
    case 'unknown':
      return mustArrive.includes(row.kind)
        ? again(backoff, outcome.reason, true)
        : { status: 'unknown', error: outcome.reason }
    case 'unreachable':
      return { status: 'unreachable', error: outcome.reason }
    case 'refused':
      return { status: 'dead', error: outcome.reason }
  }
}
