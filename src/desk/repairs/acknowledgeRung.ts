import type { Actor } from '../../domain/staff.ts'
import { staffWords } from '../../wording/index.ts'
import type { ClockName, Telling, Work } from '../store.ts'
import { words } from './tellResident.ts'

/** The ladder of this clock climbs no further: it has an owner, who is reminded daily until the step is done. */
export async function acknowledgeRung(
  work: Work,
  number: string,
  clock: ClockName,
  actor: Actor,
): Promise<readonly Telling[]> {
  const order = await work.repair({ number })
  if (order === undefined || actor.kind !== 'staff') return [{ text: staffWords.notFound(number) }]
  const promisedAt = await work.promised(order.id, clock)
  if (promisedAt === undefined)
    return [{ text: staffWords.notNow(number, words(work, 'zh-Hans').stateName(order.status)) }]
  await work.stopClocks(order.id, [clock])
  const dueAt = new Date(work.now.getTime() + 24 * 3_600_000)
  await work.startClock({
    recordId: order.id,
    clock,
    rung: 0,
    startedAt: new Date(promisedAt.getTime() - 1),
    promisedAt,
    dueAt,
  })
  await work.addEvent({
    recordId: order.id,
    event: 'acknowledge',
    from: null,
    to: null,
    actor,
    payload: { clock },
  })
  return [{ text: staffWords.acknowledged(number) }]
}
