import type { SendOutcome } from '../../domain/outgoing.ts'
import { NoAnswer } from './wait.ts'

/**
 * gRPC numbers its failures, and gateways put their own stack traces into the text: only the number and
 * a few words we look for ever leave this file.
 */
interface Failure {
  readonly code: number
  readonly text: string
}

function failureOf(error: unknown): Failure {
  const text = error instanceof Error ? error.message : String(error)
  const code = (error as { code?: unknown } | undefined)?.code
  const leading = /^(\d{1,2}) [A-Z_]+/.exec(text)?.[1]
  return { code: leading ? Number(leading) : typeof code === 'number' ? code : -1, text }
}

/** The reason a session ends with this error, or undefined: most errors of a puppet are only news. */
export function endsSession(error: unknown): string | undefined {
  const { code, text } = failureOf(error)
  if (/no grpc manager|NO CLIENT/.test(text)) return 'connection closed'
  if (!/^\d/.test(text)) return undefined
  if (code === 1 || code === 14) return 'gateway unreachable'
  if (code === 16) return 'gateway refused the token'
  return undefined
}

/** True when the gateway itself answered, so that asking again right away would not help. */
export function isAnswer(error: unknown): boolean {
  return [2, 3, 5, 12, 13].includes(failureOf(error).code)
}

/** For logs: the gRPC number, or a word. */
export function errorKind(error: unknown): string {
  if (error instanceof NoAnswer) return 'no answer'
  const { code } = failureOf(error)
  return code >= 0 ? `grpc ${code}` : 'error'
}

const notWritten = /No connection established|ECONNREFUSED|Name resolution|no grpc manager|NO CLIENT/i
const cannotReach =
  /not (your |a )?friend|不是.{0,8}好友|朋友验证|blacklist|黑名单|已拒收|not in (the |this )?room/i
const tooFast = /frequen|频繁|rate.?limit|too (many|fast)/i
const loggedOut = /not logged in|logged out|未登录/i

export function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof NoAnswer) return { kind: 'unknown', reason: 'the gateway did not answer in time' }
  const { code, text } = failureOf(error)
  if (notWritten.test(text)) return { kind: 'retry', reason: 'the gateway cannot be reached' }
  if (/RST_STREAM|Call cancelled|Connection dropped/i.test(text))
    return { kind: 'unknown', reason: 'the line was cut while sending' }
  switch (code) {
    case 2:
    case 13:
      if (loggedOut.test(text)) return { kind: 'retry', reason: 'the account is not logged in' }
      if (tooFast.test(text)) return { kind: 'pause', reason: 'sending too fast', afterMs: 60_000 }
      if (cannotReach.test(text)) return { kind: 'unreachable', reason: 'the chat does not accept us' }
      if (/time(d)? ?out/i.test(text)) return { kind: 'unknown', reason: 'the gateway timed out' }
      return { kind: 'refused', reason: `the gateway refused it (grpc ${code})` }
    case 3:
    case 5:
    case 7:
    case 12:
      return { kind: 'refused', reason: `the gateway refused it (grpc ${code})` }
    case 8:
      return { kind: 'pause', reason: 'the gateway is overloaded', afterMs: 60_000 }
    case 16:
      return { kind: 'retry', reason: 'the gateway refused the token' }
    case 1:
    case 4:
    case 14:
      return { kind: 'unknown', reason: `the line was cut while sending (grpc ${code})` }
    default:
      return { kind: 'unknown', reason: 'sending failed' }
  }
}
