/** A conversation begun or moved by one event, as a turn. */
import type { TalkKind } from '../../domain/matter.ts'
import type { Meaning } from '../../language/meaning.ts'
import type { Known } from '../../machines/draft.ts'
import type { Said } from '../../machines/fill.ts'
import type { TalkEvent } from '../../machines/matter.ts'
import type { Kept } from '../../machines/turn.ts'
import { beginTalk, turnTalk } from '../../machines/turn.ts'
import type { Wording } from '../../wording/index.ts'
import { wordingIn } from '../../wording/index.ts'
import type { Talk } from '../talk.ts'
import { spoken } from './askNext.ts'
import type { Scene } from './decide.ts'
import type { Reply, Task, Turn } from './turn.ts'
import { judgeVisit } from './visitTime.ts'

export function knownOf(scene: Scene): Known {
  const { person } = scene.loaded.identity
  return {
    rooms: (person?.rooms ?? []).map(({ building, unit, room, role }) => ({ building, unit, room, role })),
    phone: person?.phone === '' ? undefined : person?.phone,
    name: person?.name === '' ? undefined : person?.name,
  }
}

export function saidOf(scene: Scene, text: string, meaning: Meaning): Said {
  const { time } = meaning.slots
  const visit = time !== undefined ? judgeVisit(time, scene.now, scene.book.calendar.zone) : undefined
  const { room } = meaning.slots
  const units =
    room?.building != null && room.room !== null
      ? scene.book.unitsOf.get(`${room.building}-${room.room}`)
      : undefined
  return {
    text,
    meaning: { ...meaning, slots: { ...meaning.slots, ...chosenKind(scene, text) } },
    visit,
    units,
  }
}

/** The two buttons of the question say it exactly. */
function chosenKind(scene: Scene, text: string): { locationKind?: 'in-home' | 'public' } {
  const w = wordingIn(scene.language)
  if (text.trim() === w.atHome) return { locationKind: 'in-home' }
  return text.trim() === w.inPublic ? { locationKind: 'public' } : {}
}

/** A new matter; a complaint hears an apology before any question. */
export function startTalk(
  talk: Talk,
  scene: Scene,
  kind: TalkKind,
  said: Said,
  lead: readonly Reply[] = [],
): Turn {
  const w = wordingIn(scene.language)
  const sorry = kind === 'complaint' ? [{ text: w.complaintSorry }] : []
  return after({ ...scene, talk }, beginTalk(knownOf(scene), kind), { type: 'SAID', ...said }, [
    ...sorry,
    ...lead,
  ])
}

/** The machine moved by one event, as a turn; when it ends, what was interrupted is offered back. */
export function after(
  scene: Scene,
  kept: Kept,
  event: TalkEvent,
  lead: readonly Reply[] = [],
  tasks: readonly Task[] = [],
): Turn {
  const { talk, language, book, now } = scene
  const w = wordingIn(language)
  const turned = turnTalk(kept, event)
  const said = spoken(turned.effects, book, language, now)
  // What was broken off and then told again is the same matter: it ends with it.
  const parked =
    turned.kept === undefined ? talk.parked?.filter((each) => !isSameMatter(each, kept)) : talk.parked
  const back = turned.kept === undefined ? withSaid(parked?.at(-1), kept) : undefined
  const resumed = back === undefined ? undefined : turnTalk(back, { type: 'RESUME' })
  const resumedSays =
    resumed === undefined
      ? []
      : [{ text: offerOf(back, w) }, ...spoken(resumed.effects, book, language, now).replies]
  return {
    talk: {
      ...talk,
      now: resumed?.kept ?? turned.kept,
      parked: back === undefined ? parked : parked?.slice(0, -1),
      touched: now.toISOString(),
      misses: 0,
    },
    language,
    replies: joined([
      ...lead,
      ...(turned.restarted ? [{ text: w.restarted }] : []),
      ...said.replies,
      ...resumedSays,
    ]),
    tasks: [...tasks, ...said.tasks],
  }
}

function isSameMatter(one: Kept, other: Kept): boolean {
  const { kind, words } = other.context
  return one.context.kind === kind && one.context.words.some((said) => words.includes(said))
}

/** What was broken off is picked up again; what was only mentioned is named. */
function offerOf(back: Kept | undefined, w: Wording): string {
  const { waiting, words = [] } = back?.context ?? {}
  return waiting === true ? w.nextMatter(words.join('；')) : w.resumeOffer
}

/** A flat or a number said for one matter is not asked again for the next. */
function withSaid(next: Kept | undefined, ended: Kept): Kept | undefined {
  if (next === undefined || next.context.kind === 'complaint') return next
  const { room, phone, name } = ended.context
  const own = next.context
  const home = own.locationKind === 'in-home' && own.room === undefined && room !== undefined
  return {
    ...next,
    context: {
      ...own,
      ...(home ? { room } : {}),
      ...(own.phone === undefined && phone !== undefined ? { phone } : {}),
      ...(own.name === undefined && name !== undefined ? { name } : {}),
    },
  }
}

/** What is said in one turn is one message: people read one bubble, and platforms count messages. */
export function joined(replies: readonly Reply[]): readonly Reply[] {
  if (replies.length < 2) return replies
  const choices = replies.findLast((reply) => reply.choices !== undefined)?.choices
  return [
    { text: replies.map((reply) => reply.text).join('\n'), ...(choices === undefined ? {} : { choices }) },
  ]
}
