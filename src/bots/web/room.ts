import type { Context } from 'hono'
import type { Clock, Log, PhotoStore } from '../../desk/ports.ts'
import type { Address } from '../../domain/message.ts'
import type { Allowance } from './allowance.ts'
import type { Doorway } from './doorway.ts'
import type { Limits } from './limits.ts'
import type { Pages } from './pages.ts'
import type { Line, NewLine, Transcript } from './ports.ts'
import type { Seat, Seats } from './seats.ts'

/** What all routes of the web chat share. */
export interface Room {
  readonly clock: Clock
  readonly log: Log
  readonly limits: Limits
  readonly photos: PhotoStore
  readonly transcript: Transcript
  readonly seats: Seats
  readonly doorway: Doorway
  readonly pages: Pages
  readonly photoAllowance: Allowance
}

export const account = 'web'

/** What every message of this visitor has in common. Ids are put behind the chat's: nobody can use another's. */
export function said(c: Context, seat: Seat, id: string, at: Date) {
  const locale = c.req.header('accept-language')?.split(/[,;]/)[0]?.trim()
  const address: Address = { channel: 'web', account, chat: seat.chat }
  return {
    address,
    chatKind: 'private' as const,
    id: `${seat.chat}:${id}`,
    sender: { id: seat.chat, name: '' },
    at,
    addressed: true,
    ...(locale && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(locale) ? { locale } : {}),
  }
}

/** Puts a visitor's own words into the talk, once, and tells their other pages. */
export async function keepOwnLine(room: Room, seat: Seat, line: Omit<NewLine, 'from'>): Promise<Line> {
  const [kept] = await room.transcript.append(seat.chat, [{ ...line, from: 'me' }])
  if (!kept) throw new Error('the transcript kept nothing')
  room.pages.nudge(seat.chat)
  return kept
}
