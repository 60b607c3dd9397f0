import type { RepairOrder } from '../../domain/repair/order.ts'
import { isQuiet } from '../../domain/time/quiet.ts'
import type { Wording } from '../../wording/index.ts'
import { momentWords, saidTimeWords, wordingIn } from '../../wording/index.ts'
import type { Language } from '../../domain/matter.ts'
import type { TellOptions, Telling, Work } from '../store.ts'

export interface InWords extends Wording {
  moment(at: Date): string
  slot(order: RepairOrder): string
}

/** The resident's wording with the estate's clock in it. */
export function words(work: Work, language: Language): InWords {
  const { zone } = work.book.calendar
  return {
    ...wordingIn(language),
    moment: (at) => momentWords(at, work.now, zone, language),
    slot: (order) =>
      order.time !== null
        ? saidTimeWords(order.time.iso, order.time.precision, work.now, zone, language)
        : order.slotStart === null
          ? ''
          : momentWords(order.slotStart, work.now, zone, language),
  }
}

/**
 * Tells the resident who reported. News of their own open request goes out at night as a silent text
 * what is unsolicited waits for the morning, which `tell` sees to.
 */
export async function tellResident(
  work: Work,
  order: Pick<RepairOrder, 'id' | 'conversationId'>,
  say: (w: InWords) => Telling,
  options: Omit<TellOptions, 'recordId'>,
): Promise<void> {
  if (order.conversationId === null) return
  const w = words(work, await work.languageOf(order.conversationId))
  const quiet = isQuiet(work.now, quietHours(work), work.book.calendar.zone)
  await work.tell(order.conversationId, say(w), { silent: quiet, ...options, recordId: order.id })
}

export function quietHours(work: Work) {
  return { start: work.book.policy['quiet.start'], end: work.book.policy['quiet.end'] }
}
