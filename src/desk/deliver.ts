/**
 * Sends what was queued and records what the platform answered.
 *
 * A row is leased, sent, marked. Live rows come straight from the turn that queued them (leased in the
 * same statement); everything else is found by the sweep. Per conversation and lane only the oldest open
 * row is ever in hand, so the order holds across processes.
 *
 * What an answer means (design, outbox): a timeout after the request was written is `unknown`; receipts,
 * safety words and staff pings are repeated then, for they carry the record number and must arrive;
 * replies are not. 429 silences the whole account for as long as the platform says.
 */
import type { Address } from '../domain/message.ts'
import type { SendOutcome } from '../domain/outgoing.ts'
import { isQuiet, releaseAt } from '../domain/time/quiet.ts'
import type { Channel, Clock, Log } from './ports.ts'
import type { OutboxRow, OutKind, SendRecord, Store, Work } from './store.ts'
import { reportUnreachable } from './reportUnreachable.ts'
import { technicianTold } from './repairs/technicianTold.ts'

export interface DeliverDeps {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly channels: readonly Channel[]
  /** Waits; the only timer of the delivery, given from outside. */
  readonly pause: (ms: number) => Promise<void>
  readonly random: () => number
  readonly met?: { sent(channel: string, status: string): void }
}

export interface Delivery {
  /** Rows leased to us: sent now, in the background. */
  sendNow(rows: readonly OutboxRow[]): void
  /** Something was queued for these conversations. */
  nudge(conversations: readonly number[]): void
  /** Claims and sends whatever is due; resolves when the claimed rows are done. Answers how many there were. */
  sweep(): Promise<number>
  /** Waits for everything in hand. */
  settle(): Promise<void>
}

const leaseMs = 30_000
const batch = 50
const backoffMs = [1_000, 5_000, 20_000, 60_000, 300_000]
const giveUpAfter = 12
const longestPauseMs = 10_000
const mustArrive: readonly OutKind[] = ['receipt', 'safety', 'ping']

