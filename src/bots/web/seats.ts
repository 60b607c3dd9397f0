import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Clock } from '../../desk/ports.ts'
import type { Allowance } from './allowance.ts'
import type { WebSessions } from './ports.ts'
import { Refused } from './refused.ts'
import { remoteAddress } from './remote.ts'
import type { Side } from './sides.ts'

/** A visitor whose session is known: one side, one chat. */
export interface Seat {
  readonly side: Side
  readonly chat: string
}

const halfYear = 180 * 24 * 3600

/** Finds and opens the session behind a request's cookie. */
export class Seats {
  readonly #sessions: WebSessions
  readonly #sides: readonly Side[]
  readonly #clock: Clock
  readonly #visits: Allowance
  readonly #publicOrigin: string | undefined

  constructor(
    sessions: WebSessions,
    sides: readonly Side[],
    clock: Clock,
    visits: Allowance,
    publicOrigin: string | undefined,
  ) {
    this.#sessions = sessions
    this.#sides = sides
    this.#clock = clock
    this.#visits = visits
    this.#publicOrigin = publicOrigin
  }

  async of(c: Context): Promise<Seat> {
    const seat = await this.#find(c, this.#sideOf(c))
    if (!seat) throw new Refused('no_session')
    return seat
  }

  async ofOrOpen(c: Context): Promise<Seat> {
    const side = this.#sideOf(c)
    return (await this.#find(c, side)) ?? (await this.#open(c, side))
  }

  /** Every seat this browser has: an address without a side, such as a photo's, may belong to any of them. */
  async all(c: Context): Promise<readonly Seat[]> {
    const seats = await Promise.all(this.#sides.map((side) => this.#find(c, side)))
    return seats.filter((seat) => seat !== undefined)
  }

  async #find(c: Context, side: Side): Promise<Seat | undefined> {
    const token = getCookie(c, this.#cookieName(c, side))
    if (token === undefined || !/^[A-Za-z0-9_-]{32,128}$/.test(token)) return undefined
    const session = await this.#sessions.find(token, side.name)
    return session && { side, chat: side.prefix + session.chat }
  }

  async #open(c: Context, side: Side): Promise<Seat> {
    if (!this.#visits.take(remoteAddress(c))) throw new Refused('too_many_visits')
    const { token, chat } = await this.#sessions.open(this.#clock.now(), side.name)
    setCookie(c, this.#cookieName(c, side), token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: this.#isHttps(c),
      maxAge: halfYear,
    })
    return { side, chat: side.prefix + chat }
  }

  #sideOf(c: Context): Side {
    const side = this.#sides.find((one) => one.name === c.req.param('side'))
    if (!side) throw new Refused('not_found')
    return side
  }

  #cookieName(c: Context, side: Side): string {
    return this.#isHttps(c) ? `__Host-${side.cookie}` : side.cookie
  }

  #isHttps(c: Context): boolean {
    if (this.#publicOrigin !== undefined) return this.#publicOrigin.startsWith('https:')
    return c.req.header('x-forwarded-proto') === 'https' || c.req.url.startsWith('https:')
  }
}
