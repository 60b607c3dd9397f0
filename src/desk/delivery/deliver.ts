/**
 * Sends what was queued and records what the platform answered.
 *
 * A row is leased, sent, marked. Live rows come straight from the turn that queued them (leased in the
 * same statement); everything else is found by the pump. Per conversation and lane only the oldest open
 * row is ever in hand, so the order holds across processes; and every conversation goes on by itself, so
 * one send that hangs holds up nobody else.
 */
import type { SendOutcome } from '../../domain/outgoing.ts'
import { isQuiet, releaseAt } from '../../domain/time/quiet.ts'
import { hasCode } from '../errorCodes.ts'
import type { Channel, Clock, Log } from '../ports.ts'
import type { OutboxRow, Store } from '../store.ts'
import { openPacing } from './pacing.ts'
import { recordOutcome } from './recordOutcome.ts'

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
  /** Claims what is due and sends it in the background; never waits for a platform. */
  pump(): Promise<void>
  /** Claims and sends until nothing is due; resolves when all of it is done. Answers how many there were. */
  sweep(): Promise<number>
  /** Waits for everything in hand. */
  settle(): Promise<void>
}

const leaseMs = 30_000
const batch = 50
/** Never more in hand than an account's pace lets out well within a lease. */
const mostInHand = 100
/** A send that succeeded is remembered this long while the database is away, then left to the lease. */
const keepMarkingMs = 20_000

export function delivery(deps: DeliverDeps): Delivery {
  const { store, clock, log } = deps
  const pacing = openPacing(deps)
  const inHand = new Set<Promise<void>>()
  const queues = new Map<number, Promise<void>>()
  /** Conversations told of something new while one of their rows was in hand. */
  const heard = new Set<number>()
  let carried = 0
  let moreIsDue = false

  const track = (work: Promise<unknown>, what: string) => {
    const done: Promise<void> = work.then(
      () => {},
      (error: unknown) =>
        log.warn(`${what} failed`, { error: error instanceof Error ? error.name : 'unknown' }),
    )
    inHand.add(done)
    void done.finally(() => inHand.delete(done))
  }

  /** One conversation at a time: rows of one turn go out one after the other. */
  const inTurn = <T>(conversationId: number, work: () => Promise<T>): Promise<T> => {
    const running = (queues.get(conversationId) ?? Promise.resolve()).then(work)
    const over = running.then(
      () => {},
      () => {},
    )
    queues.set(conversationId, over)
    void over.finally(() => {
      if (queues.get(conversationId) === over) queues.delete(conversationId)
    })
    return running
  }

  const sendOne = async (row: OutboxRow): Promise<boolean> => {
    const channel = deps.channels.find((each) => each.name === row.channel)
    const outcome =
      channel === undefined ? offline : ((await night(row)) ?? (await pacing.send(channel, row)))
    const touched = await marked(row, outcome)
    if (touched.length > 0) nudge(touched)
    return outcome.kind === 'sent'
  }

  /** An outcome that could not be written is written again: a row forgotten here would be sent twice. */
  const marked = async (row: OutboxRow, outcome: SendOutcome): Promise<readonly number[]> => {
    for (let waited = 0; ; waited += 500) {
      try {
        return await recordOutcome(deps, row, outcome)
      } catch (error) {
        if (waited >= keepMarkingMs || !isAway(error)) throw error
        await deps.pause(500)
      }
    }
  }

  /** What nobody asked for is not sent in quiet hours, however long it lay queued. */
  const night = async (row: OutboxRow): Promise<SendOutcome | undefined> => {
    if (row.kind !== 'notice') return undefined
    const now = clock.now()
    const { policy, calendar } = await store.book(row.estateId)
    const quiet = { start: policy['quiet.start'], end: policy['quiet.end'] }
    if (!isQuiet(now, quiet, calendar.zone)) return undefined
    const afterMs = releaseAt(now, quiet, calendar.zone).getTime() - now.getTime()
    return { kind: 'pause', reason: 'quiet hours', afterMs, alone: true }
  }

  const online = () =>
    deps.channels.filter((channel) => channel.status().state === 'online').map((channel) => channel.name)

  const take = async (conversations?: readonly number[]): Promise<readonly OutboxRow[]> => {
    const limit = Math.min(batch, mostInHand - carried)
    if (limit <= 0) {
      moreIsDue = true
      return []
    }
    const rows = await store.claimOutbox(clock.now(), leaseMs, limit, online(), conversations)
    if (rows.length === limit) moreIsDue = true
    return rows
  }

  /** Sends a row and what waits behind it in its conversation. Answers how many that was. */
  const carry = async (row: OutboxRow): Promise<number> => {
    carried += 1
    heard.delete(row.conversationId)
    try {
      await inTurn(row.conversationId, () => sendOne(row))
    } finally {
      carried -= 1
    }
    const goOn = heard.delete(row.conversationId) || row.more === true
    return 1 + (goOn ? await carryAll(await take([row.conversationId])) : 0)
  }

  const carryAll = async (rows: readonly OutboxRow[]): Promise<number> => {
    const counts = await Promise.all(rows.map(carry))
    return counts.reduce((sum, count) => sum + count, 0)
  }

  const pump = async (): Promise<void> => {
    await store.mergeMorning(clock.now())
    await pumpOnce()
  }
  const pumpOnce = async (): Promise<void> => {
    moreIsDue = false
    for (const row of await take()) {
      const work = carry(row).then(async () => {
        if (moreIsDue && carried < mostInHand / 2) await pumpOnce()
      })
      track(work, 'send')
    }
  }

  function nudge(conversations: readonly number[]): void {
    if (conversations.length === 0) return
    for (const id of conversations) if (queues.has(id)) heard.add(id)
    track(take(conversations).then(carryAll), 'nudge')
  }

  return {
    sendNow: (rows) => {
      const first = rows[0]
      if (first === undefined) return
      const work = inTurn(first.conversationId, async () => {
        // Stops at the first that was not sent: the pump goes on with it, and nothing overtakes.
        for (const row of rows) if (!(await sendOne(row))) return
      }).then(async () => {
        if (heard.delete(first.conversationId)) await carryAll(await take([first.conversationId]))
      })
      track(work, 'send')
    },
    nudge,
    pump,
    sweep: async () => {
      await store.mergeMorning(clock.now())
      for (let count = 0; ;) {
        const sent = await carryAll(await take())
        if (sent === 0) return count
        count += sent
      }
    },
    settle: async () => {
      while (inHand.size > 0) await Promise.all([...inHand])
    },
  }
}

const offline: SendOutcome = { kind: 'retry', reason: 'the channel is not connected here', afterMs: 30_000 }

/** The database did not answer, as against a row that is no longer ours. */
function isAway(error: unknown): boolean {
  return hasCode(error, /^(08|53|57|CONN|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT)/)
}
