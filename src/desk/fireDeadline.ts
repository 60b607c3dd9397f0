/** A rung of a running clock is due: its effect and the next rung, in one transaction, once. */
import { emergencyLevels, engineeringLevels, isPastTop, receptionLevels, rolesAt } from '../domain/ladder.ts'
import type { Rung } from '../domain/ladder.ts'
import { endedStates } from '../domain/matter.ts'
import type { RepairOrder } from '../domain/repair/order.ts'
import type { StaffRole } from '../domain/staff.ts'
import { staffWords } from '../wording/index.ts'
import type { DueRung, StaffContact, Telling, Work } from './store.ts'
import { acceptTelling, whereOf } from './repairs/describe.ts'
import { nextRung } from './repairs/runClocks.ts'
import { tellTechnician } from './repairs/tellTechnician.ts'
import { tellResident, words } from './repairs/tellResident.ts'
import { advanceRepair } from './repairs/advanceRepair.ts'
import { knowing } from './complaints/withComplaint.ts'
import { onDuty, ping } from './staff/pingStaff.ts'

const lateAfterMs = 60_000
const daily = 24 * 3_600_000

export function isLate(rung: DueRung, now: Date): boolean {
  return now.getTime() - rung.dueAt.getTime() > lateAfterMs
}

/** Whose step it is, as levels of the ladder with the owner at 0. */
function levelsOf(rung: DueRung): readonly (readonly StaffRole[])[] {
  switch (rung.clock) {
    case 'repair.callback':
    case 'repair.rebook':
    case 'repair.vendor':
    case 'matter.reply':
    case 'complaint.firstReply':
    case 'complaint.resolve':
    case 'complaint.answer':
    case 'complaint.progress':
    case 'complaint.callback':
      return receptionLevels
    case 'repair.review':
      return engineeringLevels.slice(1)
    case 'help.acknowledge':
      return emergencyLevels
    default:
      return engineeringLevels
  }
}

export async function fireDeadline(work: Work, rung: DueRung): Promise<void> {
  if (rung.clock === 'matter.reply' || rung.clock.startsWith('complaint.')) return fireReply(work, rung)
  if (rung.recordKind !== 'repair') return fireHelp(work, rung)
  const order = await work.repair({ id: rung.recordId })
  if (order === undefined) return
  const { index, rung: step } = nextRung(order, rung, rung.rung, work.now)
  await noteRung(work, rung, { rung: index, kind: step.kind, level: step.level })
  if (rung.clock === 'repair.slot') return askArrival(work, order)
  if (rung.clock === 'repair.vendor') return askVendorOutcome(work, order, rung)
  await climb(work, order, rung, step)
  await next(work, rung, index, step, (at) => nextRung(order, rung, at, work.now))
}

/** What the clock did, in the record's history. */
function noteRung(work: Work, rung: DueRung, step: object): Promise<void> {
  return work.addEvent({
    recordId: rung.recordId,
    event: `clock:${rung.clock}`,
    from: null,
    to: null,
    actor: { kind: 'house', name: 'clock' },
    payload: { ...step, late: isLate(rung, work.now) },
  })
}

/** Nobody twice. */
function together(some: readonly StaffContact[], others: readonly StaffContact[]): readonly StaffContact[] {
  return [...some, ...others.filter(({ id }) => !some.some((person) => person.id === id))]
}

async function climb(work: Work, order: RepairOrder, rung: DueRung, step: Rung): Promise<void> {
  const w = words(work, 'zh-Hans')
  const what = staffWords.clockName[rung.clock]
  const due = w.moment(rung.promisedAt)
  const { number } = order
  const levels = levelsOf(rung)
  /** Number, unit, one line of content and due time. */
  const line = staffWords.line(whereOf(order), order.description.slice(0, 40))
  const owner = () =>
    remindOwner(work, order, levels, { text: `${staffWords.remind(number, what, due)}\n${line}` })
  if (step.kind === 'remind') return owner()
  if (step.kind === 'copy') {
    await owner()
    return tell(work, order, await atLevel(work, levels, 1), {
      text: `${staffWords.copy(number, what, due)}\n${line}`,
    })
  }
  // The level that stayed silent is called again together with the next one (13.3).
  const people = await atLevel(work, levels, step.level)
  const silent = step.level >= 2 ? await atLevel(work, levels, step.level - 1) : []
  const both = together(people, silent)
  const heading = staffWords.escalate(number, what, due)
  if (rung.clock === 'repair.accept') {
    // Whoever is called may take the order himself or give it to somebody else.
    const offer = acceptTelling(work, order)
    return tell(work, order, both, { ...offer, text: `${heading}\n${offer.text}` })
  }
  await tell(work, order, both, {
    text: `${heading}\n${line}`,
    choices: [{ label: staffWords.acknowledge, act: { do: 'ack', number, clock: rung.clock } }],
  })
  // The resident hears it once, with an apology, when the promise to them is broken.
  const promisedToResident =
    rung.clock === 'repair.arrival' || rung.clock === 'repair.review' || rung.clock === 'repair.complete'
  if (promisedToResident && step.level === 1) {
    await tellResident(work, order, (resident) => ({ text: resident.overdueSorry(number) }), {
      kind: 'follow',
    })
  }
}

/** The people of a level; where nobody holds it, the highest held level below. */
async function atLevel(
  work: Work,
  levels: readonly (readonly StaffRole[])[],
  level: number,
): Promise<readonly StaffContact[]> {
  for (let at = Math.min(level, levels.length - 1); at > 0; at -= 1) {
    const held = await work.staffWith(rolesAt(levels, at))
    if (held.some((person) => person.onDuty && person.conversations.length > 0))
      return onDuty(work, rolesAt(levels, at))
  }
  return onDuty(work, rolesAt(levels, Math.min(level, 1)))
}

