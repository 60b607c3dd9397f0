import { staffWords } from '../../wording/index.ts'
import { onDuty, ping } from '../staff/pingStaff.ts'
import type { Work } from '../store.ts'

/** A resident can no longer be reached here: the front desk is told to phone, for every matter still open. */
export async function reportUnreachable(work: Work, conversationId: number): Promise<void> {
  const [record] = await work.openRecordsOf({ personId: null, conversationId })
  if (record === undefined || (await work.hasEvent(record.id, 'unreachable'))) return
  await work.addEvent({
    recordId: record.id,
    event: 'unreachable',
    from: null,
    to: null,
    actor: { kind: 'house', name: 'bot' },
  })
  await ping(work, await onDuty(work, ['front_desk', 'cs']), {
    recordId: record.id,
    what: { text: staffWords.unreachable(record.number) },
  })
}
