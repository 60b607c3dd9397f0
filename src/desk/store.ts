/**
 * What the desk needs of the database. One message is one transaction; everything inside it happens
 * through a {@link Work}. Implemented in `db/`.
 */
import type { Bucket } from '../domain/pace.ts'
import type { ChannelName, ChatKind, Message } from '../domain/message.ts'
import type { Language, RecordKind } from '../domain/matter.ts'
import type { Outgoing } from '../domain/outgoing.ts'
import type { RoomName } from '../domain/place.ts'
import type { Policy, ProfileId } from '../domain/policy.ts'
import type { RepairClock } from '../domain/repair/clocks.ts'
import type { RepairOrder } from '../domain/repair/order.ts'
import type { ComplaintClock } from '../domain/complaint/clocks.ts'
import type { Grievance } from '../domain/complaint/collective.ts'
import type { Complaint, ComplaintDetails } from '../domain/complaint/complaint.ts'
import type { ComplaintState } from '../domain/complaint/lifecycle.ts'
import type { HelpRequest } from '../domain/help/request.ts'
import type { Actor, ResidentRole, StaffMember, StaffRole } from '../domain/staff.ts'
import type { EstateCalendar } from '../domain/time/calendar.ts'
import type { Act } from './act.ts'
import type { Talk } from './talk.ts'

/** What is set up for an estate; changes seldom, so a process may remember it for half a minute. */
export interface EstateBook {
  readonly id: number
  readonly name: string
  readonly profile: ProfileId
  readonly policy: Policy
  readonly phone: string
  readonly calendar: EstateCalendar
  readonly catalogue: readonly CatalogueItem[]
  readonly vendors: readonly Vendor[]
  /** The units in which `building-room` exists, where it is more than one. */
  readonly unitsOf: ReadonlyMap<string, readonly string[]>
}
export interface CatalogueItem {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly category: string
  readonly standard: string
  readonly feeFen: number | null
}
export interface Vendor {
  readonly id: number
  readonly name: string
  readonly phone: string
  readonly category: string
}

export interface ConversationRow {
  readonly id: number
  readonly estateId: number
  readonly channel: ChannelName
  readonly account: string
  readonly chat: string
  readonly kind: ChatKind
  readonly seq: number
  readonly talk: Talk
  readonly language: Language
  readonly bucket: Bucket | null
  /** Kept but unhandled messages are queued: this one goes behind them. */
  readonly waiting: number
  /** Something is still to be sent here: what is queued now must not overtake it. */
  readonly backlog: boolean
  readonly staffGroup: boolean
}

export interface IdentityRow {
  readonly id: number
  /** The private chat it was loaded for. */
  readonly conversationId: number
  readonly externalId: string
  readonly person: Person | null
  readonly staff: StaffMember | null
  readonly lockedUntil: Date | null
}
export interface Person {
  readonly id: number
  readonly name: string
  readonly phone: string
  readonly rooms: readonly (RoomName & { readonly id: number; readonly role: ResidentRole })[]
}

/** A button that may still be pressed, or answered in words. */
export interface OpenButton {
  readonly nonce: string
  readonly question: string
  readonly label: string
  readonly act: Act
  readonly recordId: number | null
  readonly madeAt: Date
}

/** Everything one message needs to be understood, read in one round trip. */
export interface Loaded {
  readonly conversation: ConversationRow
  readonly identity: IdentityRow
  readonly openButtons: readonly OpenButton[]
  /** The pressed button, used or expired ones too. */
  readonly pressed:
    (OpenButton & { readonly usedAt: Date | null; readonly expired: boolean; readonly here: boolean }) | null
}

/** What becomes of the conversation itself in a turn. */
export interface ConversationChange {
  readonly talk: Talk
  readonly language: Language
  readonly bucket: Bucket | null
  readonly nudgeAt: Date | null
}

/** A turn that only talks: the hot path, one statement. */
export interface SpokenTurn {
  readonly loaded: Loaded
  readonly message: Message
  readonly trace: string
  readonly now: Date
  readonly change: ConversationChange
  readonly replies: readonly Outgoing[]
}
/** `moved`: somebody changed the conversation since it was loaded; load again. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly toSend: readonly OutboxRow[] }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'moved' }

/** receipt, safety and ping must arrive: they are repeated after an unknown outcome; the rest is not. */
export type OutKind = 'receipt' | 'safety' | 'ping' | 'reply' | 'follow' | 'notice'

