/**
 * Who may talk to these routes: the page itself, and nobody through the page's cookie.
 *
 * A POST must say it comes from our own origin (Origin, Sec-Fetch-Site, whichever the browser sends, and
 * all of them if it sends both), carry a header no form can carry, and not be of a type a form can send.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { Refused } from './refused.ts'

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export const safeHeaders: MiddlewareHandler = async (c, next) => {
  c.header('Content-Security-Policy', contentPolicy)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'no-referrer')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
  await next()
}

const formTypes = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']

export function onlyOurPage(publicOrigin: string | undefined): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'POST' && !comesFromOurPage(c, publicOrigin)) throw new Refused('not_from_here')
    await next()
  }
}

function comesFromOurPage(c: Context, publicOrigin: string | undefined): boolean {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (origin === undefined && site === undefined) return false
  if (origin !== undefined && !isOurs(origin, c.req.header('host'), publicOrigin)) return false
  if (site !== undefined && site !== 'same-origin') return false
  return c.req.header('x-guanjia') === '1' && !formTypes.includes(type)
}

/** Behind a proxy that ends TLS our own scheme is not what the browser sees, so only the host is compared. */
function isOurs(origin: string, host: string | undefined, publicOrigin: string | undefined): boolean {
  if (publicOrigin !== undefined) return origin === publicOrigin
  return URL.canParse(origin) && new URL(origin).host === host
}
