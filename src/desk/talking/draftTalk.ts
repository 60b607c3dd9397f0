/** A message while a matter is being talked over: commands first, then another matter, then the answer. */
import type { PlainKind, TalkKind } from '../../domain/matter.ts'
import type { Intent, Meaning } from '../../language/meaning.ts'
import type { Known, Slot } from '../../machines/draft.ts'
import { isWhole, nextQuestion } from '../../machines/draft.ts'
import type { Said } from '../../machines/fill.ts'
import { isAboutTheName } from '../../machines/fill.ts'
import type { TalkEvent } from '../../machines/matter.ts'
import type { Kept } from '../../machines/turn.ts'
import { beginTalk, turnTalk } from '../../machines/turn.ts'
import type { Wording } from '../../wording/index.ts'
import { wordingIn } from '../../wording/index.ts'
import { judgeVisit } from './visitTime.ts'
import { spoken } from './askNext.ts'
import type { Talk } from '../talk.ts'
import type { Scene } from './decide.ts'
import { menuReply } from './menu.ts'
import type { Reply, Task, Turn } from './turn.ts'
import { silence } from './turn.ts'

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

/** Matters of another kind that may interrupt a report; everything else is taken as part of it. */
const others: readonly Intent[] = [
  'repair.create',
  'complaint.create',
  'complaint.status',
  'renovation.apply',
  'renovation.question',
  'renovation.status',
  'service.paid',
  'fee.question',
  'movein',
  'moveout',
  'outage.question',
  'activity',
  'praise',
  'suggestion',
  'consult',
]
/** Matters that are talked over, and those that are kept at once. */
export const talkOf: Readonly<Partial<Record<Intent, TalkKind>>> = {
  'repair.create': 'repair',
  'complaint.create': 'complaint',
  'service.paid': 'service',
  'renovation.apply': 'renovation',
  movein: 'movein',
  moveout: 'moveout',
}
export function plainKindOf(intent: Intent, text: string): PlainKind {
  if (intent === 'suggestion' || intent === 'praise') return intent
  // Asking when it is, is a question; putting one's name down is not.
  if (intent === 'activity' && joins.test(text)) return 'activity'
  return 'enquiry'
}
const joins =
  /报名|報名|参加|參加|预约|預約|留.{0,4}(位|名额)|算我|join|sign (me|us)? ?up|register|count me in/i

const slotOf: Readonly<Record<string, Slot>> = {
  description: 'description',
  room: 'room',
  place: 'place',
  time: 'time',
  phone: 'phone',
  location_kind: 'location_kind',
}

export function draftTurn(scene: Scene, kept: Kept, text: string, meaning: Meaning): Turn {
  const w = wordingIn(scene.language)
  const said = saidOf(scene, text, meaning)
  const confirming = kept.state === 'confirming'
  const turn = (event: TalkEvent, lead: readonly Reply[] = [], tasks: readonly Task[] = []) =>
    after(scene, kept, event, lead, tasks)
  const named = namedSlot(text, w.whichSlot)

  if (text.trim() === w.cancel) return turn({ type: 'CANCEL' })
  if (named !== undefined && (kept.context.editing === 'which' || confirming))
    return turn({ type: 'EDIT', slot: named })
  if (confirming && text.trim() === w.yes) return turn({ type: 'YES' })
  if (kept.context.kind === 'complaint' && isAboutTheName(text)) return turn({ type: 'SAID', ...said })

  if (noPhoto.test(text.trim())) return turn({ type: 'RESUME' })
  if (kept.context.editing === 'which' && (nothingElse.test(text.trim()) || meaning.polarity === 'yes'))
    return turn({ type: 'KEEP' })
  if (goesOn.test(text.trim()) && !carries(meaning)) return turn({ type: 'RESUME' })

  // A command is obeyed only when it is plainly one.
  const isChoice = scene.talk.menu?.some((choice) => choice.say === text.trim()) ?? false
  const sure = meaning.confidence >= 0.5
  // Whom it is about may be told in any words: only a plain way out is one.
  const aboutTarget = kept.state === 'collecting' && nextQuestion(kept.context) === 'target'
  const command = !sure || (aboutTarget && !waysOut.includes(meaning.intent)) ? 'other' : meaning.intent

  switch (command) {
    case 'handoff.human':
      // "You can call me at …" answers the question.
      if (carries(meaning)) break
      return {
        ...silence(parked(scene, kept), scene.language),
        tasks: [
          {
            do: 'handoff',
            text: [...kept.context.words, text].join('；'),
            silent: true,
            tone: 'plain',
            category: null,
          },
        ],
      }
    case 'cancel':
      return turn({ type: 'CANCEL' })
    case 'back':
      return turn({ type: 'BACK' })
    case 'menu':
      return menuReply({ ...scene, talk: parked(scene, kept) })
    case 'edit':
      return turn({ type: 'EDIT', slot: slotOf[meaning.edits ?? ''], said })
    case 'repair.status':
    case 'complaint.status':
      return turn({ type: 'RESUME' }, [], [{ do: 'progress', number: meaning.slots.ticket }])
    case 'greeting':
      return turn({ type: 'RESUME' }, [{ text: w.resumeOffer }])
    case 'thanks':
      return turn({ type: 'RESUME' })
    default:
      break
  }
  if (confirming && (meaning.intent === 'confirm' || meaning.polarity === 'yes') && !carries(meaning))
    return turn({ type: 'YES' })
  if (confirming && (meaning.intent === 'deny' || meaning.polarity === 'no')) {
    return carries(meaning) ? turn({ type: 'EDIT', said }) : turn({ type: 'NO' })
  }
  if (!isChoice && !aboutTarget && interrupts(kept, text, meaning)) {
    const kind = talkOf[meaning.intent]
    // "修这个要收费吗" asks; it orders nothing.
    const asks = kind === 'service' && /[?？]|吗|嗎|多少|收费|收費|how much|price/i.test(text)
    if (kind !== undefined && !asks) return startTalk(parked(scene, kept), scene, kind, said)
    const plain = asks ? 'enquiry' : plainKindOf(meaning.intent, text)
    return turn({ type: 'RESUME' }, [], [{ do: 'keep', kind: plain, text, room: meaning.slots.room ?? null }])
  }
  if (kept.context.words.includes(text.trim())) return turn({ type: 'RESUME' })
  return misunderstood(scene, turn({ type: 'SAID', ...said }), kept)
}

