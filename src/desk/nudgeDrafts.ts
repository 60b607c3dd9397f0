import { wordingIn } from '../wording/index.ts'
import type { Chance, Clock } from './ports.ts'
import type { Store } from './store.ts'

/** One gentle reminder of a report left unfinished (15.2 `parked`); the draft itself stays. */
export async function nudgeDrafts(deps: { store: Store; clock: Clock; chance: Chance }): Promise<number> {
  const { store, clock, chance } = deps
  const due = await store.dueNudges(clock.now(), 50)
  let told = 0
  for (const { conversationId, estateId } of due) {
    const about = { estateId, now: clock.now(), trace: chance.token(12) }
    const { result } = await store.work(about, async (work) => {
      if (!(await work.takeNudge(conversationId))) return false
      const w = wordingIn(await work.languageOf(conversationId))
      await work.tell(conversationId, { text: w.nudge }, { kind: 'notice' })
      return true
    })
    if (result) told += 1
  }
  return told
}
