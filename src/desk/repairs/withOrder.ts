/** Reaching an order on behalf of whoever acts, and saying why something cannot be done. */
import type { Refusal } from '../../domain/lifecycle.ts'
import type { Language } from '../../domain/matter.ts'
import type { RepairOrder } from '../../domain/repair/order.ts'
import type { Actor } from '../../domain/staff.ts'
import { roleNames } from '../../domain/staff.ts'
import { staffWords } from '../../wording/index.ts'
import type { Telling, Work } from '../store.ts'
import { words } from './tellResident.ts'

export interface Here {
  readonly actor: Actor
  readonly conversationId: number
  /** A group sees no unit, phone or words of a resident. */
  readonly isPrivate: boolean
  readonly language: Language
}

/** Residents only reach their own orders; another one's number answers like one that does not exist. */
export async function withOrder(
  work: Work,
  number: string,
  here: Here,
  then: (order: RepairOrder) => Promise<readonly Telling[]>,
): Promise<readonly Telling[]> {
  const order = await work.repair({ number })
  const { actor } = here
  const own =
    order !== undefined &&
    (actor.kind !== 'resident' ||
      order.conversationId === here.conversationId ||
      (actor.id !== null && order.personId === actor.id))
  if (!own) {
    return [
      {
        text:
          actor.kind === 'staff' ? staffWords.notFound(number) : words(work, here.language).notFound(number),
      },
    ]
  }
  return then(order)
}

export function refusal(work: Work, order: RepairOrder, refused: Refusal, here: Here): Telling {
  const w = words(work, here.language)
  if (here.actor.kind !== 'staff') return { text: w.notNow(order.number, w.stateName(order.status)) }
  const zh = words(work, 'zh-Hans')
  switch (refused.because) {
    case 'not_now':
      if (
        order.status === 'accepted' &&
        order.technicianName !== null &&
        here.actor.id !== order.technicianId
      ) {
        return { text: staffWords.alreadyTaken(order.number, order.technicianName) }
      }
      return { text: staffWords.notNow(order.number, zh.stateName(order.status)) }
    case 'not_you':
      return {
        text: staffWords.notYou(
          [...new Set(refused.who)]
            .map((who) => (who === 'resident' ? '住户' : who === 'house' ? '系统' : roleNames[who]))
            .join('、'),
        ),
      }
    case 'missing':
      return {
        text:
          staffWords.missing[refused.guard] ?? staffWords.notNow(order.number, zh.stateName(order.status)),
      }
  }
}
