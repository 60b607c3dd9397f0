/** A message while a matter is being talked over: commands first, then another matter, then the answer. */
import type { Intent, Meaning } from '../../language/meaning.ts'
import type { Slot } from '../../machines/draft.ts'
import { isWhole, nextQuestion } from '../../machines/draft.ts'
import { isAboutTheName } from '../../machines/fill.ts'
import type { TalkEvent } from '../../machines/matter.ts'
import type { Kept } from '../../machines/turn.ts'
import { wordingIn } from '../../wording/index.ts'
import type { Talk } from '../talk.ts'
import type { Scene } from './decide.ts'
import { plainKindOf, talkOf } from './matterKinds.ts'
import { menuReply } from './menu.ts'
import { after, saidOf, startTalk } from './moveTalk.ts'
import type { Reply, Task, Turn } from './turn.ts'
import { silence } from './turn.ts'

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

function namedSlot(text: string, names: Readonly<Record<Slot, string>>): Slot | undefined {
  return (Object.keys(names) as Slot[]).find((slot) => names[slot] === text.trim())
}

function parked({ talk }: Scene, kept: Kept): Talk {
  return { ...talk, now: undefined, parked: [...(talk.parked ?? []), kept] }
}
