/** What a resident has with the office: asked about, or taken back. */
import type { Actor } from '../../domain/staff.ts'
import { withdrawComplaint } from '../complaints/withdrawComplaint.ts'
import { moveHelp } from '../help/helpRequests.ts'
import { advanceRepair } from '../repairs/advanceRepair.ts'
import type { InWords } from '../repairs/tellResident.ts'
import type { Loaded, RecordLine, Work } from '../store.ts'
import type { Reply } from './turn.ts'

/** Each open record shows its next step and due time. */
export async function progress(
  work: Work,
  loaded: Loaded,
  w: InWords,
  number: string | undefined,
): Promise<string> {
  const all = await ownRecords(work, loaded)
  const lines = number === undefined ? all : all.filter((line) => line.number === number)
  if (number !== undefined && lines.length === 0) return w.notFound(number)
  if (lines.length === 0) return w.noRecords
  return w.records(
    lines.map((line) =>
      w.recordLine(
        line.number,
        line.description.slice(0, 24),
        w.stateName(line.status),
        line.promisedAt === null || line.promisedAt < work.now ? '' : w.nextBy(w.moment(line.promisedAt)),
      ),
    ),
  )
}

function ownRecords(work: Work, loaded: Loaded): Promise<readonly RecordLine[]> {
  return work.openRecordsOf({
    personId: loaded.identity.person?.id ?? null,
    conversationId: loaded.conversation.id,
  })
}

export async function cancelRecord(
  work: Work,
  loaded: Loaded,
  w: InWords,
  number: string | undefined,
  actor: Actor,
): Promise<readonly Reply[]> {
  const mine = (await ownRecords(work, loaded)).filter((line) => line.kind !== 'help')
  const line =
    number === undefined
      ? mine.length === 1
        ? mine[0]
        : undefined
      : mine.find((each) => each.number === number)
  if (line === undefined)
    return [{ text: number === undefined || mine.length === 0 ? w.nothingToCancel : w.notFound(number) }]
  if (line.kind === 'complaint') return [{ text: await withdrawComplaint(work, line.number, actor, w) }]
  if (line.kind !== 'repair') {
    await moveHelp(work, line.number, 'cancel', actor)
    return [{ text: w.cancelled(line.number) }]
  }
  const order = await work.repair({ id: line.id })
  if (order === undefined) return [{ text: w.notFound(line.number) }]
  const moved = await advanceRepair(work, order, 'cancel', actor)
  if (moved.kind === 'moved') return []
  return [
    {
      text: w.cannotCancel(order.number, w.stateName(order.status)),
      choices: [{ label: w.menuHuman, say: w.menuHuman }],
    },
  ]
}