export interface OutboxRow {
  readonly id: number
  readonly estateId: number
  readonly conversationId: number
  readonly channel: ChannelName
  readonly account: string
  readonly chat: string
  readonly lane: string
  readonly kind: OutKind
  readonly trace: string
  readonly body: Outgoing
  readonly tries: number
  readonly unknowns: number
  readonly queuedAt: Date
  readonly onSent: OnSent | null
  /** Another row waits behind it. */
  readonly more?: boolean
  /** The chat refused the last message: it is heard again once one gets through. */
  readonly unreachable?: boolean
}
/** What becomes true once the platform has accepted a message. */
export interface OnSent {
  readonly then: 'technicianTold'
  readonly recordId: number
  readonly staffId: number
}

export type SendRecord =
  | { readonly status: 'sent'; readonly platformId?: string }
  | { readonly status: 'retry'; readonly at: Date; readonly error: string; readonly unknown?: boolean }
  | { readonly status: 'unknown' | 'dead' | 'unreachable'; readonly error: string }

export interface Choosable {
  readonly label: string
  readonly act: Act
}
export interface Telling {
  readonly text: string
  readonly choices?: readonly Choosable[]
  readonly photos?: readonly string[]
}
export interface TellOptions {
  readonly kind: OutKind
  readonly recordId?: number
  /** Name of the question its choices answer; pressing one uses up all. */
  readonly question?: string
  readonly onSent?: OnSent
  /** Goes out in quiet hours too, or as a reply to the resident's own open request. */
  readonly evenAtNight?: boolean
  readonly silent?: boolean
}

export interface StaffContact extends StaffMember {
  readonly skills: readonly string[]
  readonly onDuty: boolean
  /** Private chats this person can be reached in. */
  readonly conversations: readonly number[]
  /** Orders in hand now. */
  readonly load: number
}

export interface NewRecord {
  readonly kind: RecordKind
  readonly prefix: string
  readonly status: string
  readonly conversationId: number | null
  readonly personId: number | null
  readonly reporter: string
  readonly phone: string
  readonly room: RoomName | null
  readonly place: string
  readonly category: string | null
  readonly locationKind: string | null
  readonly urgent: boolean
  readonly description: string
  readonly time: object | null
  readonly channel: string
  readonly originInboxId: number | null
  readonly originPart: number
  /** What only this kind of matter has. */
  readonly details?: MatterDetails
}
export type MatterDetails = ComplaintDetails

export interface NewTicket {
  readonly repairKind: string
  readonly urgency: string
  readonly timing: string
  readonly slotStart: Date | null
  readonly slotEnd: Date | null
  readonly inCatalogue: boolean
  readonly catalogueId: number | null
  readonly payer: string
  readonly feeState: string
}
export type TicketPatch = Partial<
  Omit<RepairOrder, 'id' | 'estateId' | 'number' | 'version' | 'technicianName' | 'profile' | 'policy'>
>

export interface NewEvent {
  readonly recordId: number
  readonly event: string
  readonly from: string | null
  readonly to: string | null
  readonly actor: Actor
  readonly payload?: object
}

export type ClockName = RepairClock | ComplaintClock | 'help.acknowledge' | 'matter.reply'
export interface NewRung {
  readonly recordId: number
  readonly clock: ClockName
  /** Absent: a new generation of the clock begins. */
  readonly generation?: number
  readonly rung: number
  readonly startedAt: Date
  readonly promisedAt: Date
  readonly dueAt: Date
}
export interface DueRung extends NewRung {
  readonly id: number
  readonly estateId: number
  readonly generation: number
  readonly recordKind: RecordKind
  readonly acknowledgedBy: number | null
}

export interface RecordLine {
  readonly id: number
  readonly number: string
  readonly kind: string
  readonly status: string
  readonly description: string
  readonly createdAt: Date
  readonly technicianName: string | null
  readonly slotStart: Date | null
  readonly promisedAt: Date | null
}

export interface BindingCode {
  readonly id: number
  readonly estateId: number
  readonly personId: number | null
  readonly staffId: number | null
}
export interface BindingRequest {
  readonly id: number
  readonly identityId: number
  readonly conversationId: number
  readonly roomId: number | null
  readonly role: ResidentRole
  readonly name: string
  readonly phone: string
  readonly decided: boolean
  /** Who the identity is already. */
  readonly personId: number | null
}