async function remindOwner(
  work: Work,
  order: RepairOrder,
  levels: readonly (readonly StaffRole[])[],
  telling: Telling,
): Promise<void> {
  if (levels === engineeringLevels && order.technicianId !== null) return tellTechnician(work, order, telling)
  await tell(work, order, await onDuty(work, rolesAt(levels, 0)), telling)
}

async function tell(
  work: Work,
  order: { id: number },
  people: readonly StaffContact[],
  what: Telling,
): Promise<void> {
  await ping(work, people, { recordId: order.id, what })
}

/** The ladder never stops silently: past its top the top level is told once a day. */
async function next(
  work: Work,
  rung: DueRung,
  index: number,
  step: Rung,
  find: (index: number) => { index: number; rung: Rung },
): Promise<void> {
  const following = find(index + 1)
  const dueAt = isPastTop(levelsOf(rung), step.level + 1)
    ? new Date(work.now.getTime() + daily)
    : following.rung.at
  const { recordId, clock, generation, startedAt, promisedAt } = rung
  await work.startClock({ recordId, clock, generation, rung: following.index, startedAt, promisedAt, dueAt })
}

/** "Has our technician arrived?" at the slot; the answer counts as words or as a press. */
async function askArrival(work: Work, order: RepairOrder): Promise<void> {
  const { number } = order
  await tellResident(
    work,
    order,
    (w) => ({
      text: w.didHeCome(number),
      choices: [
        { label: w.hasCome, act: { do: 'arrived', number, came: true, means: 'yes' } },
        { label: w.notCome, act: { do: 'arrived', number, came: false, means: 'no' } },
      ],
    }),
    { kind: 'follow', question: `arrived:${order.id}` },
  )
}

/** Asked once; a week later the order closes with or without an answer. */
async function askVendorOutcome(work: Work, order: RepairOrder, rung: DueRung): Promise<void> {
  if (order.status !== 'vendor_referred') return
  const { number } = order
  if (rung.rung > 0) {
    await advanceRepair(work, order, 'vendor_outcome', { kind: 'house', name: 'clock' })
    return
  }
  await tellResident(
    work,
    order,
    (w) => ({
      text: w.vendorOutcome(number),
      choices: [
        { label: w.vendorDone, act: { do: 'vendor', number, done: true, means: 'yes' } },
        { label: w.vendorNotDone, act: { do: 'vendor', number, done: false, means: 'no' } },
      ],
    }),
    { kind: 'notice', question: `vendor:${order.id}` },
  )
  const { recordId, clock, generation, startedAt, promisedAt } = rung
  await work.startClock({
    recordId,
    clock,
    generation,
    rung: 1,
    startedAt,
    promisedAt,
    dueAt: new Date(work.now.getTime() + 7 * daily),
  })
}

/** Nobody has answered the resident: the same ladder as for an order, from the desk upwards. */
async function fireReply(work: Work, rung: DueRung): Promise<void> {
  const matter = await work.help({ id: rung.recordId })
  if (matter === undefined || endedStates.includes(matter.status)) return
  const { index, rung: step } = nextRung(null, rung, rung.rung, work.now)
  const due = words(work, 'zh-Hans').moment(rung.promisedAt)
  const what = staffWords.clockName[rung.clock]
  const heading =
    step.kind === 'escalate'
      ? staffWords.escalate
      : step.kind === 'copy'
        ? staffWords.copy
        : staffWords.remind
  const levels = levelsOf(rung)
  const holder = matter.staffId === null ? undefined : await work.staffById(matter.staffId)
  const owners = holder === undefined ? await onDuty(work, rolesAt(levels, 0)) : [holder]
  const above = step.level > 0 ? await atLevel(work, levels, step.level) : []
  const people = knowing(together(owners, above), matter)
  await ping(work, people, {
    recordId: matter.id,
    what: {
      text: `${heading(matter.number, what, due)}\n${staffWords.line('', matter.description.slice(0, 40))}`,
      choices: [{ label: staffWords.takeHelp, act: { do: 'help', event: 'take', number: matter.number } }],
    },
  })
  await noteRung(work, rung, { rung: index, kind: step.kind, level: step.level })
  await next(work, rung, index, step, (at) => nextRung(null, rung, at, work.now))
}

async function fireHelp(work: Work, rung: DueRung): Promise<void> {
  const request = await work.help({ id: rung.recordId })
  if (request?.status !== 'open') return
  const every = rung.promisedAt.getTime() - rung.startedAt.getTime()
  const behind = Math.floor((work.now.getTime() - rung.startedAt.getTime()) / every) - 1
  const index = Math.max(rung.rung, behind)
  const emergency = request.type === 'emergency'
  const levels = emergency ? emergencyLevels : receptionLevels
  const people = await onDuty(work, rolesAt(levels, index + 1), { atAnyHour: emergency })
  await ping(work, people, {
    recordId: request.id,
    what: {
      text: staffWords.escalateHelp(request.number, request.description.slice(0, 60)),
      choices: [{ label: staffWords.takeHelp, act: { do: 'help', event: 'take', number: request.number } }],
    },
    ...(emergency ? { forGroup: staffWords.groupHelp(request.number) } : {}),
  })
  await noteRung(work, rung, { rung: index })
  // An emergency keeps pinging every minute to the top; a hand-over past the top is told once a day.
  const step = !emergency && isPastTop(levels, index + 2) ? daily : every
  const { recordId, clock, generation, startedAt, promisedAt } = rung
  await work.startClock({
    recordId,
    clock,
    generation,
    rung: index + 1,
    startedAt,
    promisedAt,
    dueAt: new Date(work.now.getTime() + step),
  })
}
