/** What the web chat needs to remember. The database implements these; tests use in-memory ones. */
import type { Choice } from '../../domain/outgoing.ts'

/** One browser can be a resident in one tab and staff in another: two sides, two sessions, two chats. */
export type SideName = 'resident' | 'staff'

/**
 * Sessions of browsers. A token is at least 256 random bits, kept only as its SHA-256; it ends when idle
 * too long or too old. `chat` is the bare id of the session's chat, `[A-Za-z0-9]` and unguessable: the web
 * channel puts the side in front of it. A token opened for one side is unknown on the other.
 */
export interface WebSessions {
  open(now: Date, side: SideName): Promise<{ readonly token: string; readonly chat: string }>
  /** Finding a session also counts as its last use. */
  find(token: string, side: SideName): Promise<{ readonly chat: string } | undefined>
  end(token: string): Promise<void>
}

/** One line of a talk, as the page shows it. */
export interface Line extends NewLine {
  /** Grows within its chat. */
  readonly id: number
}

export interface NewLine {
  /** Unique within its chat: the page's own message id, or a random one for what the house says. */
  readonly key: string
  readonly from: 'me' | 'house'
  readonly text: string
  readonly choices?: readonly Choice[]
  /** Hashes in the photo store. */
  readonly photos?: readonly string[]
  /** When it was said, to the millisecond: lines are shown in this order, and read in the order of their ids. */
  readonly at: Date
}

/**
 * The talk of each chat. A page reads what comes after the last id it has, so an id must never become
 * visible after a higher one of the same chat: take ids under a lock of the chat, not from a sequence.
 */
export interface Transcript {
  /** All lines after `afterId`, oldest first; with `newest`, only the newest so many of them. */
  since(chat: string, afterId: number, newest?: number): Promise<readonly Line[]>
  /** Appends all or none. A key already there changes nothing: the line of that key is returned instead. */
  append(chat: string, lines: readonly NewLine[]): Promise<readonly Line[]>
  /** Whether a line of this chat shows the photo. */
  shows(chat: string, photo: string): Promise<boolean>
}
