/** Help requests and hand-overs: somebody takes them, or the ladder climbs until somebody does. */
import { advance } from '../../domain/lifecycle.ts'
import type { HelpEvent, HelpRequest, HelpType } from '../../domain/help/request.ts'
import { helpLifecycle } from '../../domain/help/request.ts'
import { evenRung } from '../../domain/ladder.ts'
import { roomLabel } from '../../domain/place.ts'
import type { RoomName } from '../../domain/place.ts'
import type { Actor } from '../../domain/staff.ts'
import { staffWords } from '../../wording/index.ts'
import { knowing } from '../complaints/withComplaint.ts'
import { onDuty, ping } from '../staff/pingStaff.ts'
import type { Telling, Work } from '../store.ts'
import { words } from '../repairs/tellResident.ts'

export interface NewHelp {
  readonly type: HelpType
  readonly conversationId: number
  readonly personId: number | null
  readonly reporter: string
  readonly phone: string
  readonly room: RoomName | null
  readonly text: string
  readonly category: string | null
  readonly locationKind?: string | null
  readonly channel: string
  readonly actor: Actor
  readonly part: number
}

/** Seconds until the next role is pinged: for an emergency, the first reply for a hand-over. */
const acknowledgeMs = { emergency: 60_000, handoff: 5 * 60_000 } as const

export async function askForHelp(
  work: Work,
  help: NewHelp,
): Promise<{ readonly id: number; readonly number: string }> {
  const { id, number } = await work.newRecord({
    kind: 'help',
    prefix: help.type === 'emergency' ? 'QZ' : 'ZX',
    status: 'open',
    conversationId: help.conversationId,
    personId: help.personId,
    reporter: help.reporter,
    phone: help.phone,
    room: help.room,
    place: '',
    category: help.category,
    locationKind: help.locationKind ?? null,
    urgent: help.type === 'emergency',
    description: help.text,
    time: null,
    channel: help.channel,
    originInboxId: work.inboxId,
    originPart: help.part,
  })
  await work.addEvent({
    recordId: id,
    event: 'report',
    from: null,
    to: 'open',
    actor: help.actor,
    payload: { type: help.type },
  })
  const startedAt = work.now
  const first = evenRung(startedAt, acknowledgeMs[help.type], 0)
  await work.startClock({
    recordId: id,
    clock: 'help.acknowledge',
    rung: 0,
    startedAt,
    promisedAt: first.at,
    dueAt: first.at,
  })
  await pingFirst(work, { ...help, id, number })
  return { id, number }
}

async function pingFirst(work: Work, help: NewHelp & { id: number; number: string }): Promise<void> {
  const room = help.room === null ? '' : roomLabel(help.room)
  const take = {
    label: staffWords.takeHelp,
    act: { do: 'help', event: 'take', number: help.number },
  } as const
  if (help.type === 'emergency') {
    const people = await onDuty(work, ['duty', 'control_room', 'director'], { atAnyHour: true })
    const text = staffWords.emergency({ number: help.number, room, text: help.text, phone: help.phone })
    await ping(work, people, {
      recordId: help.id,
      what: { text, choices: [take] },
      forGroup: staffWords.groupHelp(help.number),
    })
    return
  }
  const people = await onDuty(work, ['front_desk', 'cs', 'duty'])
  const text = staffWords.handoff({ number: help.number, room, reporter: help.reporter, text: help.text })
  await ping(work, people, { recordId: help.id, what: { text, choices: [take] } })
}

