/** Carries out what a turn leads to, inside the message's transaction, and says what came of it. */
import type { Actor } from '../../domain/staff.ts'
import { openRepairStates } from '../../domain/repair/lifecycle.ts'
import type { RepairOrder } from '../../domain/repair/order.ts'
import { staffWords } from '../../wording/index.ts'
import type { Loaded, Work } from '../store.ts'
import type { Talk } from '../talk.ts'
import { withFiled } from '../talk.ts'
import { fileRepair, promiseOf } from '../repairs/fileRepair.ts'
import { tellTechnician } from '../repairs/tellTechnician.ts'
import { words } from '../repairs/tellResident.ts'
import { noteOnMatter } from '../matters/noteOnMatter.ts'
import { fileMatter, matterOf, plainMatter } from '../matters/fileMatter.ts'
import { askForHelp, moveHelp, passToColleague } from '../help/helpRequests.ts'
import type { NewHelp } from '../help/helpRequests.ts'
import { anotherChannel } from '../identity/anotherChannel.ts'
import { redeemCode } from '../identity/redeemCode.ts'
import { claimRoom } from '../identity/claimRoom.ts'
import { performAct } from '../staff/performAct.ts'
import { onDuty, ping } from '../staff/pingStaff.ts'
import { joined } from './moveTalk.ts'
import { placeIsKnown } from './emergencies.ts'
import { cancelRecord, progress } from './ownRecords.ts'
import type { Reply, Task, Turn } from './turn.ts'

export interface Performed {
  readonly talk: Talk
  readonly replies: readonly Reply[]
  /** A receipt or a safety word among them: must arrive. */
  readonly mustArrive: boolean
}

export async function performTasks(work: Work, loaded: Loaded, turn: Turn): Promise<Performed> {
  let talk = turn.talk
  const replies: Reply[] = []
  let mustArrive = false
  for (const [part, task] of turn.tasks.entries()) {
    const done = await perform(work, loaded, { ...turn, talk }, task, part)
    talk = done.talk ?? talk
    replies.push(...done.replies)
    mustArrive ||= done.mustArrive ?? false
  }
  return { talk, replies: joined([...replies, ...turn.replies]), mustArrive }
}

export function actorOf(loaded: Loaded): Actor {
  const { staff, person } = loaded.identity
  if (staff !== null) return { kind: 'staff', id: staff.id, name: staff.name, roles: staff.roles }
  return { kind: 'resident', id: person?.id ?? null, name: person?.name ?? '' }
}

interface Done {
  readonly talk?: Talk
  readonly replies: readonly Reply[]
  readonly mustArrive?: boolean
}

