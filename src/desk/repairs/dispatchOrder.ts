/** Finds the man for an order and puts it into his hand (R-2.08… ). */
import type { RepairOrder } from '../../domain/repair/order.ts'
import { repairCategories } from '../../domain/matter.ts'
import { arrivalDue } from '../../domain/repair/clocks.ts'
import { arrivalFactsOf } from '../../domain/repair/order.ts'
import { staffWords } from '../../wording/index.ts'
import { wordingIn } from '../../wording/index.ts'
import type { StaffContact, Work } from '../store.ts'
import { onDuty, ping } from '../staff/pingStaff.ts'
import { advanceRepair } from './advanceRepair.ts'
import { acceptTelling, whereOf } from './describe.ts'
import { words } from './tellResident.ts'

const house = { kind: 'house', name: 'bot' } as const

/**
 * A public fault is the engineering supervisor's to dispatch; everything else goes at once to the
 * technician on duty with the skill and the fewest orders in hand. If nobody can be reached, the
 * dispatcher and the supervisor are told.
 */
export async function dispatchOrder(work: Work, order: RepairOrder, except?: number): Promise<void> {
  const technicians = await technicianCandidates(work, order, except)
  if (order.repairKind === 'public') return askDispatch(work, order, technicians)
  // A man whose chat cannot be reached would never hear of it; the supervisor finds him.
  const best = technicians.find((person) => person.conversations.length > 0)
  if (best !== undefined) {
    await advanceRepair(work, order, 'dispatch', house, { staffId: best.id, staffName: best.name })
    return
  }
  await askDispatch(work, order, await technicianCandidates(work, order))
}

/** Reachable ones first, then the fewest orders; ties by id, so that the choice is explainable. */
export async function technicianCandidates(
  work: Work,
  order: RepairOrder,
  except?: number,
): Promise<readonly StaffContact[]> {
  const all = await work.staffWith(['technician'])
  return all
    .filter((person) => person.onDuty && person.id !== except)
    .filter((person) => person.skills.length === 0 || person.skills.includes(order.category))
    .toSorted(
      (a, b) =>
        Number(b.conversations.length > 0) - Number(a.conversations.length > 0) ||
        a.load - b.load ||
        a.id - b.id,
    )
}

async function askDispatch(
  work: Work,
  order: RepairOrder,
  candidates: readonly StaffContact[],
): Promise<void> {
  const due = arrivalDue(arrivalFactsOf(order), order.policy)
  const people = await onDuty(work, ['eng_supervisor', 'dispatcher'], { atAnyHour: true })
  const w = words(work, 'zh-Hans')
  await ping(work, people, {
    recordId: order.id,
    what: {
      text: (order.repairKind === 'public' ? staffWords.publicOrder : staffWords.looksForMan)({
        number: order.number,
        place: whereOf(order),
        what: order.description,
        due: due === undefined ? '' : w.moment(due),
      }),
      choices: candidates.slice(0, 4).map((person) => ({
        label: staffWords.sendTo(person.name),
        act: {
          do: 'repair',
          event: 'dispatch',
          number: order.number,
          staffId: person.id,
          staffName: person.name,
        },
      })),
    },
    forGroup: groupLine(order),
  })
}

/** The order goes to this technician; the resident hears of it once his platform has taken the ping. */
export async function offerOrder(work: Work, order: RepairOrder, staffId: number | null): Promise<void> {
  const person = staffId === null ? undefined : await work.staffById(staffId)
  if (person === undefined) return
  const photos = await work.keptPhotos(order.id)
  await ping(work, [person], {
    recordId: order.id,
    what: { ...acceptTelling(work, order), ...(photos.length > 0 ? { photos } : {}) },
    forGroup: groupLine(order),
    onSent: (id) => ({ then: 'technicianTold', recordId: order.id, staffId: id }),
  })
}

function groupLine(order: RepairOrder): string {
  const category = repairCategories.includes(order.category)
    ? wordingIn('zh-Hans').categoryName(order.category)
    : ''
  return staffWords.groupOrder(order.number, category, staffWords.urgencyName[order.urgency] ?? '')
}
