/** Does what a button or a command asks, for whoever pressed or wrote it: residents and staff alike. */
import { staffWords } from '../../wording/index.ts'
import type { Act } from '../act.ts'
import { moveHelp, replyToResident } from '../help/helpRequests.ts'
import { anotherChannel } from '../identity/anotherChannel.ts'
import { decideClaim } from '../identity/claimRoom.ts'
import { agreeReply } from '../complaints/agreeReply.ts'
import { answerComplaint, tellProgress } from '../complaints/answerComplaint.ts'
import { classifyComplaint } from '../complaints/classifyComplaint.ts'
import { noteOpinion } from '../complaints/noteOpinion.ts'
import { showComplaint } from '../complaints/showComplaint.ts'
import { takeComplaint } from '../complaints/takeComplaint.ts'
import { acknowledgeRung } from '../repairs/acknowledgeRung.ts'
import { confirmArrival } from '../repairs/confirmArrival.ts'
import { extendPromise } from '../repairs/extendPromise.ts'
import { fileOnBehalf } from '../repairs/fileOnBehalf.ts'
import { moveRepair } from '../repairs/moveRepair.ts'
import { noteMaterials } from '../repairs/noteMaterials.ts'
import { proposeFee } from '../repairs/proposeFee.ts'
import { raiseOrder } from '../repairs/raiseOrder.ts'
import { showOrder } from '../repairs/showOrder.ts'
import { signReason } from '../repairs/signReason.ts'
import { vendorOutcome } from '../repairs/vendorOutcome.ts'
import type { Here } from './reach.ts'
import { withOrder } from '../repairs/withOrder.ts'
import type { ClockName, Telling, Work } from '../store.ts'
import { dueList } from './dueList.ts'

export async function performAct(work: Work, act: Act, here: Here): Promise<readonly Telling[]> {
  const { actor } = here
  switch (act.do) {
    case 'say':
      return []
    case 'repair':
      return moveRepair(work, act, here)
    case 'classify':
      return classifyComplaint(work, act, here)
    case 'agree':
      return agreeReply(work, act.number, act.when, here)
    case 'progress':
      return tellProgress(work, act.number, act.text, here)
    case 'opinion':
      return act.rating === undefined
        ? [{ text: staffWords.callbackHow(act.number) }]
        : noteOpinion(work, act.number, act.rating, act.remark ?? '', here)
    case 'arrived':
      return confirmArrival(work, act, here)
    case 'help':
      if (isComplaint(act.number))
        return act.event === 'take'
          ? takeComplaint(work, act.number, here)
          : [{ text: staffWords.complaintEnds(act.number) }]
      return moveHelp(work, act.number, act.event, actor, act.typed === true)
    case 'reply':
      if (act.number !== undefined && isComplaint(act.number))
        return answerComplaint(work, act.number, act.text, here)
      return replyToResident(work, act.number, act.text, actor)
    case 'binding':
      return decideClaim(work, act.request, act.approve, here)
    case 'due':
      return actor.kind === 'staff' ? [await dueList(work, actor, here.isPrivate)] : []
    case 'ack':
      return acknowledgeRung(work, act.number, act.clock as ClockName, actor)
    case 'vendor':
      return vendorOutcome(work, act, here)
    case 'up':
      return raiseOrder(work, act.number, act.reason, actor)
    case 'extend':
      return extendPromise(work, act.number, act.reason, actor)
    case 'show':
      if (isComplaint(act.number)) return showComplaint(work, act.number, here)
      return showOrder(work, act.number, here)
    case 'materials':
      return noteMaterials(work, act, here)
    case 'fee':
      return withOrder(work, act.number, here, async (order) =>
        act.fen === undefined
          ? [{ text: staffWords.amount(order.number, '定价') }]
          : proposeFee(work, order, act.fen, actor),
      )
    case 'sign_reason':
      return signReason(work, act.number, here)
    case 'on_behalf':
      return fileOnBehalf(work, act.text, here)
    case 'own_code':
      return [
        { text: here.isPrivate ? await anotherChannel(work, actor, here.language) : staffWords.unknown },
      ]
    case 'help_words':
      return [{ text: staffWords.help }]
  }
}

const isComplaint = (number: string): boolean => number.startsWith('TS-')
