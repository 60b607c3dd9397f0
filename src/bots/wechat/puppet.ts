import { PuppetService } from 'wechaty-puppet-service'
import { puppet as requests } from 'wechaty-grpc'
import type { FileBoxInterface } from 'file-box'
import type { payloads } from 'wechaty-puppet'
import { within } from './wait.ts'

/** What of the stock client's connection we have to take apart ourselves. */
interface Connection {
  on(event: 'error', listener: () => void): unknown
  readonly eventStream?: { on(event: 'error', listener: () => void): unknown; cancel(): void }
  stopStream(): void
  destroyClient(): void
}

type Options = ConstructorParameters<typeof PuppetService>[0] & { readonly rpcMs: number }

/**
 * The stock client with its dangerous habits taken away: it keeps no LevelDB (a second opener ends the
 * process), never tells the gateway to stop or log out, does not send or ask for a file a second time by
 * an outdated call when the first one failed, lets no read hang, and does not read every member of a group.
 */
export class DetachablePuppet extends PuppetService {
  readonly #rpcMs: number
  readonly #reading = new Map<string, Promise<payloads.Message>>()

  constructor({ rpcMs, ...options }: Options) {
    super(options)
    this.#rpcMs = rpcMs
    this.on('error', () => {})
  }

  get runs(): boolean {
    return (this.state as { active(): boolean | 'pending' }).active() === true
  }

  protected override hookPayloadStore(): void {}

  /** Lets go of the gateway at once; `destroyClient` alone leaves the stream open and the gateway busy. */
  detach(): void {
    const connection = this._grpcManager as unknown as Connection | undefined
    delete this._grpcManager
    for (const clean of this._cleanupCallbackList.splice(0)) setImmediate(clean)
    if (!connection) return
    connection.on('error', () => {})
    connection.eventStream?.on('error', () => {})
    connection.eventStream?.cancel()
    connection.stopStream()
    connection.destroyClient()
  }

  override async onStop(): Promise<void> {
    this.detach()
  }

  /** The stock one fails when a login follows a logout within the same tick, and the login is lost. */
  override login(userId: string): void {
    this.__currentUserId = undefined
    super.login(userId)
  }

  /** The stock one answers a logout on the phone by asking the gateway to log out once more. */
  override async logout(reason = 'logout'): Promise<void> {
    if (!this.isLoggedIn) return
    const contactId = this.currentUserId
    this.__currentUserId = undefined
    this.emit('logout', { contactId, data: reason })
  }

  /** Wechaty and we ask for the same message at the same moment: one call serves both. */
  override messageRawPayload(id: string): Promise<payloads.Message> {
    const running = this.#reading.get(id)
    if (running) return running
    const reading = within(this.#rpcMs, super.messageRawPayload(id)).finally(() => this.#reading.delete(id))
    this.#reading.set(id, reading)
    return reading
  }

  override contactRawPayload(id: string): Promise<payloads.Contact> {
    return within(this.#rpcMs, super.contactRawPayload(id))
  }

  override roomRawPayload(id: string): Promise<payloads.Room> {
    return within(this.#rpcMs, super.roomRawPayload(id))
  }

  override roomMemberRawPayload(roomId: string, contactId: string): Promise<payloads.RoomMember> {
    return within(this.#rpcMs, super.roomMemberRawPayload(roomId, contactId))
  }

  /** Wechaty would read all 500 of them before it shows the first message of a group. */
  override async roomMemberList(): Promise<string[]> {
    return []
  }

  override async messageFile(id: string): Promise<FileBoxInterface> {
    const request = new grpc.MessageFileRequest()
    request.setId(id)
    const answer = await answered(this.#client.messageFile.bind(this.#client), request)
    return this.FileBoxUuid.fromJSON(answer.getFileBox())
  }

  override async messageSendFile(conversationId: string, file: FileBoxInterface): Promise<string | void> {
    const request = new grpc.MessageSendFileRequest()
    request.setConversationId(conversationId)
    request.setFileBox(await this.serializeFileBox(file))
    const answer = await answered(this.#client.messageSendFile.bind(this.#client), request)
    return answer.getId() || undefined
  }

  get #client(): Client {
    return (this.grpcManager as unknown as { readonly client: Client }).client
  }
}

/** wechaty-grpc's own types do not resolve; this is what we use of them. */
interface Requests {
  readonly MessageFileRequest: new () => { setId(id: string): void }
  readonly MessageSendFileRequest: new () => {
    setConversationId(id: string): void
    setFileBox(box: string): void
  }
}
type Call<Answer> = (request: object, done: (error: Error | null, answer: Answer) => void) => void
interface Client {
  readonly messageFile: Call<{ getFileBox(): string }>
  readonly messageSendFile: Call<{ getId(): string }>
}
const grpc = requests as unknown as Requests

function answered<Answer>(call: Call<Answer>, request: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    call(request, (error, answer) => (error ? reject(error) : resolve(answer)))
  })
}
