import type { Actor } from '../../domain/staff.ts'
import { staffWords } from '../../wording/index.ts'
import { words } from '../repairs/tellResident.ts'
import type { Telling, Work } from '../store.ts'

/** In a group only numbers and states: the residents' words stay private (R-15.20). */
export async function dueList(
  work: Work,
  actor: Extract<Actor, { kind: 'staff' }>,
  isPrivate: boolean,
): Promise<Telling> {
  const w = words(work, 'zh-Hans')
  const lines = await work.openOrdersFor(actor)
  return {
    text: staffWords.due(
      lines.map((line) =>
        staffWords.dueLine(
          line.number,
          isPrivate ? line.description.slice(0, 20) : '',
          w.stateName(line.status),
          line.promisedAt === null ? '' : w.moment(line.promisedAt),
        ),
      ),
    ),
  }
}
