/**
 * Bugs of src/ this simulation found and has to live with until they are mended: one line each. Set one to
 * false when its fix is in; the runs must stay green.
 */
import type { Store } from '../../src/desk/store.ts'
import type { Message } from '../../src/domain/message.ts'
import type { Db } from '../../src/db/open.ts'
import { load } from '../../src/db/store/load.ts'

export const knownBugs = {
  /** Store.load answers undefined for a kept message, so none is ever handled: all are quarantined. */
  keptMessagesAreNeverLoaded: true,
  /** handleWaiting tells staff in a second transaction: a crash between leaves a quarantine nobody knows. */
  quarantineIsToldSeparately: true,
  /** Quiet hours are looked at when a notice is queued, not when it is sent. */
  noticesOfTheDayGoOutAtNight: true,
  /** 待办 in a staff group shows the residents' words. */
  dueListShowsWordsInGroups: true,
  /** /start CODE in a group answers with the room. */
  codesAreAnsweredInGroups: true,
  /** After the clock went back the delivery waits until the old time comes again. */
  paceWaitsForTheOldTime: true,
}

/** The store as it should be where a bug would stop every run. */
export function aroundKnownBugs(store: Store, db: Db): Store {
  if (!knownBugs.keptMessagesAreNeverLoaded) return store
  const kept = new WeakSet<Message>()
  return {
    ...store,
    nextWaiting: async (now) => {
      const next = await store.nextWaiting(now)
      if (next !== undefined) kept.add(next.message)
      return next
    },
    load: (message, now) => (kept.has(message) ? load(db, message, now, true) : store.load(message, now)),
  }
}