/** Two answers in a row that answer nothing: a person is offered (R-15.2 table, `handed_over`). */
function misunderstood(scene: Scene, turn: Turn, before: Kept): Turn {
  const w = wordingIn(scene.language)
  const trouble = turn.talk.now?.context.trouble
  if (trouble !== 'not_understood' && trouble !== 'room_incomplete')
    return { ...turn, talk: { ...turn.talk, misses: 0 } }
  const misses = (scene.talk.misses ?? 0) + 1
  if (misses < 2) return { ...turn, talk: { ...turn.talk, misses } }
  const last = turn.replies.at(-1)
  const human = { label: w.menuHuman, say: w.menuHuman }
  const replies =
    last === undefined
      ? []
      : [...turn.replies.slice(0, -1), { ...last, choices: [...(last.choices ?? []), human] }]
  return { ...turn, talk: { ...turn.talk, misses, now: turn.talk.now ?? before }, replies }
}

function interrupts(kept: Kept, text: string, meaning: Meaning): boolean {
  const asked = nextQuestion(kept.context)
  const { kind } = kept.context
  if (asked === 'description' || meaning.confidence < 0.75 || talkOf[meaning.intent] === kind) return false
  // "对了顺便提个建议": announced as something else, whatever else it carries.
  if (others.includes(meaning.intent) && announces.test(text)) return true
  // A word or two is an answer, whatever else it might be by itself.
  if ([...text.trim()].length < 8 || (asked === 'location_kind' && answersKind(text))) return false
  // A fault is often what a grievance, a move or a renovation is about.
  if (meaning.intent === 'repair.create' && meaning.confidence < 0.9) return false
  // "先投诉一个事，楼上晚上十二点还在装修": a grievance names times and flats that are not answers.
  return others.includes(meaning.intent) && (meaning.intent === 'complaint.create' || !carries(meaning))
}

const waysOut: readonly Intent[] = ['cancel', 'handoff.human', 'back', 'menu']
const noPhoto =
  /^(暂时|暫時)?(没有?|沒有?|无|無)(拍)?(照片|图片|圖片|图|相片|照)[了呢哦。.!]*$|^no (photos?|pictures?)/i
const nothingElse =
  /^(没有了|沒有了|没了|沒了|不改了|不用改了?|没什么要改|就这样|就這樣|提交|no,? that'?s (all|it)|nothing)/i
const goesOn =
  /^(好的?|行|嗯|ok)?[，,。 ]*(继续|繼續|接着|接著|回到|continue|go on|back to)|(刚才|剛才|之前|前面)[^，,。]*(继续|繼續|接着|接著)|(继续|繼續)(吧|报修|報修)/i
const announces =
  /^(对了|等等|對了|順便|顺便|另外|還有|还有|等下|等一下|先|by the way|btw|also)[^]*(建议|建議|投诉|投訴|表扬|表揚|提个|提個|问|問|suggest|complain|praise|ask)/i

function answersKind(text: string): boolean {
  return (
    [...text.trim()].length <= 8 && /公共|家里|屋里|室内|外面|楼道|home|public|inside|outside/i.test(text)
  )
}

function carries(meaning: Meaning): boolean {
  const { room, phone, time } = meaning.slots
  return phone !== undefined || time?.role === 'visit' || (room !== undefined && isWhole(room))
}

/** A new matter; a complaint hears an apology before any question (R-3.01). */
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

function namedSlot(text: string, names: Readonly<Record<Slot, string>>): Slot | undefined {
  return (Object.keys(names) as Slot[]).find((slot) => names[slot] === text.trim())
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

function parked({ talk }: Scene, kept: Kept): Talk {
  return { ...talk, now: undefined, parked: [...(talk.parked ?? []), kept] }
}
