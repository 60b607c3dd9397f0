import type { SendOutcome } from '../../domain/outgoing.ts'
import type { Failure } from './api.ts'
import { isTokenRefused } from './health.ts'

const refusedTokenMs = 60_000
const unnamedPauseMs = 5_000
const chatIsClosed =
  /chat not found|user not found|PEER_ID_INVALID|group chat was deactivated|not enough rights to send|have no rights to send|CHAT_WRITE_FORBIDDEN/i

/** What a failed send means for the message. */
export function outcomeOf(failure: Failure): SendOutcome {
  const { reason } = failure
  if (failure.kind === 'unsent') return { kind: 'retry', reason }
  if (failure.kind === 'unanswered') return { kind: 'unknown', reason }
  const { code, retryAfterMs, movedTo } = failure
  if (movedTo !== undefined) return { kind: 'moved', to: movedTo }
  if (code === 429) return { kind: 'pause', reason, afterMs: retryAfterMs ?? unnamedPauseMs }
  if (code === 403) return { kind: 'unreachable', reason }
  if (isTokenRefused(code)) return { kind: 'retry', reason, afterMs: refusedTokenMs }
  if (code >= 500) return { kind: 'retry', reason, perhapsSent: true }
  return chatIsClosed.test(reason) ? { kind: 'unreachable', reason } : { kind: 'refused', reason }
}
