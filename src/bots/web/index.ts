/** The web chat: a channel of our own, and the two pages that talk to it. */
import { Hono } from 'hono'
import type { Chance, Channel, Clock, Log, PhotoStore } from '../../desk/ports.ts'
import { Allowance } from './allowance.ts'
import { assetRoutes } from './assets.ts'
import { webChannel } from './channel.ts'
import { Doorway } from './doorway.ts'
import { onlyOurPage, safeHeaders } from './gate.ts'
import { usualLimits, type Limits } from './limits.ts'
import { Pages } from './pages.ts'
import { photoRoutes } from './photos.ts'
import type { Transcript, WebSessions } from './ports.ts'
import { answerRefusal, Refused } from './refused.ts'
import type { Room } from './room.ts'
import { Seats } from './seats.ts'
import { allSides } from './sides.ts'
import { talkRoutes } from './talk.ts'

export type { Line, NewLine, SideName, Transcript, WebSessions } from './ports.ts'
export type { Limits, Rate } from './limits.ts'

export interface WebChatOptions extends Partial<Limits> {
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  readonly photos: PhotoStore
  readonly sessions: WebSessions
  readonly transcript: Transcript
  /** As browsers see it, e.g. `https://wy.example.cn`; set it behind a proxy that ends TLS. */
  readonly publicOrigin?: string
  /** Address of the staff chat page; default `/desk`. */
  readonly staffPage?: string
}

export interface WebChat {
  readonly channel: Channel
  /** Mounted at the root. Touches only `/`, the staff page, `/page/*`, `/chat/*` and `/photos/*`. */
  readonly app: Hono
}

export function webChat(options: WebChatOptions): WebChat {
  const { clock, chance, log, photos, sessions, transcript, publicOrigin, staffPage = '/desk' } = options
  const limits: Limits = { ...usualLimits, ...given(options) }
  const sides = allSides(staffPage)
  const visits = new Allowance(clock, limits.sessionsPerAddress)
  const room: Room = {
    clock,
    log,
    limits,
    photos,
    transcript,
    seats: new Seats(sessions, sides, clock, visits, publicOrigin),
    doorway: new Doorway(log),
    pages: new Pages(clock, limits),
    photoAllowance: new Allowance(clock, limits.photosPerChat),
  }

  const app = new Hono()
  app.onError(answerRefusal(log))
  for (const path of [...sides.map((side) => side.page), '/page/*', '/chat/*', '/photos/*']) {
    app.use(path, safeHeaders)
  }
  app.use('/chat/*', onlyOurPage(publicOrigin), async (c, next) => {
    c.header('Cache-Control', 'no-store')
    await next()
  })
  app.route('/', assetRoutes(sides))
  app.route('/', talkRoutes(room))
  app.route('/', photoRoutes(room))
  app.all('/chat/:side/:what{hello|messages|buttons|photos}', () => {
    throw new Refused('post_only')
  })
  return { channel: webChannel(room, chance), app }
}

/** An option given as undefined is not given. */
function given(options: Partial<Limits>): Partial<Limits> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}
