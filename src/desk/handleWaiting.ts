import { staffWords } from '../wording/index.ts'
import type { ReceiveDeps } from './receiveMessage.ts'
import { handleKept } from './receiveMessage.ts'
import { onDuty } from './staff/pingStaff.ts'

/** Goes on with messages that were kept: oldest first per conversation. Answers how many were settled. */
export async function handleWaiting(deps: ReceiveDeps, limit = 100): Promise<number> {
  let settled = 0
  for (let n = 0; n < limit; n += 1) {
    const kept = await deps.store.nextWaiting(deps.clock.now())
    if (kept === undefined) return settled
    const outcome = await handleKept(deps, kept)
    if (outcome === 'quarantined') await tellStaff(deps, kept.inboxId, kept.trace)
    if (outcome !== 'later') settled += 1
  }
  return settled
}

/** A message nobody could handle is a person's matter now. */
async function tellStaff(deps: ReceiveDeps, inboxId: number, trace: string): Promise<void> {
  const estateId = await deps.store.estateOfInbox(inboxId)
  const { touched } = await deps.store.work({ estateId, now: deps.clock.now(), trace }, async (work) => {
    for (const person of await onDuty(work, ['front_desk', 'cs', 'duty'], { atAnyHour: true })) {
      for (const conversationId of person.conversations) {
        await work.tell(
          conversationId,
          { text: staffWords.quarantined(trace) },
          { kind: 'ping', evenAtNight: true },
        )
      }
    }
  })
  deps.queued({ rows: [], conversations: touched })
}
