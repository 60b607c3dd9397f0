import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Log } from '../../desk/ports.ts'
import { sentence, type Refusal } from './words.ts'

const statuses: Readonly<Record<Refusal, ContentfulStatusCode>> = {
  not_from_here: 403,
  no_session: 401,
  not_found: 404,
  post_only: 405,
  malformed: 400,
  text_too_long: 413,
  too_large: 413,
  too_many_pixels: 413,
  not_a_photo: 415,
  damaged: 422,
  no_space: 507,
  too_many_photos: 429,
  too_many_visits: 429,
  too_many_pages: 429,
  busy: 503,
  not_kept: 503,
}

/** Thrown by a route that will not do what it was asked; answered once, by {@link answerRefusal}. */
export class Refused extends Error {
  readonly reason: Refusal

  constructor(reason: Refusal) {
    super(reason)
    this.reason = reason
  }
}

export function answerRefusal(log: Log) {
  return (error: Error, c: Context): Response => {
    if (!(error instanceof Refused)) log.error('web.failed', { error: error.name, path: c.req.routePath })
    const reason = error instanceof Refused ? error.reason : 'not_kept'
    if (reason === 'post_only') c.header('Allow', 'POST')
    if (statuses[reason] === 503) c.header('Retry-After', '2')
    if (statuses[reason] === 429) c.header('Retry-After', '60')
    c.header('Cache-Control', 'no-store')
    return c.json({ error: reason, say: sentence(reason, c.req.header('accept-language')) }, statuses[reason])
  }
}
