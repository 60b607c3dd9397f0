/**
 * A WeChat gateway on loopback: wechaty's own gRPC server over its mock puppet, with a phone, residents
 * and a group behind it. It acknowledges nothing and keeps no queue, as the real ones.
 */
import { FileBox, type FileBoxInterface } from 'file-box'
import { log, types, type payloads } from 'wechaty-puppet'
import { PuppetMock } from 'wechaty-puppet-mock'
import { PuppetServer } from 'wechaty-puppet-service'

export const gatewayToken = 'insecure_guanjia-test'
export const self = 'wxid_guanjia'
export const selfName = '物业管家'
export const selfAlias = '小管'
export const group = 'estate@chatroom'
export const resident = (who = 0): string => `wxid_resident_${who}`

export interface GatewaySent {
  readonly chat: string
  readonly text: string
  readonly photos: readonly Uint8Array[]
}

export interface GatewaySays {
  readonly who?: number
  readonly from?: string
  readonly room?: boolean
  readonly mentions?: readonly string[]
  readonly at?: Date
  readonly type?: types.Message
}

export interface WeChatGateway {
  readonly port: number
  readonly endpoint: string
  sent(): Promise<GatewaySent[]>
  says(text: string, how?: GatewaySays): Promise<string>
  sendsPhoto(bytes: Uint8Array, how?: GatewaySays): Promise<string>
  redelivers(id?: string): Promise<void>
  asksFriendship(id: string, hello: string, who?: number): Promise<void>
  invites(id: string): Promise<void>
  accepted(): Promise<string[]>
  phoneLogsOut(): Promise<void>
  phoneLogsIn(account?: string): Promise<void>
  showsQr(qr: string): Promise<void>
  failSends(times: number, message: string): Promise<void>
  failPayloads(times: number): Promise<void>
  /** Sends are taken but never answered. */
  hangSends(hang: boolean): Promise<void>
  forgetFiles(): Promise<void>
  /** How many listeners hang on the puppet, and how often a client told it to stop or log out. */
  counts(): Promise<{ listeners: number; stops: number; logouts: number }>
  close(): Promise<void>
}

class PhonePuppet extends PuppetMock {
  readonly contacts = new Map<string, payloads.Contact>()
  readonly messages = new Map<string, payloads.Message>()
  readonly files = new Map<string, Uint8Array>()
  readonly friendships = new Map<string, payloads.Friendship>()
  readonly sent: GatewaySent[] = []
  readonly accepted: string[] = []
  sendFaults: string[] = []
  payloadFaults = 0
  hanging = false
  stops = 0
  logouts = 0

  override ding(data?: string): void {
    setImmediate(() => this.emit('dong', { data: data ?? '' }))
  }
  override async onStop(): Promise<void> {
    this.stops++
  }
  override async logout(reason?: string): Promise<void> {
    this.logouts++
    await super.logout(reason)
  }
  override async contactRawPayload(id: string): Promise<payloads.Contact> {
    const contact = this.contacts.get(id)
    if (!contact) throw new Error(`no contact ${id}`)
    return contact
  }
  override async roomRawPayload(id: string): Promise<payloads.Room> {
    return { id, topic: '示范小区', adminIdList: [], memberIdList: [...this.contacts.keys()] }
  }
  override async roomMemberRawPayload(_room: string, id: string): Promise<payloads.RoomMember> {
    const { name, avatar } = await this.contactRawPayload(id)
    return { id, name, avatar, ...(id === self ? { roomAlias: selfAlias } : {}) }
  }
  // The base class would answer from its cache and hide the fault.
  override async messagePayload(id: string): Promise<payloads.Message> {
    if (this.payloadFaults > 0) {
      this.payloadFaults--
      throw new Error('payload not there yet')
    }
    const message = this.messages.get(id)
    if (!message) throw new Error(`no message ${id}`)
    return message
  }
  override async friendshipRawPayload(id: string): Promise<payloads.Friendship> {
    const friendship = this.friendships.get(id)
    if (!friendship) throw new Error(`no friendship ${id}`)
    return friendship
  }
  override async friendshipRawPayloadParser(payload: payloads.Friendship): Promise<payloads.Friendship> {
    return payload
  }
  override async friendshipAccept(id: string): Promise<void> {
    this.accepted.push(id)
  }
  override async roomInvitationAccept(id: string): Promise<void> {
    this.accepted.push(id)
  }
  override async messageFile(id: string): Promise<FileBoxInterface> {
    const bytes = this.files.get(id)
    if (!bytes) throw new Error('file expired')
    return FileBox.fromBuffer(Buffer.from(bytes), 'photo.jpg')
  }
  // @ts-expect-error the mock's own sends return no id; real gateways do
  override async messageSendText(chat: string, text: string): Promise<string> {
    return await this.#send({ chat, text, photos: [] })
  }
  // @ts-expect-error the mock's own sends return no id; real gateways do
  override async messageSendFile(chat: string, file: FileBoxInterface): Promise<string> {
    return await this.#send({ chat, text: '', photos: [new Uint8Array(await file.toBuffer())] })
  }

