/**
 * The one way a repair changes: bot, staff and deadlines all come through here. Asks the lifecycle table,
 * writes the change and its event, runs the clocks and tells the people it concerns.
 */
import type { Refusal } from '../../domain/lifecycle.ts'
import { advance } from '../../domain/lifecycle.ts'
import type { RepairEvent } from '../../domain/repair/lifecycle.ts'
import { repairLifecycle } from '../../domain/repair/lifecycle.ts'
import { factsOf } from '../../domain/repair/order.ts'
import type { RepairOrder } from '../../domain/repair/order.ts'
import type { Actor } from '../../domain/staff.ts'
import { hasRole } from '../../domain/staff.ts'
import type { Work } from '../store.ts'
import type { Given } from './changes.ts'
import { changesOf } from './changes.ts'
import { runClocks } from './runClocks.ts'
import { tellAbout } from './tellAbout.ts'

export type Moved = { readonly kind: 'moved'; readonly order: RepairOrder } | Refusal

export async function advanceRepair(
  work: Work,
  order: RepairOrder,
  event: RepairEvent,
  actor: Actor,
  given: Given = {},
): Promise<Moved> {
  const step = advance(repairLifecycle, order.status, event, actor, {
    ...factsOf(order, {
      actorStaffId: actor.kind === 'staff' ? actor.id : undefined,
      vendorListed: work.book.vendors.some((vendor) => vendor.category === order.category),
      supervises: hasRole(actor, 'eng_supervisor'),
    }),
  })
  if (step.kind === 'refused') return step
  const changed = await work.changeRepair(order, {
    ...changesOf(order, event, actor, given, work.now),
    status: step.to,
  })
  await work.addEvent({
    recordId: order.id,
    event,
    from: order.status,
    to: step.to,
    actor,
    payload: payloadOf(given),
  })
  await runClocks(work, order, changed, event)
  await tellAbout(work, { before: order, order: changed, event, actor, given })
  return { kind: 'moved', order: changed }
}

function payloadOf(given: Given): object {
  const { slot, ...rest } = given
  const plain = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return slot === undefined ? plain : { ...plain, slot: slot === 'now' ? 'now' : slot.said.iso }
}
