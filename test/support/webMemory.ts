/** What the web chat remembers, in memory: for its own tests, and for any that need a page and no database. */
import { createHash, randomBytes } from 'node:crypto'
import type { Line, NewLine, SideName, Transcript, WebSessions } from '../../src/bots/web/ports.ts'
import type { Clock, KeptPhoto, PhotoStore } from '../../src/desk/ports.ts'

const day = 24 * 3_600_000

export interface SessionAges {
  readonly idleMs: number
  readonly absoluteMs: number
}

interface Session {
  readonly chat: string
  readonly side: SideName
  readonly opened: number
  used: number
}

function hashed(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export function memorySessions(
  clock: Clock,
  ages: SessionAges = { idleMs: 30 * day, absoluteMs: 180 * day },
) {
  const sessions = new Map<string, Session>()
  const store: WebSessions = {
    async open(now, side) {
      const token = randomBytes(32).toString('base64url')
      const chat = randomBytes(12).toString('hex')
      sessions.set(hashed(token), { chat, side, opened: now.getTime(), used: now.getTime() })
      return { token, chat }
    },
    async find(token, side) {
      const session = sessions.get(hashed(token))
      const now = clock.now().getTime()
      if (!session || session.side !== side) return undefined
      if (now - session.used > ages.idleMs || now - session.opened > ages.absoluteMs) return undefined
      session.used = now
      return { chat: session.chat }
    },
    async end(token) {
      sessions.delete(hashed(token))
    },
  }
  return { ...store, count: () => sessions.size }
}

/** `fails` and `loses` make the next calls fail before, or after, they took effect. */
export function memoryTranscript() {
  const chats = new Map<string, Line[]>()
  const faults = { fails: 0, loses: 0 }

  const put = (chat: string, line: NewLine): Line => {
    const lines = chats.get(chat) ?? []
    chats.set(chat, lines)
    const there = lines.find((one) => one.key === line.key)
    if (there) return there
    const kept = { ...line, id: lines.length + 1 }
    lines.push(kept)
    return kept
  }

  const store: Transcript = {
    async since(chat, afterId, newest) {
      const lines = (chats.get(chat) ?? []).filter((line) => line.id > afterId)
      return newest === undefined ? lines : lines.slice(-newest)
    },
    async append(chat, lines) {
      if (faults.fails > 0) {
        faults.fails -= 1
        throw new Error('nothing was written')
      }
      const kept = lines.map((line) => put(chat, line))
      if (faults.loses > 0) {
        faults.loses -= 1
        throw new Error('written, and the answer was lost')
      }
      return kept
    },
    async shows(chat, photo) {
      return (chats.get(chat) ?? []).some((line) => line.photos?.includes(photo))
    },
  }
  return { ...store, faults, of: (chat: string): readonly Line[] => chats.get(chat) ?? [] }
}

/** Looks at magic bytes only; the real store also decodes, measures and re-encodes. */
export function memoryPhotos(): PhotoStore {
  const kept = new Map<string, Uint8Array>()
  return {
    async keep(bytes): Promise<KeptPhoto> {
      const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
      const known = head.startsWith('\x89PNG') || head.startsWith('\xff\xd8\xff') || head.endsWith('WEBP')
      if (!known) return { ok: false, reason: 'not_a_photo' }
      const hash = createHash('sha256').update(bytes).digest('hex')
      kept.set(hash, bytes)
      return { ok: true, hash, width: 1, height: 1, bytes: bytes.byteLength }
    },
    async read(hash) {
      return kept.get(hash)
    },
  }
}
