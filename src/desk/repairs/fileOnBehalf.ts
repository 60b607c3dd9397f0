import { understand } from '../../language/index.ts'
import { emptyDraft, asRepairCategory } from '../../machines/draft.ts'
import { staffWords } from '../../wording/index.ts'
import type { Telling, Work } from '../store.ts'
import type { Here } from '../staff/reach.ts'
import { fileRepair } from './fileRepair.ts'

/** "代报 3-2-501 厨房也漏水": a report heard by staff is logged with the same weight. */
export async function fileOnBehalf(work: Work, text: string, here: Here): Promise<readonly Telling[]> {
  if (here.actor.kind !== 'staff' || text.trim() === '')
    return [{ text: '请写明：代报 房号 问题，例如：代报 3-2-501 厨房漏水' }]
  const meaning = understand(text, { now: work.now, zone: work.book.calendar.zone })
  const { room, phone, name, locationKind, category } = meaning.slots
  const order = await fileRepair(
    work,
    {
      ...emptyDraft({ rooms: [] }),
      words: [text.trim()],
      category: asRepairCategory(category),
      locationKind: locationKind ?? (room?.room == null ? 'public' : 'in-home'),
      room: room === undefined ? undefined : { building: room.building, unit: room.unit, room: room.room },
      phone: phone?.value,
      name,
      urgent: meaning.urgent,
    },
    { conversationId: null, personId: null, channel: 'staff', actor: here.actor, part: 0 },
  )
  return [
    {
      text: `已代住户登记 ${order.number}。${here.isPrivate ? '' : staffWords.groupOrder(order.number, '', '')}`,
    },
  ]
}