  async #send(what: GatewaySent): Promise<string> {
    if (!this.isLoggedIn) throw new Error('not logged in')
    const fault = this.sendFaults.shift()
    if (fault) throw new Error(fault)
    this.sent.push(what)
    const id = `sent-${this.sent.length}`
    // The phone tells its own words back, as every other message.
    this.messages.set(id, {
      id,
      talkerId: self,
      ...(what.chat.includes('@') ? { roomId: what.chat } : { listenerId: what.chat }),
      text: what.text,
      timestamp: Date.now(),
      type: types.Message.Text,
    })
    this.emit('message', { messageId: id })
    return this.hanging ? await new Promise<string>(() => {}) : id
  }
}

const contact = (id: string, name: string): payloads.Contact => ({
  id,
  name,
  avatar: '',
  gender: types.ContactGender.Unknown,
  type: id.startsWith('gh_') ? types.Contact.Official : types.Contact.Individual,
  phone: [],
})

export async function openWeChatGateway(
  options: { port?: number; token?: string; loggedIn?: boolean } = {},
): Promise<WeChatGateway> {
  log.level('silent')
  const port = options.port ?? (await freePort())
  const endpoint = `127.0.0.1:${port}`
  const puppet = new PhonePuppet()
  puppet.on('error', () => {})
  puppet.setMaxListeners(100)
  const people = [
    [self, selfName],
    [resident(0), '王先生'],
    [resident(1), '李女士'],
    [resident(2), '管家婆'],
    ['gh_water', '供水公司'],
  ] as const
  for (const [id, name] of people) puppet.contacts.set(id, contact(id, name))

  const token = options.token ?? gatewayToken
  const server = new PuppetServer({
    endpoint,
    puppet,
    token,
    tls: { disable: true },
  })
  // Every client that connects asks for a start; wechaty's puppet would add its listeners every time.
  const started = puppet.start()
  puppet.start = () => started
  await started
  if (options.loggedIn ?? true) puppet.login(self)
  await server.start()

  let count = 0
  let last = ''
  const run = Math.trunc(performance.timeOrigin + performance.now()).toString(36)

  function put(text: string, type: types.Message, how: GatewaySays): string {
    last = `msg-${run}-${++count}`
    puppet.messages.set(last, {
      id: last,
      talkerId: how.from ?? resident(how.who),
      ...(how.room ? { roomId: group, mentionIdList: how.mentions ?? [] } : { listenerId: self }),
      // A phone can only write UTF-8; protobuf would drop a lone surrogate without a trace.
      text: text.toWellFormed(),
      timestamp: (how.at ?? new Date()).getTime(),
      type,
    } as payloads.Message)
    return last
  }
  function deliver(id: string): string {
    puppet.emit('message', { messageId: id })
    return id
  }

  return {
    port,
    endpoint,
    sent: async () => [...puppet.sent],
    says: async (text, how = {}) => deliver(put(text, how.type ?? types.Message.Text, how)),
    async sendsPhoto(bytes, how = {}) {
      const id = put('', types.Message.Image, how)
      puppet.files.set(id, bytes)
      return deliver(id)
    },
    redelivers: async (id = last) => void deliver(id),
    async asksFriendship(id, hello, who = 0) {
      puppet.friendships.set(id, {
        id,
        contactId: resident(who),
        hello,
        ticket: 'ticket',
        timestamp: Date.now(),
        type: types.Friendship.Receive,
      })
      puppet.emit('friendship', { friendshipId: id })
    },
    invites: async (id) => void puppet.emit('room-invite', { roomInvitationId: id }),
    accepted: async () => [...puppet.accepted],
    async phoneLogsOut() {
      puppet.emit('logout', { contactId: puppet.currentUserId, data: 'phone' })
      puppet.__currentUserId = undefined
    },
    async phoneLogsIn(account = self) {
      puppet.__currentUserId = undefined
      puppet.login(account)
    },
    showsQr: async (qr) => void puppet.emit('scan', { qrcode: qr, status: types.ScanStatus.Waiting }),
    async failSends(times, message) {
      puppet.sendFaults = Array.from({ length: times }, () => message)
    },
    async failPayloads(times) {
      puppet.payloadFaults = times
    },
    async hangSends(hang) {
      puppet.hanging = hang
    },
    forgetFiles: async () => puppet.files.clear(),
    async counts() {
      const names = puppet.eventNames() as Parameters<typeof puppet.listenerCount>[0][]
      const listeners = names.reduce((sum, name) => sum + puppet.listenerCount(name), 0)
      return { listeners, stops: puppet.stops, logouts: puppet.logouts }
    },
    async close() {
      await server.stop()
      await puppet.stop()
    },
  }
}

export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
