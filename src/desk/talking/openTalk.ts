/** A message while nothing is being filled in: a new matter, a question about an old one, or a greeting. */
import { localDate } from '../../domain/time/zone.ts'
import type { Meaning } from '../../language/meaning.ts'
import { isWhole } from '../../machines/draft.ts'
import { beginTalk } from '../../machines/turn.ts'
import { wordingIn } from '../../wording/index.ts'
import { filedFrom } from '../talk.ts'
import type { Scene } from './decide.ts'
import { plainKindOf, talkOf } from './matterKinds.ts'
import { after, knownOf, saidOf, startTalk } from './moveTalk.ts'
import { menuChoices, menuReply } from './menu.ts'
import { severalMatters } from './severalMatters.ts'
import type { Task, Turn } from './turn.ts'
import { silence } from './turn.ts'

/** The same words again within a day are the same matter. */
const sameMs = 24 * 3_600_000

export function openTurn(scene: Scene, text: string, meaning: Meaning): Turn {
  const { talk, language } = scene
  const w = wordingIn(language)
  const plain = (task: Task): Turn => ({ ...silence({ ...talk, misses: 0 }, language), tasks: [task] })
  const trimmed = text.trim()

  if ((trimmed === w.yes || meaning.intent === 'confirm') && isFresh(scene)) {
    return { ...silence(talk, language), replies: [{ text: w.sameAgain(talk.last?.number ?? '') }] }
  }
  if (trimmed === w.menuRepair) return startRepair(scene)
  if (trimmed === w.noHand)
    return { ...silence({ ...talk, misses: 0 }, language), replies: [{ text: w.askDescription }] }
  if (trimmed === w.yesHand)
    return plain({ do: 'handoff', text: talk.unclear ?? text, silent: true, tone: 'sorry', category: null })
  if (/^(绑定码|綁定碼|邀请码|邀請碼|my code)$/i.test(trimmed)) return plain({ do: 'newCode' })
  if (trimmed === w.menuBind || /^绑定|^綁定|^bind/i.test(trimmed)) return bindTurn(scene, meaning)
  if (talk.binding === true && meaning.slots.room !== undefined && isWhole(meaning.slots.room))
    return bindTurn(scene, meaning)
  if (trimmed === w.menuStatus) return plain({ do: 'progress' })

  const on = /^(继续|繼續|接着|接著|continue|go on)/i.test(trimmed) && [...trimmed].length <= 12
  const goesOn = on ? goOn(scene) : undefined
  if (goesOn !== undefined) return goesOn

  switch (meaning.intent) {
    case 'handoff.human':
      return plain({ do: 'handoff', text, silent: true, tone: 'plain', category: null })
    case 'menu':
      return menuReply(scene, w.menu)
    case 'greeting':
      return greetingTurn(scene)
    case 'thanks':
      return { ...silence({ ...talk, misses: 0 }, language), replies: [{ text: w.welcomeBack }] }
    case 'repair.status':
    case 'complaint.status':
      return plain({ do: 'progress', number: meaning.slots.ticket })
    case 'cancel':
      return plain({ do: 'cancelRecord', number: meaning.slots.ticket ?? talk.last?.number })
    case 'back':
      return menuReply(scene, w.menu)
    case 'edit':
      return talk.last === undefined
        ? { ...silence(talk, language), replies: [{ text: w.nothingToEdit, choices: menuChoices(scene) }] }
        : plain({ do: 'note', number: talk.last.number, text })
    case 'confirm':
    case 'deny':
    case 'smalltalk':
    case 'spam':
    case 'other':
    case 'survey.answer':
      return notUnderstood(scene, text, meaning)
    default:
      return matterTurn(scene, text, meaning)
  }
}

/** A new matter: talked over where there is something to ask, kept at once where there is not. */
function matterTurn(scene: Scene, text: string, meaning: Meaning): Turn {
  const { talk, language, now } = scene
  const w = wordingIn(language)
  const known = filedFrom(talk, text, new Date(now.getTime() - sameMs))
  if (known !== undefined)
    return { ...silence(talk, language), replies: [{ text: w.sameAgain(known.number) }] }
  const here = greeted(scene)
  const several = severalMatters(here, text, meaning, lead(scene))
  if (several !== undefined) return several
  const kind = talkOf[meaning.intent]
  if (kind !== undefined && (kind === 'repair' || meaning.confidence >= 0.35)) {
    return startTalk(here.talk, here, kind, saidOf(scene, text, meaning), lead(scene))
  }
  if (meaning.confidence < 0.4) return notUnderstood(scene, text, meaning)
  const task: Task = {
    do: 'keep',
    kind: plainKindOf(meaning.intent, text),
    text,
    room: meaning.slots.room ?? null,
  }
  return { ...silence({ ...talk, misses: 0 }, language), tasks: [task] }
}

