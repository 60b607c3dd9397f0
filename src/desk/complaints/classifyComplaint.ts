import type { Severity, Validity } from '../../domain/complaint/lifecycle.ts'
import { staffWords } from '../../wording/index.ts'
import { tellAboutComplaint } from './tellAboutComplaint.ts'
import { words } from '../repairs/tellResident.ts'
import type { Here } from '../staff/reach.ts'
import { onDuty, ping } from '../staff/pingStaff.ts'
import type { Telling, Work } from '../store.ts'
import { advanceComplaint } from './advanceComplaint.ts'
import { startFirstReply, startProgress, startResolve } from './complaintClocks.ts'
import { refusedStep } from '../staff/reach.ts'
import { knowing, withComplaint } from './withComplaint.ts'

export interface Classified {
  readonly number: string
  readonly validity?: Validity
  readonly severity?: Severity
  readonly reason: string
}

/**
 * The CS supervisor says whose doing it is and how grave; its clocks run from the report.
 * Major ones go to the head of the office at once.
 */
export function classifyComplaint(work: Work, said: Classified, here: Here): Promise<readonly Telling[]> {
  const { number, validity, severity, reason } = said
  return withComplaint(work, number, here, async (complaint) => {
    if (validity === undefined || (validity === 'valid' && severity === undefined))
      return [{ text: staffWords.classifyHow(number) }]
    const details = {
      validity,
      ...(severity === undefined ? {} : { severity }),
      ...(reason === '' ? {} : { reason }),
    }
    const moved = await advanceComplaint(work, complaint, `classify_${validity}`, here.actor, {
      details,
      payload: details,
    })
    if (moved.kind === 'refused') return [refusedStep(work, complaint, moved, here)]
    const promisedAt = await startFirstReply(work, moved.complaint)
    await startResolve(work, moved.complaint)
    if (validity === 'assist') {
      await startProgress(work, moved.complaint)
      await tellAboutComplaint(work, moved.complaint, (w) => ({ text: w.complaintReferred(number) }))
    }
    if (severity === 'major') {
      const heads = await onDuty(work, ['director', 'property_manager'], { atAnyHour: true })
      await ping(work, knowing(heads, complaint), {
        recordId: complaint.id,
        what: { text: staffWords.majorComplaint(number, complaint.description.slice(0, 60)) },
      })
    }
    return [{ text: staffWords.classified(number, words(work, 'zh-Hans').moment(promisedAt)) }]
  })
}