/** One transaction in progress. Everything in it happens or nothing does. */
export interface Work {
  readonly now: Date
  readonly trace: string
  readonly book: EstateBook
  /** 0 ≤ x < 1, unguessable in production. */
  readonly random: () => number
  /** The message being handled, once kept. */
  readonly inboxId: number | null

  /** Queues one thing to be said; written at the end, under the recipients' locks, so order is kept. */
  tell(conversationId: number, what: Telling, options: TellOptions): Promise<void>
  /** Queues a reply of the conversation itself, whose choices (if any) already have their nonces. */
  say(conversationId: number, what: Outgoing, kind: OutKind): Promise<void>
  /** Spends all buttons of a question, or of a whole record. */
  spendButtons(which: { question: string } | { recordId: number }, by?: number): Promise<void>
  languageOf(conversationId: number): Promise<Language>

  newRecord(record: NewRecord): Promise<{ readonly id: number; readonly number: string }>
  newTicket(recordId: number, ticket: NewTicket): Promise<void>
  /** Locks the record until the end of the work. */
  repair(which: { number: string } | { id: number }): Promise<RepairOrder | undefined>
  changeRepair(order: RepairOrder, patch: TicketPatch): Promise<RepairOrder>
  help(which: { number: string } | { id: number }): Promise<HelpRequest | undefined>
  changeHelp(
    request: HelpRequest,
    patch: {
      status?: string
      staffId?: number | null
      building?: string | null
      unit?: string | null
      room?: string | null
      place?: string
      phone?: string
    },
  ): Promise<HelpRequest>
  complaint(which: { number: string } | { id: number }): Promise<Complaint | undefined>
  changeComplaint(
    complaint: Complaint,
    patch: {
      readonly status?: ComplaintState
      readonly staffId?: number
      readonly details?: ComplaintDetails
    },
  ): Promise<Complaint>
  /** Complaints of a category received since then, whatever became of them. */
  complaintsSince(since: Date, category: string | null): Promise<readonly Grievance[]>
  addEvent(event: NewEvent): Promise<void>
  hasEvent(recordId: number, event: string): Promise<boolean>

  startClock(rung: NewRung): Promise<void>
  stopClocks(recordId: number, clocks?: readonly ClockName[]): Promise<void>
  promised(recordId: number, clock: ClockName): Promise<Date | undefined>

  staffWith(roles: readonly StaffRole[]): Promise<readonly StaffContact[]>
  staffById(id: number): Promise<StaffContact | undefined>
  /** A person has finished: the bot speaks again in this chat. */
  releaseConversation(conversationId: number): Promise<void>
  staffGroups(): Promise<readonly number[]>
  /** Private chats of residents of a room who may decide for it. */
  ownersOf(roomId: number): Promise<readonly number[]>
  openRecordsOf(who: { personId: number | null; conversationId: number }): Promise<readonly RecordLine[]>
  openOrdersFor(staff: StaffMember): Promise<readonly RecordLine[]>

  roomCalled(
    room: RoomName,
  ): Promise<{ readonly id: number; readonly warrantyUntil: string | null } | undefined>
  /** Takes the reminder of an unfinished draft that is due; false when it was taken or put off. */
  takeNudge(conversationId: number): Promise<boolean>
  addPhotos(
    conversationId: number,
    photos: readonly { ref: string }[],
    recordId: number | null,
  ): Promise<void>
  /** Photos of this conversation that belong to no record yet, since `since`. */
  /** Hashes of the photos kept for a record. */
  keptPhotos(recordId: number): Promise<readonly string[]>
  claimPhotos(conversationId: number, recordId: number): Promise<number>

  findCode(hash: string): Promise<BindingCode | undefined>
  spendCode(codeId: number, identityId: number): Promise<boolean>
  /** A new one-time code for somebody already known, so that another channel can be bound. */
  issueCode(to: { personId?: number; staffId?: number }, hash: string, expiresAt: Date): Promise<void>
  bindIdentity(
    identityId: number,
    to: { personId?: number; staffId?: number; estateId: number },
  ): Promise<void>
  wrongCode(identityId: number, lockUntil: (wrong: number) => Date | null): Promise<void>
  newBindingRequest(request: {
    identityId: number
    conversationId: number
    roomId: number | null
    role: ResidentRole
    said: object
  }): Promise<number | undefined>
  bindingRequest(id: number): Promise<BindingRequest | undefined>
  decideBinding(id: number, approve: boolean, by: string): Promise<void>
  roomsOf(personId: number): Promise<Person['rooms']>
  /** Adds the room to `known`, or to a new person. */
  newOccupant(
    roomId: number,
    role: ResidentRole,
    person: { name: string; phone: string; known: number | null },
    verifiedBy: string,
  ): Promise<number>
}

