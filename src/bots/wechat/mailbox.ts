/**
 * Hands messages to the house, one after the other in each conversation. When the house fails to take one,
 * or takes long, everything in hand is written down; a failed one is offered again with growing pauses
 * until it is taken. While anything waits, newcomers are written down before they queue behind it. What
 * still waits at a stop or a crash is offered first by the next start.
 */
import type { Message } from '../../domain/message.ts'
import type { Chance, Log, Receive } from '../../desk/ports.ts'
import type { Timings } from './options.ts'
import type { Spool } from './spool.ts'
import { backoff, pause, stopSwitch, within } from './wait.ts'

/** So often must a message fail, while others get through, until it is put aside. */
const triesBeforeAside = 20

export interface Mailbox {
  put(message: Message): void
  /** Offers what an earlier run left. */
  replay(): void
  /** Lets running deliveries end; what the house does not take now stays in the spool. */
  close(): Promise<void>
}

export function openMailbox(
  receive: Receive,
  spool: Spool,
  timings: Timings,
  { chance, log }: { chance: Chance; log: Log },
): Mailbox {
  const closing = stopSwitch()
  const conversations = new Map<string, Promise<void>>()
  /** Conversations with something left behind at close: what follows must not overtake it. */
  const left = new Set<string>()
  const inHand = new Set<Message>()
  let taken = 0

  function keepAll(): void {
    for (const message of inHand) spool.keep(message)
  }

  async function isTaken(message: Message): Promise<boolean> {
    const slow = setTimeout(keepAll, timings.keepAfterMs)
    try {
      await within(timings.receiveMs, (async () => receive(message))())
      taken++
      return true
    } catch {
      return false
    } finally {
      clearTimeout(slow)
    }
  }

  async function deliver(message: Message, chat: string): Promise<void> {
    if (left.has(chat)) return spool.keep(message)
    const takenBefore = taken
    for (let tries = 1; !(await isTaken(message)); tries++) {
      keepAll()
      log.warn('wechat.receive-failed', { tries, waiting: spool.size() })
      if (closing.signal.aborted) return void left.add(chat)
      if (tries >= triesBeforeAside && taken > takenBefore) {
        log.error('wechat.message-set-aside', { id: message.id })
        return spool.setAside(message)
      }
      const wait = backoff(tries - 1, timings.receiveRetryMinMs, timings.receiveRetryMaxMs, chance)
      await pause(wait, closing.signal)
      if (closing.signal.aborted) return void left.add(chat)
    }
    spool.done(message)
  }

  function queue(message: Message): void {
    const chat = `${message.address.account}/${message.address.chat}`
    inHand.add(message)
    const delivering = (conversations.get(chat) ?? Promise.resolve())
      .then(() => deliver(message, chat))
      .catch(() => log.error('wechat.delivery-failed'))
      .finally(() => {
        inHand.delete(message)
        if (conversations.get(chat) === delivering) conversations.delete(chat)
      })
    conversations.set(chat, delivering)
  }

  return {
    put(message) {
      if (spool.size() > 0) spool.keep(message)
      queue(message)
    },
    replay() {
      for (const message of spool.waiting()) queue(message)
    },
    async close() {
      closing.abort()
      await within(timings.stopMs, Promise.all(conversations.values())).catch(() => {
        log.error('wechat.close-unfinished', { messages: inHand.size })
        keepAll()
      })
    },
  }
}