/** "继续": what was broken off, else what was filed a moment ago; else it is not understood, like anything else. */
function goOn(scene: Scene): Turn | undefined {
  const { talk, language } = scene
  const parked = talk.parked?.at(-1)
  if (parked !== undefined)
    return after({ ...scene, talk: { ...talk, parked: talk.parked?.slice(0, -1) } }, parked, {
      type: 'RESUME',
    })
  if (talk.last === undefined || !isFresh(scene)) return undefined
  return { ...silence(talk, language), replies: [{ text: wordingIn(language).sameAgain(talk.last.number) }] }
}

/** Something was filed here a moment ago: a second "yes" means that. */
function isFresh({ talk, now }: Scene): boolean {
  return talk.last !== undefined && now.getTime() - Date.parse(talk.last.at) < 10 * 60_000
}

function startRepair(scene: Scene): Turn {
  return after(scene, beginTalk(knownOf(scene)), { type: 'RESUME' })
}

/** On the first contact of the day the service says who it is, even when the resident comes straight to the point. */
function lead(scene: Scene) {
  return isGreeted(scene) ? [] : [{ text: wordingIn(scene.language).intro(scene.book.name) }]
}

function isGreeted(scene: Scene): boolean {
  return scene.talk.greeted === localDate(scene.now, scene.book.calendar.zone)
}

function greeted(scene: Scene): Scene {
  return { ...scene, talk: { ...scene.talk, greeted: localDate(scene.now, scene.book.calendar.zone) } }
}

function greetingTurn(scene: Scene): Turn {
  const parked = scene.talk.parked?.at(-1)
  if (parked !== undefined) {
    const talk = { ...scene.talk, parked: scene.talk.parked?.slice(0, -1) }
    return after({ ...scene, talk }, parked, { type: 'RESUME' }, [
      { text: wordingIn(scene.language).resumeOffer },
    ])
  }
  return isGreeted(scene) ? menuReply(scene, wordingIn(scene.language).hello) : menuReply(scene)
}

function bindTurn(scene: Scene, meaning: Meaning): Turn {
  const { talk, language } = scene
  const { room, phone, name } = meaning.slots
  if (room === undefined || !isWhole(room)) {
    return {
      ...silence({ ...talk, binding: true }, language),
      replies: [{ text: wordingIn(language).bindHow }],
    }
  }
  const claim = { building: room.building, unit: room.unit, room: room.room }
  return {
    ...silence({ ...talk, binding: undefined }, language),
    tasks: [{ do: 'claim', room: claim, name: name ?? '', phone: phone?.value ?? '' }],
  }
}

/** Once: another try and the menu. Twice in a row: a person, with everything said so far. */
function notUnderstood(scene: Scene, text: string, meaning: Meaning): Turn {
  const { talk, language } = scene
  const w = wordingIn(language)
  if (meaning.intent === 'spam')
    return { ...silence(talk, language), replies: [{ text: w.menu, choices: menuChoices(scene) }] }
  const misses = (talk.misses ?? 0) + 1
  const unclear = [talk.unclear ?? '', text.trim()]
    .filter((part) => part !== '')
    .join('；')
    .slice(-500)
  if (misses < 2) {
    return {
      ...silence(
        { ...talk, misses, unclear, greeted: localDate(scene.now, scene.book.calendar.zone) },
        language,
      ),
      replies: [
        {
          text: isGreeted(scene) ? w.notUnderstood : `${w.greeting(scene.book.name)}\n${w.menu}`,
          choices: menuChoices(scene),
        },
      ],
    }
  }
  return {
    ...silence({ ...talk, misses: 0, unclear }, language),
    replies: [
      {
        text: w.twiceNotUnderstood,
        choices: [
          { label: w.yesHand, say: w.yesHand },
          { label: w.noHand, say: w.noHand },
        ],
      },
    ],
  }
}
