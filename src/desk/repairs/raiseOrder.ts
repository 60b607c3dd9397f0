import type { Actor } from '../../domain/staff.ts'
import { staffWords } from '../../wording/index.ts'
import { onDuty, ping } from '../staff/pingStaff.ts'
import type { Telling, Work } from '../store.ts'

/** One level up, with the reason. */
export async function raiseOrder(
  work: Work,
  number: string,
  reason: string,
  actor: Actor,
): Promise<readonly Telling[]> {
  if (actor.kind !== 'staff') return []
  if (reason === '') return [{ text: staffWords.upNeedsReason }]
  const order = await work.repair({ number })
  if (order === undefined) return [{ text: staffWords.notFound(number) }]
  await work.addEvent({ recordId: order.id, event: 'up', from: null, to: null, actor, payload: { reason } })
  const up = actor.roles.includes('technician')
    ? (['eng_supervisor'] as const)
    : (['director', 'property_manager'] as const)
  await ping(work, await onDuty(work, up, { atAnyHour: true }), {
    recordId: order.id,
    what: { text: staffWords.raised(number, actor.name, reason) },
  })
  return [{ text: staffWords.upDone(number) }]
}
