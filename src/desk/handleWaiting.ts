import type { ReceiveDeps } from './receiveMessage.ts'
import { handleKept } from './receiveMessage.ts'

/** Goes on with messages that were kept: oldest first per conversation. Answers how many were settled. */
export async function handleWaiting(deps: ReceiveDeps, limit = 1_000): Promise<number> {
  let settled = 0
  for (let n = 0; n < limit; n += 1) {
    const kept = await deps.store.nextWaiting(deps.clock.now())
    if (kept === undefined) return settled
    if ((await handleKept(deps, kept)) !== 'later') settled += 1
  }
  return settled
}
