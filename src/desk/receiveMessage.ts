/**
 * The walk of a message: who → load → understand → decide → perform → save. One transaction; when
 * `receive` resolves it is committed and the platform may be told "received". A message that makes the
 * code throw is kept and tried again, three times, then quarantined with staff told.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Message } from '../domain/message.ts'
import type { Outgoing } from '../domain/outgoing.ts'
import type { PaceVerdict } from '../domain/pace.ts'
import { take } from '../domain/pace.ts'
import { isQuiet, releaseAt } from '../domain/time/quiet.ts'
import { wordingIn } from '../wording/index.ts'
import { hasCode } from './errorCodes.ts'
import type { Chance, Clock, Log, Receive } from './ports.ts'
import type { ConversationChange, EstateBook, KeptMessage, Loaded, OutboxRow, Store, Work } from './store.ts'
import type { Talk } from './talk.ts'
import { tellQuarantined } from './tellQuarantined.ts'
import { isStaffMessage, staffTurn } from './staff/staffTurn.ts'
import { decide } from './talking/decide.ts'
import { performTasks } from './talking/performTasks.ts'
import type { Reply, Turn } from './talking/turn.ts'
import { silence } from './talking/turn.ts'

export interface ReceiveDeps {
  readonly store: Store
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  /** Told after the commit what is to be sent. */
  readonly queued: (news: {
    readonly rows: readonly OutboxRow[]
    readonly conversations: readonly number[]
  }) => void
  readonly met?: Met
}

/** What the metrics want to know. */
export interface Met {
  message(channel: string, outcome: 'handled' | 'duplicate' | 'kept'): void
}

/** How long a conversation may lie before a draft is offered back (bot.sessionTimeoutMinutes). */
const sessionMs = 30 * 60_000
const retryMs = [2_000, 15_000]

export function receiveMessage(deps: ReceiveDeps): Receive {
  return async (message) => {
    const trace = deps.chance.token(12)
    try {
      const outcome = await handleOnce(deps, message, trace)
      deps.met?.message(message.address.channel, outcome)
    } catch (error) {
      // Not the message's fault when the database is away: let the platform deliver it again.
      if (!isOurFault(error)) throw error
      await keep(deps, message, trace, error)
      deps.met?.message(message.address.channel, 'kept')
    }
  }
}

/** Tries a kept message again; `later` says whether it must wait some more. */
export async function handleKept(
  deps: ReceiveDeps,
  kept: KeptMessage,
): Promise<'handled' | 'later' | 'quarantined'> {
  try {
    await handleOnce(deps, kept.message, kept.trace, kept)
    return 'handled'
  } catch (error) {
    if (!isOurFault(error)) throw error
    const tries = kept.tries + 1
    if (tries >= 3) {
      deps.log.error('message quarantined', { trace: kept.trace, ...failure(error) })
      const touched = await deps.store.quarantine(
        kept,
        deps.clock.now(),
        failure(error).error,
        tellQuarantined,
      )
      deps.queued({ rows: [], conversations: touched })
      return 'quarantined'
    }
    await deps.store.postpone(kept, soon(deps.clock.now(), tries), failure(error).error)
    return 'later'
  }
}

async function handleOnce(
  deps: ReceiveDeps,
  message: Message,
  trace: string,
  kept?: KeptMessage,
): Promise<'handled' | 'duplicate' | 'kept'> {
  const { store, clock, log } = deps
  if (message.kind === 'moved') {
    await store.movedChat({ ...message.address, from: message.address.chat, to: message.to })
    return 'handled'
  }
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const now = clock.now()
    const loaded = await store.load(message, now, kept !== undefined)
    if (loaded === undefined) return 'duplicate'
    if (loaded.conversation.waiting > 0 && kept === undefined) {
      // Something earlier is still to be handled here: this one queues behind it, so order is kept.
      await store.keepWaiting(message, trace, now, now, '')
      return 'kept'
    }
    const book = await store.book(loaded.conversation.estateId)
    const outcome = await turnOnce(deps, { loaded, message, trace, now, book, kept })
    if (outcome === 'moved') continue
    log.info('message', { trace, channel: message.address.channel, kind: message.kind, outcome, attempt })
    return outcome
  }
  throw new Error('the conversation kept changing')
}

interface Attempt {
  readonly loaded: Loaded
  readonly message: Message
  readonly trace: string
  readonly now: Date
  readonly book: EstateBook
  readonly kept: KeptMessage | undefined
}

