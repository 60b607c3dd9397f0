/** The lifecycle of a repair (rulebook 2.3) row by row: who may, who may not, and what must be true. */
import { describe, expect, it } from 'vitest'
import { advance } from '../../../src/domain/lifecycle.ts'
import type { Who } from '../../../src/domain/lifecycle.ts'
import type { RepairEvent, RepairFacts, RepairState } from '../../../src/domain/repair/lifecycle.ts'
import {
  openRepairStates,
  repairEvents,
  repairLifecycle,
  repairStates,
} from '../../../src/domain/repair/lifecycle.ts'
import type { Actor } from '../../../src/domain/staff.ts'
import { staffRoles } from '../../../src/domain/staff.ts'

/** A repair inside a flat of which everything that can be missing is there. */
const allThere: RepairFacts = {
  kind: 'in_unit',
  inCatalogue: true,
  vendorListed: true,
  consented: true,
  feeSettledOrPending: true,
  callerIsNotTechnician: true,
  callbackDays: 3,
  mine: true,
}
const publicOne: RepairFacts = { ...allThere, kind: 'public' }

interface Rule {
  readonly row: string
  readonly from: readonly RepairState[]
  readonly event: RepairEvent
  readonly to: RepairState
  readonly who: readonly Who[]
  readonly facts?: RepairFacts
  /** Without this the step is refused, and the refusal names the guard. */
  readonly missing?: { readonly guard: string; readonly facts: RepairFacts }
}

const engineers = ['technician', 'eng_supervisor'] as const
const desk = ['cs', 'front_desk', 'duty', 'cs_supervisor'] as const
const somebodyElses = { guard: 'your_order', facts: { ...allThere, mine: false } }
const callers = ['resident', 'cs', 'cs_supervisor', 'eng_supervisor'] as const
const byTechnician = { guard: 'caller', facts: { ...allThere, callerIsNotTechnician: false } }