async function perform(work: Work, loaded: Loaded, turn: Turn, task: Task, part: number): Promise<Done> {
  const { conversation, identity } = loaded
  const { talk, language } = turn
  const w = words(work, language)
  const actor = actorOf(loaded)
  const here = {
    actor,
    conversationId: conversation.id,
    isPrivate: conversation.kind === 'private',
    language,
  }
  const reporter = {
    conversationId: conversation.id,
    personId: identity.person?.id ?? null,
    channel: conversation.channel,
    actor,
    part,
  }

  switch (task.do) {
    case 'file': {
      if (task.draft.kind !== 'repair') {
        const { number, promisedAt, namesStaff } = await fileMatter(work, matterOf(task.draft), reporter)
        const told = w.matterFiled[task.draft.kind](number, w.moment(promisedAt))
        return {
          talk: withFiled(talk, { number, at: work.now.toISOString(), words: task.draft.words }),
          // A named colleague: whoever saw it, and any picture, help to find out.
          replies: [{ text: namesStaff === true ? `${told}\n${w.askWitness}` : told }],
          mustArrive: true,
        }
      }
      const order = await fileRepair(work, task.draft, reporter)
      const words = await promiseWords(work, order, w)
      return {
        talk: withFiled(talk, {
          number: order.number,
          at: work.now.toISOString(),
          words: task.draft.words,
        }),
        replies: [{ text: w.filed(order.number, words) }],
        mustArrive: true,
      }
    }
    case 'keep': {
      const { person } = identity
      const room = task.room ?? person?.rooms[0] ?? null
      const about = {
        ...plainMatter(task.kind, task.text),
        room,
        reporter: person?.name ?? '',
        phone: person?.phone ?? '',
      }
      const { number, promisedAt } = await fileMatter(work, about, reporter)
      return {
        talk: withFiled(talk, { number, at: work.now.toISOString(), words: [task.text.trim()] }),
        replies: [{ text: w.matterKept[task.kind](number, w.moment(promisedAt)) }],
        mustArrive: true,
      }
    }
    case 'emergency': {
      // Said again and again, it is one emergency: the words are passed on, the reply repeats what to do.
      const known = talk.emergency
      const open =
        known !== undefined && work.now.getTime() - Date.parse(known.at) < 30 * 60_000 ? known : undefined
      const number = open?.number ?? (await newEmergency(work, loaded, task, reporter))
      if (open !== undefined) await passToColleague(work, open.number, task.text)
      const asksPlace =
        !placeIsKnown(task.room) && conversation.kind === 'private' && open?.asksPlace !== false
      const texts = [
        w.emergency(task.what === '' ? w.doOther : task.what, number),
        ...(asksPlace ? [w.askEmergencyPlace] : []),
      ]
      return {
        talk: { ...talk, emergency: { number, at: open?.at ?? work.now.toISOString(), asksPlace } },
        replies: [{ text: w.joined(texts) }],
        mustArrive: true,
      }
    }
    case 'emergencyPlace': {
      const request = await work.help({ number: task.number })
      if (request !== undefined) {
        const people = await onDuty(work, ['duty', 'control_room', 'director'], { atAnyHour: true })
        await ping(work, people, {
          recordId: request.id,
          what: { text: staffWords.emergencyPlace(task.number, task.text) },
        })
        const phone = task.phone === undefined || request.phone !== '' ? {} : { phone: task.phone }
        await work.changeHelp(request, { place: task.text, ...(task.room ?? {}), ...phone })
        await work.addEvent({
          recordId: request.id,
          event: 'place',
          from: null,
          to: null,
          actor,
          payload: { text: task.text },
        })
      }
      return { replies: [{ text: w.emergencyPlaceKept }], mustArrive: true }
    }
    case 'handoff': {
      const { person } = identity
      const { number } = await askForHelp(work, {
        ...reporter,
        type: 'handoff',
        reporter: person?.name ?? '',
        phone: person?.phone ?? '',
        room: person?.rooms[0] ?? null,
        text: task.text,
        category: task.category,
      })
      const text =
        task.tone === 'sorry'
          ? w.handedOverSorry(number)
          : task.silent
            ? w.handedOver(number)
            : w.passedOn(number)
      return {
        talk: task.silent
          ? { ...talk, human: { number, since: work.now.toISOString() }, unclear: undefined }
          : talk,
        replies: [{ text }],
        mustArrive: true,
      }
    }
    case 'passOn': {
      const open = await passToColleague(work, task.number, task.text)
      // The colleague has finished meanwhile: the bot is back, and says so rather than staying silent.
      return open
        ? { replies: [] }
        : { talk: { ...talk, human: undefined }, replies: [{ text: w.backToBot }] }
    }
    case 'backToBot':
      await moveHelp(work, task.number, 'cancel', {
        kind: 'resident',
        id: identity.person?.id ?? null,
        name: '',
      })
      return { replies: [{ text: w.backToBot }] }
    case 'progress':
      return { replies: [{ text: await progress(work, loaded, w, task.number) }] }
    case 'cancelRecord':
      return { replies: await cancelRecord(work, loaded, w, task.number, actor) }
    case 'act': {
      // One press uses the question up; a second one, or a colleague's, finds it used.
      const told = await performAct(work, task.act, here)
      if (task.question !== undefined && !task.question.startsWith('order:'))
        await work.spendButtons({ question: task.question }, identity.id)
      return { replies: told.map(({ text }) => ({ text })) }
    }
    case 'code':
      return {
        talk: { ...talk, binding: undefined },
        replies: await redeemCode(work, identity, task.code, language).then((told) =>
          told.map(({ text }) => ({ text })),
        ),
      }
    case 'newCode':
      return { replies: [{ text: await anotherChannel(work, actor, language) }] }
    case 'claim':
      return {
        replies: (
          await claimRoom(work, { identity, conversationId: conversation.id, language }, task.room, task)
        ).map(({ text }) => ({ text })),
      }
    case 'photos': {
      const order = task.number === undefined ? undefined : await work.repair({ number: task.number })
      const record =
        order ?? (task.number === undefined ? undefined : await work.help({ number: task.number }))
      await work.addPhotos(
        conversation.id,
        task.refs.map((ref) => ({ ref })),
        record?.id ?? null,
      )
      if (order !== undefined)
        await tellTechnician(work, order, { text: staffWords.residentPhoto(order.number, task.refs.length) })
      return { replies: [] }
    }
    case 'note': {
      const order = await work.repair({ number: task.number })
      if (order === undefined)
        return { replies: [{ text: await noteOnMatter(work, task.number, task.text, actor, w) }] }
      if (!openRepairStates.includes(order.status)) return { replies: [{ text: w.notFound(task.number) }] }
      await work.addEvent({
        recordId: order.id,
        event: 'note',
        from: null,
        to: null,
        actor,
        payload: { text: task.text },
      })
      const technician = order.technicianId === null ? undefined : await work.staffById(order.technicianId)
      const people =
        technician === undefined ? await onDuty(work, ['dispatcher', 'eng_supervisor']) : [technician]
      await ping(work, people, {
        recordId: order.id,
        what: { text: staffWords.residentSays(order.number, task.text) },
      })
      return { replies: [{ text: w.noted(order.number) }] }
    }
  }
}

async function newEmergency(
  work: Work,
  { identity }: Loaded,
  task: Extract<Task, { do: 'emergency' }>,
  reporter: Omit<NewHelp, 'type' | 'reporter' | 'phone' | 'room' | 'text' | 'category' | 'locationKind'>,
): Promise<string> {
  const { room, phone, text } = task
  const name = identity.person?.name ?? ''
  return (
    await askForHelp(work, {
      ...reporter,
      type: 'emergency',
      reporter: name,
      phone,
      room,
      text,
      category: task.category,
      locationKind: task.locationKind,
    })
  ).number
}

async function promiseWords(work: Work, order: RepairOrder, w: ReturnType<typeof words>): Promise<string> {
  const promise = promiseOf(order)
  switch (promise.kind) {
    case 'arrival':
      return w.promiseArrival(w.moment(promise.at))
    case 'slot':
      return w.promiseSlot(w.slot(order))
    case 'soon':
      return w.promiseSoon
    case 'review':
      return w.promiseReview(w.moment((await work.promised(order.id, 'repair.review')) ?? work.now))
  }
}