export interface KeptMessage {
  readonly inboxId: number
  readonly message: Message
  readonly trace: string
  readonly tries: number
}

export interface Store {
  /** Reads all one message needs; makes the chat and the identity on first sight. Undefined: already handled or kept. */
  /** `again`: the message lies in the inbox already and is tried once more. */
  load(message: Message, now: Date, again?: boolean): Promise<Loaded | undefined>
  book(estateId: number): Promise<EstateBook>
  saveSpoken(turn: SpokenTurn): Promise<SaveOutcome>
  /**
   * One transaction for one message: keeps the message under its key, does the work, moves the
   * conversation. `kept` names a message that already lies in the inbox.
   */
  handle(
    turn: Omit<SpokenTurn, 'replies' | 'change'> & { readonly kept?: KeptMessage },
    work: (work: Work) => Promise<ConversationChange>,
  ): Promise<
    | { readonly kind: 'saved'; readonly touched: readonly number[] }
    | { readonly kind: 'duplicate' }
    | { readonly kind: 'moved' }
  >
  /** Keeps a message that could not be handled now. */
  keepWaiting(message: Message, trace: string, now: Date, nextTryAt: Date, error: string): Promise<void>
  /** Many messages of one chat, in one statement. */
  keepBehind(messages: readonly [Message, ...Message[]], trace: string, now: Date): Promise<void>
  nextWaiting(now: Date): Promise<KeptMessage | undefined>
  postpone(kept: KeptMessage, nextTryAt: Date, error: string): Promise<void>
  /** Sets it aside and, in the same transaction, tells whoever must know. */
  quarantine(
    kept: KeptMessage,
    now: Date,
    error: string,
    tell: (work: Work) => Promise<void>,
  ): Promise<readonly number[]>
  movedChat(message: { channel: string; account: string; from: string; to: string }): Promise<void>

  /** A transaction that is not a message: a deadline, a tick, a send that succeeded. */
  work<T>(
    about: { readonly estateId: number; readonly now: Date; readonly trace: string },
    work: (work: Work) => Promise<T>,
  ): Promise<{ readonly result: T; readonly touched: readonly number[] }>

  /** Only rows for these channels: what another process's line must send is left to it. */
  claimOutbox(
    now: Date,
    leaseMs: number,
    limit: number,
    channels: readonly ChannelName[],
    conversations?: readonly number[],
  ): Promise<readonly OutboxRow[]>
  /** Marks the row, and with it, in one transaction, what became true by it. */
  /** Several messages held for one person overnight become one. */
  mergeMorning(now: Date): Promise<void>
  recordSend(
    row: OutboxRow,
    record: SendRecord,
    now: Date,
    then?: (work: Work) => Promise<void>,
  ): Promise<readonly number[]>
  rewriteAddress(conversationId: number, chat: string): Promise<void>

  dueRungs(now: Date, limit: number): Promise<readonly DueRung[]>
  /** Marks the rung fired inside the work; false when another process was first or it was stopped. */
  fireRung(work: Work, rung: DueRung, late: boolean): Promise<boolean>
  rungFailed(rung: DueRung, error: string, retryAt: Date): Promise<void>

  waitingPhotos(now: Date, limit: number): Promise<readonly WaitingPhoto[]>
  /** Marks it kept; answers the record it belongs to, inside the work that tells the technician. */
  photoKept(work: Work, photo: WaitingPhoto, hash: string): Promise<number | null | undefined>
  /** Inside a work that tells the resident; false when it was settled already. */
  photoRefused(work: Work, photo: WaitingPhoto, reason: string): Promise<boolean>
  photoLater(id: number, at: Date): Promise<void>

  dueNudges(
    now: Date,
    limit: number,
  ): Promise<readonly { readonly conversationId: number; readonly estateId: number }[]>
}

export interface WaitingPhoto {
  readonly id: number
  readonly estateId: number
  readonly conversationId: number
  readonly channel: ChannelName
  readonly account: string
  readonly ref: string
  readonly tries: number
}
