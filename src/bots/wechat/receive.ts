/**
 * From the gateway's event to the house. The event carries only an id: reading the message takes calls
 * that can fail, so they are repeated, over reconnects too, while messages still enter in the order their
 * ids came. Nothing here rejects: an unguarded rejection in a wechaty listener ends the process.
 */
import type { Message } from '../../domain/message.ts'
import { errorKind } from './gatewayErrors.ts'
import type { Mailbox } from './mailbox.ts'
import type { Timings, WeChatOptions } from './options.ts'
import type { PhotoShelf } from './photos.ts'
import type { Line } from './supervise.ts'
import { backoff, pause, stopSwitch, within } from './wait.ts'

const readTries = 10

export interface Receiver {
  arrived(id: string): void
  /** Takes nothing new; resolves when everything that arrived is in the mailbox, or is given up. */
  stop(): Promise<void>
}

export function receiver(
  { clock, chance, log, onGap }: WeChatOptions,
  timings: Timings,
  line: Line,
  mailbox: Mailbox,
  photos: PhotoShelf,
): Receiver {
  const stopping = stopSwitch()
  const running = new Set<Promise<void>>()
  let queue: Promise<void> = Promise.resolve()
  let stopped = false

  async function read(id: string): Promise<Message | undefined> {
    const since = clock.now()
    for (let tries = 0; tries < readTries && !stopping.signal.aborted; tries++) {
      try {
        const session = line.online()
        if (session) return await session.read(id)
      } catch (error) {
        log.debug('wechat.read-failed', { kind: errorKind(error), tries })
      }
      await pause(backoff(tries, timings.readRetryMs, timings.readRetryMs * 40, chance), stopping.signal)
    }
    log.error('wechat.message-unreadable', { id })
    try {
      onGap?.({ from: since, to: clock.now(), reason: 'a message could not be read' })
    } catch {
      log.error('wechat.listener-failed')
    }
    return undefined
  }

  function enter(message: Message | undefined): void {
    if (!message) return
    if (message.kind === 'photo') for (const photo of message.photos) photos.fetchSoon(photo.ref)
    mailbox.put(message)
  }

  return {
    arrived(id) {
      if (stopped) return
      const reading = read(id)
      const inTime = within(timings.orderMs, reading).then(
        () => true,
        () => false,
      )
      queue = queue
        .then(async () => {
          const entering = reading.then(enter)
          if (await inTime) await entering
          else log.warn('wechat.message-late', { id })
        })
        .catch(() => log.error('wechat.receive-failed'))
      const all = Promise.all([queue, reading]).then(() => {
        running.delete(all)
      })
      running.add(all)
    },
    async stop() {
      stopped = true
      const settled = Promise.all(running)
      if (line.online()) await Promise.race([settled, pause(timings.stopMs, stopping.signal)])
      stopping.abort()
      await settled
    },
  }
}
