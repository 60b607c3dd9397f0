import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Whose connection this is, for counting only. A peer on this very machine is the reverse proxy: then the
 * last address it added to X-Forwarded-For is the visitor. Anyone else's header is not believed.
 */
export function remoteAddress(c: Context): string {
  const peer = getConnInfo(c).remote.address ?? ''
  const forwarded = isLoopback(peer) ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return household(forwarded || peer)
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}

/** An IPv6 home has a whole /64 to choose from. */
function household(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  return address.split(':').slice(0, 4).join(':')
}