export function delivery(deps: DeliverDeps): Delivery {
  const silentUntil = new Map<string, number>()
  const lastSent = new Map<string, number>()
  const inHand = new Set<Promise<void>>()
  const queues = new Map<number, Promise<void>>()

  const track = (work: Promise<void>) => {
    inHand.add(work)
    void work.finally(() => inHand.delete(work))
  }

  /** One conversation at a time: rows of one turn go out one after the other. */
  const inTurn = (conversationId: number, work: () => Promise<void>): Promise<void> => {
    const running = (queues.get(conversationId) ?? Promise.resolve()).then(work).catch((error: unknown) => {
      deps.log.error('delivery failed', { error: error instanceof Error ? error.name : 'unknown' })
    })
    queues.set(conversationId, running)
    void running.finally(() => {
      if (queues.get(conversationId) === running) queues.delete(conversationId)
    })
    return running
  }

  const sendOne = async (row: OutboxRow): Promise<boolean> => {
    const channel = deps.channels.find((each) => each.name === row.channel)
    const outcome = channel === undefined ? offline : ((await night(row)) ?? (await paced(channel, row)))
    const touched = await record(deps, row, outcome, silentUntil)
    if (touched.length > 0) nudge(touched)
    return outcome.kind === 'sent'
  }

  /** What nobody asked for is not sent in quiet hours, however long it lay queued. */
  const night = async (row: OutboxRow): Promise<SendOutcome | undefined> => {
    if (row.kind !== 'notice') return undefined
    const now = deps.clock.now()
    const { policy, calendar } = await deps.store.book(row.estateId)
    const quiet = { start: policy['quiet.start'], end: policy['quiet.end'] }
    if (!isQuiet(now, quiet, calendar.zone)) return undefined
    return {
      kind: 'retry',
      reason: 'quiet hours',
      afterMs: releaseAt(now, quiet, calendar.zone).getTime() - now.getTime(),
    }
  }

  /** Keeps the account's and the chat's pace, and the silence a platform asked for. */
  const paced = async (channel: Channel, row: OutboxRow): Promise<SendOutcome> => {
    const now = deps.clock.now().getTime()
    const account = `${row.channel}:${row.account}`
    const chat = `${account}:${row.chat}`
    const silence = (silentUntil.get(account) ?? 0) - now
    if (silence > 0) return { kind: 'retry', reason: 'the account is silenced', afterMs: silence }
    // A clock set back must not make the line wait for the old time.
    const after = (key: string, pace: number) => Math.min(lastSent.get(key) ?? 0, now + longestPauseMs) + pace
    const free = Math.max(after(account, channel.pace.perAccountMs), after(chat, channel.pace.perChatMs), now)
    // Waited out in the queue, not under the lease.
    if (free - now > longestPauseMs) return { kind: 'retry', reason: 'paced', afterMs: free - now }
    lastSent.set(account, free)
    lastSent.set(chat, free)
    if (lastSent.size > 20_000) lastSent.clear()
    if (free > now) await deps.pause(free - now)
    const to: Address = { channel: row.channel, account: row.account, chat: row.chat }
    return channel.send(to, row.body)
  }

  const online = () =>
    deps.channels.filter((channel) => channel.status().state === 'online').map((channel) => channel.name)

  /** A conversation's next row is not kept waiting by the slower lines of others. */
  const sendOn = async (row: OutboxRow): Promise<void> => {
    await inTurn(row.conversationId, async () => void (await sendOne(row)))
    if (!row.more) return
    const next = await deps.store.claimOutbox(deps.clock.now(), leaseMs, 1, online(), [row.conversationId])
    await Promise.all(next.map(sendOn))
  }

  const claim = async (conversations?: readonly number[]): Promise<number> => {
    let count = 0
    for (;;) {
      const rows = await deps.store.claimOutbox(deps.clock.now(), leaseMs, batch, online(), conversations)
      if (rows.length === 0) return count
      count += rows.length
      await Promise.all(rows.map(sendOn))
    }
  }

  function nudge(conversations: readonly number[]): void {
    if (conversations.length === 0) return
    track(
      claim(conversations)
        .then(() => {})
        .catch((error: unknown) =>
          deps.log.warn('nudge failed', { error: error instanceof Error ? error.name : 'unknown' }),
        ),
    )
  }

  return {
    sendNow: (rows) => {
      const first = rows[0]
      if (first === undefined) return
      track(
        inTurn(first.conversationId, async () => {
          // Stops at the first that was not sent: the sweep goes on with it, and nothing overtakes.
          for (const row of rows) if (!(await sendOne(row))) return
        }),
      )
    },
    nudge,
    sweep: async () => {
      await deps.store.mergeMorning(deps.clock.now())
      return claim()
    },
    settle: async () => {
      while (inHand.size > 0) await Promise.all([...inHand])
    },
  }
}

const offline: SendOutcome = { kind: 'retry', reason: 'the channel is not connected here', afterMs: 30_000 }

async function record(
  deps: DeliverDeps,
  row: OutboxRow,
  outcome: SendOutcome,
  silentUntil: Map<string, number>,
): Promise<readonly number[]> {
  const { store, clock, log } = deps
  const now = clock.now()
  if (outcome.kind === 'moved') {
    await store.rewriteAddress(row.conversationId, outcome.to)
    await store.recordSend(row, { status: 'retry', at: now, error: 'moved' }, now)
    return [row.conversationId]
  }
  if (outcome.kind === 'pause')
    silentUntil.set(`${row.channel}:${row.account}`, now.getTime() + outcome.afterMs)
  const written = recordOf(deps, row, outcome, now)
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
  deps: DeliverDeps,
  row: OutboxRow,
  outcome: Exclude<SendOutcome, { kind: 'moved' }>,
  now: Date,
): SendRecord {
  const again = (ms: number, error: string, unknown = false): SendRecord =>
    row.tries >= giveUpAfter && unknown
      ? { status: 'unknown', error }
      : { status: 'retry', at: new Date(now.getTime() + ms), error, unknown }
  const backoff =
    (backoffMs[Math.min(row.tries - 1, backoffMs.length - 1)] ?? 1_000) * (0.75 + deps.random() / 2)
  switch (outcome.kind) {
    case 'sent':
      return { status: 'sent', platformId: outcome.id }
    case 'pause':
      return again(outcome.afterMs, outcome.reason)
    case 'retry':
      return again(
        outcome.reason === 'quiet hours' ? (outcome.afterMs ?? 0) : Math.max(outcome.afterMs ?? 0, backoff),
        outcome.reason,
      )
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
