/** The table of rulebook 3.3, row by row, and what is not in it. */
import { describe, expect, it } from 'vitest'
import type {
  ComplaintEvent,
  ComplaintFacts,
  ComplaintState,
} from '../../../src/domain/complaint/lifecycle.ts'
import {
  complaintEvents,
  complaintLifecycle,
  complaintStates,
} from '../../../src/domain/complaint/lifecycle.ts'
import { advance } from '../../../src/domain/lifecycle.ts'
import type { Actor, StaffRole } from '../../../src/domain/staff.ts'

const all: ComplaintFacts = { severitySet: true, byVisit: true, collective: false, callbackDays: 3 }
const staff = (...roles: StaffRole[]): Actor => ({ kind: 'staff', id: 1, name: '赵敏', roles })
const resident: Actor = { kind: 'resident', id: 1, name: '王芳' }
const step = (from: ComplaintState, event: ComplaintEvent, actor: Actor, facts = all) =>
  advance(complaintLifecycle, from, event, actor, facts)

describe('rulebook 3.3', () => {
  it.each([
    ['logged', 'solve_on_spot', 'replied', staff('front_desk')],
    ['logged', 'pass_on', 'to_classify', staff('duty')],
    ['to_classify', 'gather', 'collective', staff('cs_supervisor')],
    ['to_classify', 'classify_valid', 'contacting', staff('cs_supervisor')],
    ['to_classify', 'classify_assist', 'referred', staff('cs_supervisor')],
    ['to_classify', 'classify_invalid', 'explaining', staff('cs_supervisor')],
    ['contacting', 'agree', 'investigating', staff('cs_supervisor')],
    ['investigating', 'measures', 'acting', staff('dept_head')],
    ['acting', 'result', 'answer_ready', staff('dept_head')],
    ['answer_ready', 'answer', 'replied', staff('cs_supervisor')],
    ['referred', 'progress', 'referred', staff('cs')],
    ['referred', 'answer', 'replied', staff('cs')],
    ['explaining', 'answer', 'replied', staff('cs_supervisor')],
    ['collective', 'agree', 'investigating', staff('director')],
    ['replied', 'satisfied', 'closed', resident],
    ['replied', 'callback_missed', 'closed', staff('cs')],
    ['replied', 'dissatisfied', 'closed_superseded', resident],
    ['logged', 'withdraw', 'withdrawn', resident],
    ['to_classify', 'withdraw', 'withdrawn', resident],
  ] as const)('%s + %s → %s', (from, event, to, actor) => {
    expect(step(from, event, actor)).toEqual({ kind: 'to', to })
  })

  it('a valid one needs its severity', () => {
    expect(
      step('to_classify', 'classify_valid', staff('cs_supervisor'), { ...all, severitySet: false }),
    ).toEqual({
      kind: 'refused',
      because: 'missing',
      guard: 'severity',
    })
  })

  it('a collective one is answered by a visit (R-3.44)', () => {
    const facts = { ...all, collective: true, byVisit: false }
    expect(step('investigating', 'answer', staff('cs_supervisor'), facts)).toMatchObject({ guard: 'visit' })
    expect(
      step('investigating', 'answer', staff('cs_supervisor'), { ...facts, byVisit: true }),
    ).toMatchObject({
      to: 'replied',
    })
  })

  it('two days without reaching the resident are not three', () => {
    expect(step('replied', 'callback_missed', staff('cs'), { ...all, callbackDays: 2 })).toMatchObject({
      guard: 'three_days',
    })
  })

  it('nothing leaves an ended complaint, and a resident only withdraws and judges', () => {
    for (const from of ['closed', 'closed_superseded', 'withdrawn'] as const)
      for (const event of complaintEvents) expect(step(from, event, staff('director')).kind).toBe('refused')
    const theirs = complaintStates.flatMap((from) =>
      complaintEvents.filter((event) => step(from, event, resident).kind === 'to'),
    )
    expect(new Set(theirs)).toEqual(new Set(['withdraw', 'satisfied', 'dissatisfied']))
  })
})