const rules: readonly Rule[] = [
  {
    row: 'in the catalogue: ordered',
    from: ['logged'],
    event: 'order',
    to: 'dispatching',
    who: ['house'],
    missing: { guard: 'catalogue', facts: { ...allThere, inCatalogue: false } },
  },
  {
    row: 'not in the catalogue: reviewed',
    from: ['logged'],
    event: 'review',
    to: 'reviewing',
    who: ['house'],
  },
  {
    row: 'feasible, with its cost',
    from: ['reviewing', 'quoted'],
    event: 'quote',
    to: 'quoted',
    who: ['eng_supervisor', 'dept_head'],
  },
  {
    row: 'not feasible, a vendor is listed',
    from: ['reviewing'],
    event: 'refer',
    to: 'vendor_referred',
    who: ['eng_supervisor', 'house'],
    missing: { guard: 'vendor', facts: { ...allThere, vendorListed: false } },
  },
  {
    row: 'not feasible, no vendor is listed',
    from: ['reviewing'],
    event: 'decline_work',
    to: 'closed_not_repaired',
    who: ['eng_supervisor'],
    facts: { ...allThere, vendorListed: false },
  },
  {
    row: 'the resident accepts the cost',
    from: ['quoted'],
    event: 'consent',
    to: 'dispatching',
    who: ['resident'],
  },
  {
    row: 'the resident declines the cost',
    from: ['quoted'],
    event: 'refuse_price',
    to: 'closed_not_repaired',
    who: ['resident'],
  },
  {
    row: 'somebody is named for it',
    from: ['dispatching', 'accepted'],
    event: 'dispatch',
    to: 'dispatching',
    who: ['eng_supervisor', 'dispatcher', 'house'],
  },
  { row: 'the technician signs', from: ['dispatching'], event: 'accept', to: 'accepted', who: engineers },
  {
    row: 'the technician gives it back',
    from: ['accepted'],
    event: 'hand_back',
    to: 'dispatching',
    who: engineers,
    missing: somebodyElses,
  },
  {
    row: 'he arrives',
    from: ['accepted', 'awaiting_materials'],
    event: 'arrive',
    to: 'on_site',
    who: engineers,
    missing: somebodyElses,
  },
  {
    row: 'the resident is absent',
    from: ['on_site'],
    event: 'no_access',
    to: 'no_access',
    who: engineers,
    missing: somebodyElses,
  },
  {
    row: 'the resident is not able now',
    from: ['on_site'],
    event: 'not_now',
    to: 'rescheduling',
    who: engineers,
    missing: somebodyElses,
  },
  {
    row: 'a new slot',
    from: ['no_access', 'rescheduling'],
    event: 'rebook',
    to: 'accepted',
    who: ['resident', 'house', ...engineers, ...desk],
  },
  {
    row: 'another slot before the visit',
    from: ['accepted'],
    event: 'rebook',
    to: 'accepted',
    who: ['resident', ...engineers, ...desk],
  },
  {
    row: 'the item differs from the report, or from the first judgement',
    from: ['on_site', 'repairing', 'requoting'],
    event: 'requote',
    to: 'requoting',
    who: engineers,
  },
  {
    row: 'the price was shown and is agreed',
    from: ['on_site', 'requoting'],
    event: 'consent',
    to: 'repairing',
    who: ['resident'],
  },
  {
    row: 'the work starts (R-2.29)',
    from: ['on_site', 'requoting'],
    event: 'start',
    to: 'repairing',
    who: engineers,
    missing: { guard: 'consent', facts: { ...allThere, consented: false } },
  },
  {
    row: 'the price is refused',
    from: ['on_site', 'requoting'],
    event: 'refuse_price',
    to: 'closed_not_repaired',
    who: ['resident', ...engineers],
  },
  {
    row: 'an item of the vendor list',
    from: ['on_site'],
    event: 'refer',
    to: 'vendor_referred',
    who: engineers,
    missing: { guard: 'vendor', facts: { ...allThere, vendorListed: false } },
  },
  {
    row: 'the resident told the outcome',
    from: ['vendor_referred'],
    event: 'vendor_outcome',
    to: 'closed',
    who: ['resident', 'house', 'cs'],
  },
  {
    row: 'parts to buy',
    from: ['repairing'],
    event: 'buy_parts',
    to: 'awaiting_materials',
    who: engineers,
    missing: somebodyElses,
  },
  {
    row: 'the parts are there',
    from: ['awaiting_materials'],
    event: 'parts_ready',
    to: 'on_site',
    who: ['house', ...engineers],
  },
  {
    row: 'the work is finished',
    from: ['repairing'],
    event: 'finish',
    to: 'awaiting_signoff',
    who: engineers,
    missing: somebodyElses,
  },
  {
    row: 'the test fails',
    from: ['awaiting_signoff'],
    event: 'try_failed',
    to: 'repairing',
    who: ['resident', ...engineers],
  },
  {
    row: 'the resident signs; the fee is fixed or pending',
    from: ['awaiting_signoff'],
    event: 'sign',
    to: 'signed_off',
    who: ['resident'],
    missing: { guard: 'fee', facts: { ...allThere, feeSettledOrPending: false } },
  },
  {
    row: 'the engineering supervisor signs a public ticket',
    from: ['awaiting_signoff'],
    event: 'sign',
    to: 'signed_off',
    who: ['eng_supervisor'],
    facts: publicOne,
    missing: { guard: 'public', facts: allThere },
  },
  {
    row: 'checked and returned',
    from: ['signed_off'],
    event: 'return',
    to: 'returned',
    who: ['eng_supervisor', 'cs', 'cs_supervisor'],
  },
  {
    row: 'handed in to the supervisor (R-2.40)',
    from: ['signed_off'],
    event: 'hand_in',
    to: 'signed_off',
    who: ['technician'],
    missing: somebodyElses,
  },
  {
    row: 'the callback is satisfied (R-2.50)',
    from: ['returned'],
    event: 'callback_satisfied',
    to: 'closed',
    who: callers,
    missing: byTechnician,
  },
  {
    row: 'the callback is unsatisfied (R-2.50)',
    from: ['returned'],
    event: 'callback_unsatisfied',
    to: 'rework',
    who: callers,
    missing: byTechnician,
  },
  {
    row: 'the reporter was not reached on three days (R-6.43)',
    from: ['returned'],
    event: 'callback_missed',
    to: 'closed',
    who: ['cs', 'cs_supervisor', 'house'],
    missing: { guard: 'three_days', facts: { ...allThere, callbackDays: 2 } },
  },
  { row: 'new work starts', from: ['rework'], event: 'rework', to: 'repairing', who: engineers },
  {
    row: 'cancelled before the arrival',
    from: ['logged', 'reviewing', 'quoted', 'dispatching', 'accepted'],
    event: 'cancel',
    to: 'cancelled',
    who: ['resident', 'cs', 'cs_supervisor', 'front_desk'],
  },
]

const everybody: readonly Who[] = [...staffRoles, 'resident', 'house']

function as(who: Who): Actor {
  if (who === 'resident') return { kind: 'resident', id: 7, name: '王芳' }
  if (who === 'house') return { kind: 'house', name: 'bot' }
  return { kind: 'staff', id: 8, name: '某人', roles: [who] }
}
const step = (state: RepairState, event: RepairEvent, who: Who, facts: RepairFacts) =>
  advance(repairLifecycle, state, event, as(who), facts)

