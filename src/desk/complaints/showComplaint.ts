import { staffWords } from '../../wording/index.ts'
import { whereOf } from '../repairs/describe.ts'
import { words } from '../repairs/tellResident.ts'
import type { Here } from '../staff/reach.ts'
import type { Telling, Work } from '../store.ts'
import { withComplaint } from './withComplaint.ts'

/** The whole complaint for those who work on it; in a group its number only. */
export function showComplaint(work: Work, number: string, here: Here): Promise<readonly Telling[]> {
  return withComplaint(work, number, here, async (complaint) => {
    if (!here.isPrivate) return [{ text: staffWords.groupMatter(staffWords.matterName.complaint, number) }]
    const w = words(work, 'zh-Hans')
    const { details, description, reporter, status, createdAt } = complaint
    const isManager =
      here.actor.kind === 'staff' &&
      here.actor.roles.some((role) => ['director', 'property_manager', 'cs_manager'].includes(role))
    const hidden = details.anonymous === true && !isManager
    const due = await work.promised(complaint.id, 'complaint.firstReply')
    const card = staffWords.complaint({
      number,
      room: hidden ? '' : whereOf({ ...complaint, place: '' }),
      reporter: hidden ? staffWords.anonymous : reporter,
      text: description,
      target: details.target ?? '',
      due: due === undefined ? '' : w.moment(due),
    })
    return [{ text: `${card}\n${w.moment(createdAt)} · ${w.stateName(status)}` }]
  })
}
