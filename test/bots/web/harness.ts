/**
 * The web chat as the contract wants to see it. The page is the platform here: a message is taken when
 * the visitor's outbox has it, and goes out until it is answered 200, always with the same id.
 */
import { randomUUID } from 'node:crypto'
import type { Line } from '../../../src/bots/web/ports.ts'
import type { Message } from '../../../src/domain/message.ts'
import type { ChannelHarness, SayOptions, Seen } from '../../contracts/harness.ts'
import { eventually, openWebServer, type WebServer } from './server.ts'
import { Visitor, type Answer } from './visitor.ts'

export async function openWebHarness(): Promise<ChannelHarness> {
  const received: Message[] = []
  const seen: Seen[] = []
  let failing = 0
  let deliver: () => Promise<unknown> = () => Promise.resolve()
  let closed = false

  // A visit begins with a hello of the page's own. It is nobody's saying, so it stays out of the record.
  const web = await openWebServer({
    house(message) {
      if (message.kind === 'start') return undefined
      if (failing > 0) {
        failing -= 1
        throw new Error('nothing was kept')
      }
      received.push(message)
      return undefined
    },
  })
  const guests = new Map<number, Promise<Guest>>()
  const guest = (who = 0): Promise<Guest> => {
    const there = guests.get(who) ?? Guest.open(web, seen)
    guests.set(who, there)
    return there
  }
  await guest()

  async function send(who: number | undefined, once: (visitor: Visitor) => Promise<Answer>): Promise<void> {
    const { visitor, outbox } = await guest(who)
    deliver = () => once(visitor)
    outbox.queue(async () => {
      await eventually(
        async () => closed || (await once(visitor).catch(() => undefined))?.status === 200,
        'a 200',
      )
    })
  }

  return {
    channel: web.channel,
    received,
    seen,
    failReceive(times) {
      failing = times
    },
    async says(text, options: SayOptions = {}) {
      if (options.own) {
        const { chat } = await guest(options.who)
        await web.channel.send({ channel: 'web', account: 'web', chat }, { text })
        return
      }
      const id = randomUUID()
      await send(options.who, (visitor) => visitor.says(text, id))
    },
    async sendsPhoto(bytes, caption = '', options = {}) {
      const id = randomUUID()
      await send(options.who, (visitor) => visitor.sendsPhoto(bytes, caption, id))
    },
    async presses(data, options = {}) {
      const id = randomUUID()
      await send(options.who, (visitor) => visitor.presses(data, '', id))
    },
    async redelivers() {
      await deliver()
    },
    eventually,
    async close() {
      closed = true
      for (const one of guests.values()) (await one).leave()
      await web.close()
    },
  }
}

class Queue {
  #last: Promise<void> = Promise.resolve()

  queue(work: () => Promise<void>): void {
    this.#last = this.#last.then(work).catch(() => undefined)
  }
}

/** A visitor with their page open: every line the house wrote is noted as seen, in order. */
class Guest {
  readonly visitor: Visitor
  readonly chat: string
  readonly outbox = new Queue()
  leave: () => void = () => undefined
  readonly #reading = new Queue()
  readonly #seen: Seen[]
  #last = 0

  constructor(visitor: Visitor, chat: string, seen: Seen[]) {
    this.visitor = visitor
    this.chat = chat
    this.#seen = seen
  }

  static async open(web: WebServer, seen: Seen[]): Promise<Guest> {
    const visitor = new Visitor(web.origin)
    const guest = new Guest(visitor, await visitor.enters(), seen)
    const listening = await visitor.listens(() => guest.#reading.queue(() => guest.#read()))
    guest.leave = () => listening.stop()
    return guest
  }

  async #read(): Promise<void> {
    for (const line of await this.visitor.reads(this.#last)) {
      if (line.from === 'house') this.#seen.push(await this.#look(line))
      this.#last = line.id
    }
  }

  async #look(line: Line): Promise<Seen> {
    const photos = await Promise.all((line.photos ?? []).map((hash) => this.visitor.ask(`/photos/${hash}`)))
    return {
      chat: this.chat,
      text: line.text,
      buttons: (line.choices ?? []).map((choice) => ({ label: choice.label, data: choice.nonce })),
      photos: photos.filter((photo) => photo.status === 200).map((photo) => photo.bytes),
    }
  }
}
