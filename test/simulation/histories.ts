/** Promise 7: is a record's history a path of its table, and was everybody allowed to do what they did? */
import { may } from '../../src/domain/lifecycle.ts'
import { helpLifecycle } from '../../src/domain/help/request.ts'
import { repairLifecycle } from '../../src/domain/repair/lifecycle.ts'
import type { EventFact, Facts, RecordFact } from './facts.ts'
import { everybody, keyOf } from './people.ts'

export function illegal(record: RecordFact, { events, roles }: Facts): string[] {
  let state: string | null = null
  const wrong: string[] = []
  for (const event of events.filter((each) => each.record_id === record.id)) {
    const complaint = actorProblem(event, record, roles)
    if (complaint !== undefined) wrong.push(`${record.number} ${event.event}: ${complaint}`)
    if (event.to_state === null) continue
    if (event.from_state !== state)
      wrong.push(`${record.number}: ${event.event} left ${event.from_state}, was ${state}`)
    if (state !== null && !isRow(record, event))
      wrong.push(`${record.number}: no row ${state} ${event.event} ${event.to_state}`)
    state = event.to_state
  }
  if (state !== record.status) wrong.push(`${record.number} is ${record.status}, its history ends ${state}`)
  return wrong
}

function isRow(record: RecordFact, { from_state, to_state, event, actor }: EventFact): boolean {
  const table: readonly {
    from: readonly string[]
    event: string
    to: string
    who: Parameters<typeof may>[1]
  }[] = record.kind === 'repair' ? repairLifecycle : helpLifecycle
  return table.some(
    (row) =>
      row.event === event &&
      row.to === to_state &&
      row.from.includes(from_state ?? '') &&
      may(actor, row.who),
  )
}

/** Whoever acted is who they say, with the roles they really hold, on what is theirs. */
function actorProblem(
  { actor, key }: EventFact,
  record: RecordFact,
  roles: Facts['roles'],
): string | undefined {
  if (actor.kind === 'house') return undefined
  if (key === null) return 'no message did it'
  if (actor.kind === 'staff') {
    const held = roles[actor.name] ?? []
    if (actor.roles.some((role) => !held.includes(role))) return `${actor.name} does not hold these roles`
    const by = everybody.find((person) => keyOf(person) === key)
    return by === undefined || by.name === actor.name ? undefined : `${actor.name} did not write it`
  }
  return record.key === null || record.key === key ? undefined : 'a resident touched what is not theirs'
}
