/** The life of a help request or hand-over (rulebook 8, R-15.13), row by row. */
import { describe, expect, it } from 'vitest'
import type { HelpEvent, HelpState } from '../../src/domain/help/request.ts'
import { helpLifecycle, helpStates } from '../../src/domain/help/request.ts'
import type { Who } from '../../src/domain/lifecycle.ts'
import { advance } from '../../src/domain/lifecycle.ts'
import type { Actor } from '../../src/domain/staff.ts'
import { staffRoles } from '../../src/domain/staff.ts'

const events: readonly HelpEvent[] = ['take', 'hand_back', 'resolve', 'cancel']
const rules: readonly (readonly [string, readonly HelpState[], HelpEvent, HelpState, readonly Who[]])[] = [
  ['somebody takes it', ['open', 'acknowledged'], 'take', 'acknowledged', staffRoles],
  ['it is settled', ['open', 'acknowledged'], 'resolve', 'closed', staffRoles],
  ['it is handed back', ['acknowledged'], 'hand_back', 'closed', staffRoles],
  ['the resident needs it no more', ['open', 'acknowledged'], 'cancel', 'cancelled', ['resident']],
]
const everybody: readonly Who[] = [...staffRoles, 'resident', 'house']

function step(state: HelpState, event: HelpEvent, who: Who) {
  const actor: Actor =
    who === 'resident'
      ? { kind: 'resident', id: null, name: '' }
      : who === 'house'
        ? { kind: 'house', name: 'bot' }
        : { kind: 'staff', id: 1, name: '', roles: [who] }
  return advance(helpLifecycle, state, event, actor, null)
}

describe.each(rules)('%s', (_, from, event, to, who) => {
  it(`${event} → ${to} by those who may, refused to everybody else`, () => {
    for (const state of from)
      for (const each of everybody)
        expect(step(state, event, each), `${state} by ${each}`).toMatchObject(
          who.includes(each) ? { kind: 'to', to } : { kind: 'refused', because: 'not_you' },
        )
  })
})

describe('the table as a whole', () => {
  it('an event a state does not name is refused as not now', () => {
    for (const state of helpStates)
      for (const event of events)
        if (!rules.some(([, from, e]) => e === event && from.includes(state)))
          for (const who of everybody)
            expect(step(state, event, who), `${event} in ${state}`).toEqual({
              kind: 'refused',
              because: 'not_now',
              state,
            })
  })
  it('every state is reached from open, and nothing leaves an end', () => {
    const reached = new Set<HelpState>(['open'])
    for (let before = 0; before !== reached.size;) {
      before = reached.size
      for (const row of helpLifecycle) if (row.from.some((from) => reached.has(from))) reached.add(row.to)
    }
    expect([...reached].sort()).toEqual([...helpStates].sort())
    const left = new Set(helpLifecycle.flatMap((row) => row.from))
    expect([...left].sort()).toEqual(['acknowledged', 'open'])
  })
})