async function turnOnce(deps: ReceiveDeps, attempt: Attempt): Promise<'handled' | 'duplicate' | 'moved'> {
  const { store, queued } = deps
  const { loaded, message, book, now, kept } = attempt
  const { bucket, verdict } = take(loaded.conversation.bucket ?? undefined, now)
  const staff = isStaffMessage(loaded, message, now, book.calendar.zone)
  const turn = staff
    ? silence(loaded.conversation.talk, 'zh-Hans')
    : paced(decide(loaded, message, book, now), verdict, attempt)

  if (!staff && turn.tasks.length === 0 && kept === undefined) {
    const { talk, replies } = withMenu(deps.chance, loaded, turn.talk, turn.replies)
    const outcome = await store.saveSpoken({
      ...attempt,
      change: change(attempt, { ...turn, talk }, bucket),
      replies,
    })
    if (outcome.kind === 'saved') {
      const behind = outcome.toSend.length < replies.length ? [loaded.conversation.id] : []
      queued({ rows: outcome.toSend, conversations: behind })
    }
    return outcome.kind === 'saved' ? 'handled' : outcome.kind
  }
  const outcome = await store.handle(attempt, async (work) => {
    if (staff) {
      for (const told of await staffTurn(work, loaded, message)) {
        await work.tell(loaded.conversation.id, told, { kind: 'ping', evenAtNight: true })
      }
      return change(attempt, turn, bucket)
    }
    const done = await performTasks(work, loaded, turn)
    const { talk, replies } = withMenu(deps.chance, loaded, done.talk, done.replies)
    for (const reply of replies) await speak(work, loaded, reply, done.mustArrive)
    return change(attempt, { ...turn, talk }, bucket)
  })
  if (outcome.kind === 'saved') queued({ rows: [], conversations: outcome.touched })
  return outcome.kind === 'saved' ? 'handled' : outcome.kind
}

function speak(work: Work, loaded: Loaded, reply: Outgoing, mustArrive: boolean): Promise<void> {
  return work.say(loaded.conversation.id, reply, mustArrive ? 'receipt' : 'reply')
}

/** A flood is kept and answered once with a kind word; an emergency is always heard. */
function paced(turn: Turn, verdict: PaceVerdict, { loaded, message }: Attempt): Turn {
  const safety = turn.tasks.some((task) => task.do === 'emergency' || task.do === 'emergencyPlace')
  if (verdict === 'ok' || safety || message.kind === 'button') return turn
  const quiet = silence(loaded.conversation.talk, turn.language)
  return verdict === 'slow' ? quiet : { ...quiet, replies: [{ text: wordingIn(turn.language).slowDown }] }
}

/**
 * Gives the choices of the last reply their one-time nonces; they are the conversation's menu now. While
 * the matter being talked about has not changed, what was offered before stays offered: a button that still
 * means the same must not be called expired because the question was asked twice.
 */
function withMenu(
  chance: Chance,
  loaded: Loaded,
  talk: Talk,
  replies: readonly Reply[],
): { talk: Talk; replies: Outgoing[] } {
  const last = replies.findLast((reply) => reply.choices !== undefined)
  const seen = loaded.openButtons.at(-1)?.nonce
  const before = loaded.conversation.talk
  const offered = before.now !== undefined && isSame(before.now, talk.now) ? talk.menu : undefined
  const choices = last?.choices
  const menu =
    choices === undefined ||
    isSame(
      offered?.map(({ label, say }) => ({ label, say })),
      choices,
    )
      ? offered
      : choices.map(({ label, say }) => ({ nonce: chance.token(16), label, say }))
  const outgoing = replies.map((reply): Outgoing => {
    if (reply !== last || menu === undefined) return { text: reply.text }
    return { text: reply.text, choices: menu.map(({ nonce, label }) => ({ nonce, label })) }
  })
  return {
    talk: replies.length === 0 ? talk : { ...talk, menu, seen },
    replies: outgoing,
  }
}

/** Equal once written to the database. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  return isDeepStrictEqual(plain(a), plain(b))
}

function change(
  { loaded, now, book }: Attempt,
  turn: Turn,
  bucket: ConversationChange['bucket'],
): ConversationChange {
  return { talk: turn.talk, language: turn.language, bucket, nudgeAt: nudgeAt(turn.talk, loaded, now, book) }
}

/** One gentle reminder of an unfinished draft, never in quiet hours (15.2). */
function nudgeAt(talk: Talk, loaded: Loaded, now: Date, book: EstateBook): Date | null {
  if (talk.now === undefined || loaded.conversation.kind === 'group') return null
  const at = new Date(now.getTime() + sessionMs)
  const quiet = { start: book.policy['quiet.start'], end: book.policy['quiet.end'] }
  return isQuiet(at, quiet, book.calendar.zone) ? releaseAt(at, quiet, book.calendar.zone) : at
}

async function keep(deps: ReceiveDeps, message: Message, trace: string, error: unknown): Promise<void> {
  const now = deps.clock.now()
  deps.log.error('message kept for another try', { trace, ...failure(error) })
  await deps.store.keepWaiting(message, trace, now, soon(now, 1), failure(error).error)
}

function soon(now: Date, tries: number): Date {
  return new Date(now.getTime() + (retryMs[tries - 1] ?? 60_000))
}

/**
 * A failure of our code with this message, as against a database that is away or a commit whose outcome
 * is not known: those are thrown on, and the platform delivers again.
 */
function isOurFault(error: unknown): boolean {
  // Connection, shutdown, resources, serialisation: not this message's doing.
  return !hasCode(error, /^(08|53|57|58|40|XX|CONN|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|CRASH)/)
}

function failure(error: unknown): { error: string } {
  // Only the kind of error: a message may carry the resident's words.
  return { error: error instanceof Error ? error.name : typeof error }
}
