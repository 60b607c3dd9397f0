/**
 * The platforms: what they keep until it is acknowledged, what they delivered, and how they answer a send.
 * Telegram and the web page deliver again until `receive` resolves; WeChat's gateway hands over once, and
 * what a dying process had in hand there is a gap that is counted.
 */
import type { Channel } from '../../src/desk/ports.ts'
import type { Address, ChannelName, ChatKind, Message } from '../../src/domain/message.ts'
import type { Choice, Outgoing, SendOutcome } from '../../src/domain/outgoing.ts'
import type { TestClock } from '../support/house.ts'
import type { House } from './process.ts'
import type { Peril } from './peril.ts'
import { keyOf } from './people.ts'
import type { Witness } from './witness.ts'

export interface Bubble {
  readonly text: string
  readonly choices: readonly Choice[]
  readonly at: Date
}
export interface Chat {
  readonly key: string
  readonly channel: ChannelName
  /** Changes when a group migrates; the key stays. */
  id: string
  readonly kind: ChatKind
  readonly bubbles: Bubble[]
  readonly unacknowledged: Message[]
  forbade: boolean
}

/** As the real adapters ask for it. */
const paces = {
  telegram: { perChatMs: 1_050, perAccountMs: 35 },
  wechat: { perChatMs: 1_500, perAccountMs: 4_000 },
  web: { perChatMs: 0, perAccountMs: 0 },
} as const

export class Platform {
  readonly chats = new Map<string, Chat>()
  readonly #clock: TestClock
  readonly #witness: Witness
  #messages = 0
  #sent = 0

  readonly note: (line: string) => void

  constructor(clock: TestClock, witness: Witness, note: (line: string) => void) {
    this.note = note
    this.#clock = clock
    this.#witness = witness
  }

  chat(of: { channel: ChannelName; chat: string }, kind: ChatKind = 'private'): Chat {
    const key = keyOf(of)
    const found = this.chats.get(key)
    if (found !== undefined) return found
    const { channel, chat } = of
    const made: Chat = { key, channel, id: chat, kind, bubbles: [], unacknowledged: [], forbade: false }
    this.chats.set(key, made)
    return made
  }

  /** Somebody wrote: the platform has it now, and will not forget it. */
  write(
    chat: Chat,
    sender: { id: string; name: string },
    said: Pick<Message, 'kind'> & Partial<Message>,
  ): Message {
    const message = {
      address: { channel: chat.channel, account: 'bot', chat: chat.id },
      chatKind: chat.kind,
      id: `m${(this.#messages += 1)}`,
      sender,
      at: this.#clock.now(),
      addressed: true,
      ...said,
    } as Message
    chat.unacknowledged.push(message)
    return message
  }

  /** Hands over what a chat has waiting, oldest first, until something is not acknowledged. */
  async offer(chat: Chat, house: House): Promise<void> {
    for (let head = chat.unacknowledged[0]; head !== undefined; head = chat.unacknowledged[0]) {
      const taken = await house.take(head)
      if (chat.unacknowledged[0] !== head) continue
      if (taken) this.#acknowledge(chat, head)
      else if (chat.channel === 'wechat' && house.peril.dead) {
        chat.unacknowledged.shift()
        this.#witness.gaps.push(head)
      } else return
    }
  }

  /** A platform that delivers the same message to two processes at the same time. */
  async offerToBoth(chat: Chat, one: House, other: House): Promise<void> {
    const head = chat.unacknowledged[0]
    if (head === undefined) return
    const taken = await Promise.all([one.take(head), other.take(head)])
    if (taken.includes(true) && chat.unacknowledged[0] === head) this.#acknowledge(chat, head)
  }

  #acknowledge(chat: Chat, message: Message): void {
    chat.unacknowledged.shift()
    this.#witness.acknowledged.push(message)
  }

  waiting(): Chat[] {
    return [...this.chats.values()].filter((chat) => chat.unacknowledged.length > 0)
  }

  channelsFor(peril: Peril): Channel[] {
    return (['telegram', 'wechat', 'web'] as const).map((name) => this.#channel(name, peril))
  }

  #channel(name: ChannelName, peril: Peril): Channel {
    return {
      name,
      account: 'bot',
      canPressButtons: name !== 'wechat',
      maxText: 4096,
      pace: paces[name],
      start: async () => {},
      stop: async () => {},
      send: (to, what) =>
        peril.turn(async () => {
          peril.reach('send:before')
          const outcome = this.#answer(to, what, peril)
          peril.reach('send:after')
          return outcome
        }),
      fetchPhoto: () =>
        peril.turn(async () =>
          peril.fires('photoFailed')
            ? { ok: false, reason: peril.fires('photoFailed') ? 'gone' : 'failed' }
            : { ok: true, bytes: new Uint8Array([1]) },
        ),
      status: () => ({ state: 'online', self: 'bot', since: this.#clock.now() }),
    }
  }

  #answer(to: Address, what: Outgoing, peril: Peril): SendOutcome {
    const chat = [...this.chats.values()].find((each) => each.channel === to.channel && each.id === to.chat)
    if (chat === undefined) {
      const moved = [...this.chats.values()].find((each) => each.key === keyOf(to))
      return moved === undefined
        ? { kind: 'refused', reason: 'chat not found' }
        : { kind: 'moved', to: moved.id }
    }
    if (chat.kind === 'group' && !chat.id.endsWith('9') && peril.fires('moved')) {
      chat.id = `${chat.id}9`
      return { kind: 'moved', to: chat.id }
    }
    if (!chat.forbade && chat.kind === 'private' && peril.fires('forbidden')) {
      chat.forbade = true
      return { kind: 'unreachable', reason: 'blocked' }
    }
    if (peril.fires('pause429')) return { kind: 'pause', reason: 'too many requests', afterMs: 12_000 }
    if (peril.fires('server5xx')) return { kind: 'retry', reason: '502' }
    if (peril.fires('timeoutLost')) return { kind: 'unknown', reason: 'timeout' }
    this.#deliver(chat, what)
    if (peril.fires('timeoutDelivered')) return { kind: 'unknown', reason: 'timeout' }
    return { kind: 'sent', id: `p${(this.#sent += 1)}` }
  }

  #deliver(chat: Chat, what: Outgoing): void {
    const at = this.#clock.now()
    chat.bubbles.push({ text: what.text, choices: what.choices ?? [], at })
    this.note(`→ ${chat.key}: ${what.text.replaceAll('\n', ' / ').slice(0, 60)}`)
    this.#witness.delivered.push({ row: this.#witness.rowOf(what), chat: chat.key, at })
  }
}
