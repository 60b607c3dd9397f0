/** A confirmed draft becomes an intake row and a work order, together, and goes to engineering at once. */
import { roomLabel } from '../../domain/place.ts'
import type { RepairKind } from '../../domain/repair/lifecycle.ts'
import type { RepairOrder } from '../../domain/repair/order.ts'
import { arrivalFactsOf } from '../../domain/repair/order.ts'
import { arrivalDue } from '../../domain/repair/clocks.ts'
import { urgencyOf } from '../../domain/repair/urgency.ts'
import type { Actor } from '../../domain/staff.ts'
import { localDate } from '../../domain/time/zone.ts'
import type { Draft } from '../../machines/draft.ts'
import { asRepairCategory } from '../../machines/draft.ts'
import type { Work } from '../store.ts'
import { visitOf } from '../talking/visitTime.ts'
import { advanceRepair } from './advanceRepair.ts'

export interface Reporter {
  readonly conversationId: number | null
  readonly personId: number | null
  readonly channel: string
  readonly actor: Actor
  /** Which matter of the message, when one message holds several. */
  readonly part: number
}

const house = { kind: 'house', name: 'bot' } as const

export async function fileRepair(work: Work, draft: Draft, by: Reporter): Promise<RepairOrder> {
  const room = draft.room ?? null
  const isHome = draft.locationKind === 'in-home'
  const known = room === null ? undefined : await work.roomCalled(room)
  const today = localDate(work.now, work.book.calendar.zone)
  const inWarranty =
    isHome &&
    known?.warrantyUntil !== undefined &&
    known.warrantyUntil !== null &&
    today <= known.warrantyUntil
  const repairKind: RepairKind = isHome ? (inWarranty ? 'warranty' : 'in_unit') : 'public'
  const category = asRepairCategory(draft.category) ?? 'other'
  const item = work.book.catalogue.find((each) => each.category === category)
  const slot = draft.when?.kind === 'slot' ? visitOf(draft.when, work.book.calendar.zone) : undefined

  const { id } = await work.newRecord({
    kind: 'repair',
    prefix: 'BX',
    status: 'logged',
    conversationId: by.conversationId,
    personId: by.personId,
    reporter: draft.name ?? '',
    phone: draft.phone ?? '',
    room,
    place: draft.place ?? '',
    category,
    locationKind: draft.locationKind ?? 'in-home',
    urgent: draft.urgent,
    description: draft.words.join('；') || '（见照片）',
    time: draft.when?.kind === 'slot' ? said(draft.when) : null,
    channel: by.channel,
    originInboxId: work.inboxId,
    originPart: by.part,
  })
  await work.newTicket(id, {
    repairKind,
    urgency: urgencyOf(category, draft.urgent),
    timing: slot === undefined ? 'immediate' : 'appointment',
    slotStart: slot?.start ?? null,
    slotEnd: slot?.end ?? null,
    inCatalogue: item !== undefined,
    catalogueId: item?.id ?? null,
    payer: repairKind === 'in_unit' ? payerOf(draft) : 'none',
    feeState: 'none',
  })
  await work.addEvent({ recordId: id, event: 'report', from: null, to: 'logged', actor: by.actor })
  if (by.conversationId !== null) await work.claimPhotos(by.conversationId, id)
  const order = await work.repair({ id })
  if (order === undefined) throw new Error('the order just written is not there')
  // An off-catalogue job inside a flat is reviewed first; everything else is ordered at once.
  const needsReview = repairKind === 'in_unit' && item === undefined
  const moved = await advanceRepair(work, order, needsReview ? 'review' : 'order', house)
  return moved.kind === 'moved' ? moved.order : order
}

/** What the resident is promised, from the rules only. */
export function promiseOf(
  order: RepairOrder,
): { kind: 'arrival'; at: Date } | { kind: 'slot' } | { kind: 'review' } | { kind: 'soon' } {
  if (order.repairKind === 'in_unit' && !order.inCatalogue) return { kind: 'review' }
  if (order.timing === 'appointment') return { kind: 'slot' }
  const at = arrivalDue(arrivalFactsOf(order), order.policy)
  // Nothing is promised while the limit does not run yet.
  return at === undefined ? { kind: 'soon' } : { kind: 'arrival', at }
}

function payerOf(draft: Draft): string {
  const label = draft.room === undefined ? '' : roomLabel(draft.room)
  const own = draft.known.rooms.find((room) => roomLabel(room) === label) as { role?: string } | undefined
  return own?.role === 'tenant' ? 'tenant' : 'owner'
}

function said(when: Extract<Draft['when'], { kind: 'slot' }>): object {
  const { raw, iso, precision, role } = when
  return { raw, iso, precision, role }
}
