import type { Work } from '../store.ts'
import { tellResident } from './tellResident.ts'
import { startArrival } from './runClocks.ts'

/**
 * The technician's platform has accepted the ping: only now is it true that he was told, so only now the
 * resident hears it, and only once however many of his chats were pinged.
 */
export async function technicianTold(work: Work, recordId: number, staffId: number): Promise<void> {
  const order = await work.repair({ id: recordId })
  if (order?.technicianId !== staffId || order.receivedAt !== null) return
  const changed = await work.changeRepair(order, { receivedAt: work.now })
  await work.addEvent({
    recordId,
    event: 'told',
    from: null,
    to: null,
    actor: { kind: 'house', name: 'bot' },
    payload: { staffId },
  })
  if (order.policy['repair.arrival.clockStart'] === 'ticket_received') await startArrival(work, changed)
  if (order.status !== 'dispatching') return
  await tellResident(
    work,
    changed,
    (w) => ({ text: w.technicianTold(order.number, order.technicianName ?? '') }),
    { kind: 'follow' },
  )
}
