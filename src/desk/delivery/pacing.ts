/** Keeps each account's and each chat's pace, and the silence a platform asked for (429). */
import type { Address } from '../../domain/message.ts'
import type { SendOutcome } from '../../domain/outgoing.ts'
import type { Channel, Clock } from '../ports.ts'
import type { OutboxRow } from '../store.ts'

/** Longer waits are spent in the queue, not under the lease. */
const longestPauseMs = 10_000

export interface Pacing {
  send(channel: Channel, row: OutboxRow): Promise<SendOutcome>
}

export function openPacing(deps: {
  readonly clock: Clock
  readonly pause: (ms: number) => Promise<void>
}): Pacing {
  const silentUntil = new Map<string, number>()
  const lastSent = new Map<string, number>()
  /** A clock set back must not make the line wait for the old time. */
  const turn = (key: string, pace: number, now: number): number =>
    Math.max(Math.min(lastSent.get(key) ?? 0, now + longestPauseMs) + pace, now)
  return {
    send: async (channel, row) => {
      const now = deps.clock.now().getTime()
      const account = `${row.channel}:${row.account}`
      const chat = `${account}:${row.chat}`
      const silence = (silentUntil.get(account) ?? 0) - now
      if (silence > 0) return { kind: 'pause', reason: 'the account is silenced', afterMs: silence }
      // First the chat's turn, then the account's: a chat that has to wait takes nobody else's place.
      const inChat = turn(chat, channel.pace.perChatMs, now)
      if (inChat - now > longestPauseMs)
        return { kind: 'pause', reason: 'paced', afterMs: inChat - now, alone: true }
      lastSent.set(chat, inChat)
      if (inChat > now) await deps.pause(inChat - now)
      const then = deps.clock.now().getTime()
      const inAccount = turn(account, channel.pace.perAccountMs, then)
      lastSent.set(account, inAccount)
      if (inAccount > then) await deps.pause(inAccount - then)
      if (lastSent.size > 20_000) lastSent.clear()
      const to: Address = { channel: row.channel, account: row.account, chat: row.chat }
      const outcome = await channel.send(to, row.body)
      if (outcome.kind === 'pause' && outcome.alone !== true)
        silentUntil.set(account, deps.clock.now().getTime() + outcome.afterMs)
      return outcome
    },
  }
}