export async function moveHelp(
  work: Work,
  number: string,
  event: HelpEvent,
  actor: Actor,
  typed = false,
): Promise<readonly Telling[]> {
  const request = number === '' ? await inHand(work, actor) : await work.help({ number })
  if (request === undefined) return [{ text: staffWords.notFound(number) }]
  if (
    event === 'take' &&
    !typed &&
    request.staffId !== null &&
    actor.kind === 'staff' &&
    request.staffId !== actor.id
  ) {
    // An old button never takes a matter out of somebody's hand; the typed command does, and says so.
    const holder = await work.staffById(request.staffId)
    return [{ text: staffWords.takenBy(request.number, holder?.name ?? '') }]
  }
  const step = advance(helpLifecycle, request.status, event, actor, null)
  if (step.kind === 'refused') {
    return [{ text: staffWords.notNow(request.number, words(work, 'zh-Hans').stateName(request.status)) }]
  }
  const taken = event === 'take' && actor.kind === 'staff'
  if (taken && request.staffId !== null && request.staffId !== actor.id) {
    const former = await work.staffById(request.staffId)
    if (former !== undefined)
      await ping(work, [former], {
        recordId: request.id,
        what: { text: staffWords.takenBy(request.number, actor.name) },
      })
  }
  await work.changeHelp(request, { status: step.to, ...(taken ? { staffId: actor.id } : {}) })
  await work.addEvent({ recordId: request.id, event, from: request.status, to: step.to, actor })
  // Somebody's hand on a complaint is not yet an answer to it: that clock runs on until the reply.
  if (!taken || request.kind === 'help') await work.stopClocks(request.id)
  if (!taken) {
    await work.spendButtons({ recordId: request.id })
    if (request.conversationId !== null && actor.kind === 'staff') {
      await work.releaseConversation(request.conversationId)
      const w = words(work, await work.languageOf(request.conversationId))
      await work.tell(
        request.conversationId,
        { text: request.kind === 'help' ? w.colleagueDone : w.matterDone(request.number) },
        { kind: 'follow', recordId: request.id, silent: true },
      )
    }
    return [{ text: staffWords.closedHelp(request.number) }]
  }
  await tellTaken(work, request, actor)
  return [{ text: staffWords.taken(request.number) }]
}

async function tellTaken(
  work: Work,
  request: HelpRequest,
  actor: Extract<Actor, { kind: 'staff' }>,
): Promise<void> {
  if (request.conversationId === null || request.status !== 'open') return
  const w = words(work, await work.languageOf(request.conversationId))
  await work.tell(
    request.conversationId,
    { text: w.colleagueHere(actor.name) },
    {
      kind: request.type === 'emergency' ? 'safety' : 'follow',
      recordId: request.id,
      evenAtNight: true,
    },
  )
}

async function inHand(work: Work, actor: Actor): Promise<HelpRequest | undefined> {
  if (actor.kind !== 'staff') return undefined
  const lines = (await work.openOrdersFor(actor)).filter(
    (line) => line.kind !== 'repair' && line.status === 'acknowledged',
  )
  return lines.length === 1 && lines[0] !== undefined ? work.help({ id: lines[0].id }) : undefined
}

/** Staff write to the resident through the bot; by record number, or the one they have in hand. */
export async function replyToResident(
  work: Work,
  number: string | undefined,
  text: string,
  actor: Actor,
): Promise<readonly Telling[]> {
  if (actor.kind !== 'staff') return []
  const help = number === undefined ? await inHand(work, actor) : await work.help({ number })
  const record = help ?? (number === undefined ? undefined : await work.repair({ number }))
  // A technician speaks only to the residents of his own orders.
  const strange =
    record !== undefined &&
    'technicianId' in record &&
    actor.roles.every((role) => role === 'technician') &&
    record.technicianId !== actor.id
  if (record === undefined || strange || record.conversationId === null)
    return [{ text: number === undefined ? staffWords.replyWhat : staffWords.notFound(number) }]
  if (text.trim() === '') return [{ text: staffWords.replyWhat }]
  if (help?.status === 'open') await moveHelp(work, help.number, 'take', actor)
  const w = words(work, await work.languageOf(record.conversationId))
  await work.tell(
    record.conversationId,
    { text: w.colleagueSays(actor.name, text.trim()) },
    {
      kind: 'receipt',
      recordId: record.id,
      evenAtNight: true,
    },
  )
  await work.addEvent({ recordId: record.id, event: 'reply', from: null, to: null, actor })
  await work.stopClocks(record.id, ['matter.reply'])
  return [{ text: staffWords.replied(record.number) }]
}

/** What the resident writes while a person has the conversation goes to that person. */
export async function passToColleague(work: Work, number: string, text: string): Promise<boolean> {
  const request = await work.help({ number })
  if (request === undefined || request.status === 'closed' || request.status === 'cancelled') return false
  await tellHolder(work, request, text)
  return true
}

/** The resident's words go to whoever has the matter in hand, or to the desk while nobody has. */
export async function tellHolder(work: Work, matter: HelpRequest, text: string): Promise<void> {
  const holder = matter.staffId === null ? undefined : await work.staffById(matter.staffId)
  const people = holder === undefined ? await onDuty(work, ['front_desk', 'cs', 'duty']) : [holder]
  await ping(work, knowing(people, matter), {
    recordId: matter.id,
    what: { text: staffWords.residentSays(matter.number, text) },
  })
}
