import type { RepairOrder } from '../../domain/repair/order.ts'
import type { Actor } from '../../domain/staff.ts'
import { hasRole } from '../../domain/staff.ts'
import { staffWords, yuan } from '../../wording/index.ts'
import type { Telling, Work } from '../store.ts'
import { tellResident } from './tellResident.ts'

/** A fee that could not be fixed on site is fixed by engineering and CS supervisor together. */
export async function proposeFee(
  work: Work,
  order: RepairOrder,
  fen: number,
  actor: Actor,
): Promise<readonly Telling[]> {
  if (actor.kind !== 'staff' || order.feeState !== 'undetermined')
    return [{ text: staffWords.feeNotOpen(order.number) }]
  const side = hasRole(actor, 'eng_supervisor')
    ? 'eng_supervisor'
    : hasRole(actor, 'cs_supervisor')
      ? 'cs_supervisor'
      : undefined
  if (side === undefined) return [{ text: staffWords.notYou('工程主管、客服主管') }]
  const other = side === 'eng_supervisor' ? 'cs_supervisor' : 'eng_supervisor'
  const feeProposals = { ...order.feeProposals, [side]: fen, [`${side}_by`]: actor.id }
  await work.addEvent({
    recordId: order.id,
    event: 'propose_fee',
    from: null,
    to: null,
    actor,
    payload: { fen },
  })
  // Two persons, whatever roles one of them may hold.
  const agreed = feeProposals[other] === fen && feeProposals[`${other}_by`] !== actor.id
  if (!agreed) {
    await work.changeRepair(order, { feeProposals })
    return [
      { text: staffWords.feeProposed(order.number, side === 'eng_supervisor' ? '客服主管' : '工程主管') },
    ]
  }
  const fixed = await work.changeRepair(order, { feeProposals, feeState: 'fixed', feeFen: fen })
  await work.addEvent({ recordId: order.id, event: 'fix_fee', from: null, to: null, actor, payload: { fen } })
  await tellResident(work, fixed, (w) => ({ text: w.feeFixed(order.number, yuan(fen)) }), { kind: 'follow' })
  return [{ text: staffWords.feeFixed(order.number, yuan(fen)) }]
}