describe.each(rules)('2.3 $row ($event → $to)', (rule) => {
  const { from, event, to, who, facts = allThere, missing } = rule
  const others = everybody.filter(
    (each) =>
      !rules.some((o) => o.event === event && o.from.some((f) => from.includes(f)) && o.who.includes(each)),
  )

  it('is done by those who may', () => {
    for (const state of from)
      for (const each of who)
        expect(step(state, event, each, facts), `${state} by ${each}`).toEqual({ kind: 'to', to })
  })
  it('is refused to everybody else', () => {
    expect(others.length).toBeGreaterThan(15)
    for (const state of from)
      for (const each of others)
        expect(step(state, event, each, facts), `${state} by ${each}`).toMatchObject({
          kind: 'refused',
          because: 'not_you',
        })
  })
  if (missing !== undefined) {
    it(`is refused without ${missing.guard}, and says so`, () => {
      for (const state of from)
        for (const each of who)
          expect(step(state, event, each, missing.facts), `${state} by ${each}`).toEqual({
            kind: 'refused',
            because: 'missing',
            guard: missing.guard,
          })
    })
  }
})

describe('2.3 as a whole', () => {
  it('a state whose rows do not name the event refuses it as not now, whoever asks', () => {
    let asked = 0
    for (const state of repairStates) {
      for (const event of repairEvents) {
        if (rules.some((rule) => rule.event === event && rule.from.includes(state))) continue
        for (const who of everybody) {
          asked += 1
          expect(step(state, event, who, allThere), `${event} in ${state} by ${who}`).toEqual({
            kind: 'refused',
            because: 'not_now',
            state,
          })
        }
      }
    }
    expect(asked).toBeGreaterThan(10_000)
  })

  it('every state is reached from logged', () => {
    const reached = new Set<RepairState>(['logged'])
    for (let before = 0; before !== reached.size;) {
      before = reached.size
      for (const row of repairLifecycle) if (row.from.some((from) => reached.has(from))) reached.add(row.to)
    }
    expect([...reached].sort()).toEqual([...repairStates].sort())
  })

  it('every open state has a way to an end', () => {
    const ended: readonly RepairState[] = repairStates.filter((state) => !openRepairStates.includes(state))
    expect([...ended].sort()).toEqual(['cancelled', 'closed', 'closed_not_repaired'])
    const ends = new Set<RepairState>(ended)
    for (let before = 0; before !== ends.size;) {
      before = ends.size
      for (const row of repairLifecycle) if (ends.has(row.to)) for (const from of row.from) ends.add(from)
    }
    expect([...ends].sort()).toEqual([...repairStates].sort())
  })

  it('nothing leaves an ended state', () => {
    for (const row of repairLifecycle) for (const from of row.from) expect(openRepairStates).toContain(from)
  })

  it('free work starts without a price: public and warranty orders have a catalogue pass (R-2.64)', () => {
    for (const kind of ['public', 'warranty'] as const)
      expect(step('logged', 'order', 'house', { ...allThere, kind, inCatalogue: false })).toEqual({
        kind: 'to',
        to: 'dispatching',
      })
  })

  it('a resident does not sign a public ticket, and the supervisor not a household one (2.3)', () => {
    expect(step('awaiting_signoff', 'sign', 'resident', publicOne)).toMatchObject({ because: 'missing' })
    expect(step('awaiting_signoff', 'sign', 'eng_supervisor', allThere)).toMatchObject({ because: 'missing' })
    const warranty: RepairFacts = { ...allThere, kind: 'warranty' }
    expect(step('awaiting_signoff', 'sign', 'resident', warranty)).toEqual({ kind: 'to', to: 'signed_off' })
  })

  it('two callback days are not three (R-6.43)', () => {
    const days = (callbackDays: number) =>
      step('returned', 'callback_missed', 'cs', { ...allThere, callbackDays }).kind
    expect([days(0), days(2), days(3), days(4)]).toEqual(['refused', 'refused', 'to', 'to'])
  })

  it('the person is checked, not the role: a supervisor who did the work may not call back (R-0.16, R-2.50)', () => {
    const both: Actor = { kind: 'staff', id: 1, name: '刘', roles: ['technician', 'eng_supervisor', 'cs'] }
    const did = { ...allThere, callerIsNotTechnician: false }
    expect(advance(repairLifecycle, 'returned', 'callback_satisfied', both, did)).toEqual({
      kind: 'refused',
      because: 'missing',
      guard: 'caller',
    })
  })

  it('a job is closed unrepaired only while no vendor is listed for it (2.3, R-2.25)', () => {
    expect(step('reviewing', 'decline_work', 'eng_supervisor', allThere)).toMatchObject({
      kind: 'refused',
      because: 'missing',
      guard: 'no_vendor',
    })
  })

  it.each([
    ['on_site', 'requote'],
    ['on_site', 'start'],
    ['on_site', 'refuse_price'],
    ['on_site', 'refer'],
    ['awaiting_materials', 'parts_ready'],
    ['rework', 'rework'],
  ] as const)('in %s another technician may not %s on an order that is not his (2.3)', (state, event) => {
    expect(step(state, event, 'technician', { ...allThere, mine: false })).toMatchObject({
      kind: 'refused',
      guard: 'your_order',
    })
  })
})
