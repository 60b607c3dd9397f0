/**
 * One connection to the gateway, from start to its end; a new one is made for every reconnect.
 * This file and what it imports are loaded only when a channel starts: a house without WeChat does not
 * pay for wechaty.
 */
import { FileBox } from 'file-box'
import { log as wechatyLog, ScanStatus, WechatyBuilder } from 'wechaty'
import type { Message } from '../../domain/message.ts'
import { onThisMachine, type Timings, type WeChatOptions } from './options.ts'
import { DetachablePuppet } from './puppet.ts'
import { toMessage } from './toMessage.ts'
import { within } from './wait.ts'

export interface SessionEvents {
  /** Anything at all came from the gateway. */
  sign(): void
  login(self: string): void
  logout(): void
  scan(qr: string): void
  message(id: string): void
  friendRequest(id: string): void
  invitation(id: string): void
  error(error: unknown): void
}

export interface FriendRequest {
  readonly contact: string
  readonly name: string
  readonly hello: string
}

export interface Session {
  /** Resolves once the gateway runs; rejects with the reason it does not. */
  start(): Promise<void>
  ding(): void
  /** The message, undefined if it is none of ours to handle; rejects when it cannot be read now. */
  read(id: string): Promise<Message | undefined>
  /** Undefined for what is no open request. */
  friendRequest(id: string): Promise<FriendRequest | undefined>
  acceptFriend(id: string): Promise<void>
  acceptInvitation(id: string): Promise<void>
  openPhoto(messageId: string): Promise<AsyncIterable<Uint8Array>>
  sendText(chat: string, text: string): Promise<string | undefined>
  sendPhoto(chat: string, bytes: Uint8Array, name: string): Promise<string | undefined>
  /** Silent from here on; the gateway and the phone stay logged in. */
  close(): Promise<void>
}

const askingFor = new Set([ScanStatus.Waiting, ScanStatus.Timeout, ScanStatus.Unknown])
const dayInSeconds = 24 * 60 * 60

export function openSession(options: WeChatOptions, timings: Timings, events: SessionEvents): Session {
  // Its lines carry names and texts; what matters is in our own log.
  wechatyLog.level('silent')

  const puppet = new DetachablePuppet({
    token: options.token,
    endpoint: options.endpoint,
    tls: options.tls ?? { disable: onThisMachine(options.endpoint) },
    timeoutSeconds: dayInSeconds,
    rpcMs: timings.rpcMs,
  })
  const bot = WechatyBuilder.build({ puppet })

  let alive = true
  /** Of a dead session nothing is heard; and a listener that throws would end the process. */
  const heard = (tell: () => void) => {
    if (!alive) return
    try {
      tell()
    } catch (error) {
      events.error(error)
    }
  }
  bot.on('error', (error) => heard(() => events.error(error)))
  puppet.on('heartbeat', () => heard(() => events.sign()))
  puppet.on('login', ({ contactId }) => heard(() => events.login(contactId)))
  puppet.on('logout', () => heard(() => events.logout()))
  puppet.on('message', ({ messageId }) => heard(() => events.message(messageId)))
  puppet.on('friendship', ({ friendshipId }) => heard(() => events.friendRequest(friendshipId)))
  puppet.on('room-invite', ({ roomInvitationId }) => heard(() => events.invitation(roomInvitationId)))
  puppet.on('scan', ({ qrcode, status }) => {
    if (qrcode && askingFor.has(status)) heard(() => events.scan(qrcode))
  })

  return {
    async start() {
      await within(timings.startMs, bot.start()).catch(() => {
        throw new Error('gateway does not answer')
      })
      if (!puppet.runs) throw new Error('gateway unreachable')
    },
    ding: () => heard(() => puppet.ding('guanjia')),
    async read(id) {
      // Notices of WeChat itself have no sender; wechaty could not show them.
      const { talkerId } = await puppet.messagePayload(id)
      if (!talkerId) return undefined
      const found = await within(timings.rpcMs * 4, bot.Message.find({ id }))
      if (!found) throw new Error('message cannot be read')
      return await toMessage(found, { bot, puppet, clock: options.clock, rpcMs: timings.rpcMs })
    },
    async friendRequest(id) {
      const payload = await within(timings.rpcMs, puppet.friendshipPayload(id))
      if (payload.type !== bot.Friendship.Type.Receive) return undefined
      const name = await puppet.contactPayload(payload.contactId).then(
        (contact) => contact.name,
        () => '',
      )
      return { contact: payload.contactId, name, hello: payload.hello ?? '' }
    },
    acceptFriend: (id) => within(timings.rpcMs, puppet.friendshipAccept(id)),
    acceptInvitation: (id) => within(timings.rpcMs, puppet.roomInvitationAccept(id)),
    async openPhoto(messageId) {
      const file = await within(timings.rpcMs, puppet.messageFile(messageId))
      return (await within(timings.rpcMs, file.toStream())) as AsyncIterable<Uint8Array>
    },
    // `Contact.say` reads the sent message back and can fail after it was delivered: send directly.
    sendText: async (chat, text) =>
      (await within(timings.sendMs, puppet.messageSendText(chat, text))) ?? undefined,
    sendPhoto: async (chat, bytes, name) =>
      (await within(
        timings.photoMs,
        puppet.messageSendFile(chat, FileBox.fromBuffer(Buffer.from(bytes), name)),
      )) ?? undefined,
    async close() {
      alive = false
      puppet.detach()
      await within(timings.stopMs, bot.stop()).catch(() => {})
    },
  }
}
