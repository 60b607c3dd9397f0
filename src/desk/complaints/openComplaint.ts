/** A complaint just filed: who it is about, who must know, whether it is one of many. */
import { collectiveOf } from '../../domain/complaint/collective.ts'
import type { Complaint } from '../../domain/complaint/complaint.ts'
import { staffRoles } from '../../domain/staff.ts'
import { staffWords } from '../../wording/index.ts'
import { whereOf } from '../repairs/describe.ts'
import { words } from '../repairs/tellResident.ts'
import { onDuty, ping } from '../staff/pingStaff.ts'
import type { Work } from '../store.ts'
import { advanceComplaint } from './advanceComplaint.ts'
import { startFirstReply } from './complaintClocks.ts'
import { knowing } from './withComplaint.ts'

const house = { kind: 'house', name: 'bot' } as const

/** Answers when the resident will have heard from somebody, and whether a colleague is named in it. */
export async function openComplaint(
  work: Work,
  id: number,
): Promise<{ readonly promisedAt: Date; readonly namesStaff: boolean }> {
  const filed = await work.complaint({ id })
  if (filed === undefined) throw new Error('the complaint just written is not there')
  const accused = await namedIn(work, `${filed.description} ${filed.details.target ?? ''}`)
  const complaint =
    accused.length === 0
      ? filed
      : await work.changeComplaint(filed, { details: { ...filed.details, accused } })
  const promisedAt = await startFirstReply(work, complaint)
  await tellDesk(work, complaint, promisedAt)
  await lookForOthers(work, complaint)
  return { promisedAt, namesStaff: accused.length > 0 }
}

/** Staff the words name: they never see it (R-3.13 asks for witnesses then). */
async function namedIn(work: Work, text: string): Promise<readonly number[]> {
  const everybody = await work.staffWith(staffRoles)
  return everybody.filter(({ name }) => name.length > 1 && text.includes(name)).map(({ id }) => id)
}

async function tellDesk(work: Work, complaint: Complaint, promisedAt: Date): Promise<void> {
  // In and out of hours alike: customer service tracks it, outside them the duty desk receives it.
  const people = knowing(await onDuty(work, ['cs', 'cs_supervisor', 'duty'], { atAnyHour: true }), complaint)
  const { number, description, details } = complaint
  const hidden = details.anonymous === true
  await ping(work, people, {
    recordId: complaint.id,
    what: {
      text: staffWords.complaint({
        number,
        room: hidden ? '' : whereOf({ ...complaint, place: '' }),
        reporter: hidden ? staffWords.anonymous : complaint.reporter,
        text: description,
        target: details.target ?? '',
        due: words(work, 'zh-Hans').moment(promisedAt),
      }),
      choices: [{ label: staffWords.takeHelp, act: { do: 'help', event: 'take', number } }],
    },
    forGroup: staffWords.groupMatter(staffWords.matterName.complaint, number),
  })
}

/** The fifth household makes it collective: the director hears at once. */
async function lookForOthers(work: Work, complaint: Complaint): Promise<void> {
  const { policy, category } = complaint
  const windowHours = policy['complaint.collectiveWindowHours']
  const since = new Date(work.now.getTime() - windowHours * 3_600_000)
  const recent = await work.complaintsSince(since, category)
  const own = { id: complaint.id, receivedAt: complaint.createdAt, category, room: complaint }
  const rule = { households: policy['complaint.collectiveMin'], windowHours }
  const together = collectiveOf(own, recent, rule)
  if (together === undefined) return
  const ids = together.map(({ id }) => id)
  for (const { id } of together) {
    const one = await work.complaint({ id })
    if (one === undefined) continue
    const moved = await advanceComplaint(work, one, 'gather', house, { details: { together: ids } })
    if (moved.kind === 'refused')
      await work.changeComplaint(one, { details: { ...one.details, together: ids } })
  }
  const leaders = knowing(
    await onDuty(work, ['director', 'property_manager', 'cs_supervisor'], { atAnyHour: true }),
    complaint,
  )
  await ping(work, leaders, {
    recordId: complaint.id,
    what: {
      text: staffWords.collective(complaint.number, together.length, complaint.description.slice(0, 40)),
    },
  })
}
