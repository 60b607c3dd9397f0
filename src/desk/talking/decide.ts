/** What a resident's message leads to. Pure: no I/O, no clock of its own. */
import type { Message } from '../../domain/message.ts'
import type { Language } from '../../domain/matter.ts'
import { localDate } from '../../domain/time/zone.ts'
import type { Asked, Intent, Meaning } from '../../language/meaning.ts'
import { understand } from '../../language/index.ts'
import { nextQuestion } from '../../machines/draft.ts'
import { wordingIn } from '../../wording/index.ts'
import type { EstateBook, Loaded } from '../store.ts'
import type { Talk } from '../talk.ts'
import { asCode } from '../identity/redeemCode.ts'
import { emergencyTurn } from './emergencies.ts'
import { languageNow } from './languageNow.ts'
import { inOtherWords, menuReply } from './menu.ts'
import type { Turn } from './turn.ts'
import { silence } from './turn.ts'
import { photosTurn, voiceTurn } from './pictures.ts'
import { openTurn } from './openTalk.ts'
import { draftTurn } from './draftTalk.ts'
import { answerTo, isAskedSince, questionAsked } from './openQuestion.ts'

export interface Scene {
  readonly loaded: Loaded
  readonly book: EstateBook
  readonly now: Date
  readonly talk: Talk
  readonly language: Language
}

export function decide(loaded: Loaded, message: Message, book: EstateBook, now: Date): Turn {
  const talk = fresh(loaded.conversation.talk, book, now)
  const scene: Scene = { loaded, book, now, talk, language: loaded.conversation.language }
  switch (message.kind) {
    case 'text':
      return textTurn(scene, message.text, message)
    case 'photo':
      return photosTurn(scene, message)
    case 'other':
      return message.text.trim() === ''
        ? voiceTurn(scene, message.what)
        : textTurn(scene, message.text, message)
    case 'button':
      return pressTurn(scene, message.nonce, message)
    case 'contact':
      return textTurn(scene, message.phone, message)
    case 'start':
      if (message.chatKind === 'group') {
        return { ...silence(talk, scene.language), replies: [{ text: wordingIn(scene.language).goPrivate }] }
      }
      return message.code === undefined
        ? { ...menuReply(scene), talk: { ...talk, greeted: localDate(now, book.calendar.zone) } }
        : {
            ...silence(talk, scene.language),
            tasks: [{ do: 'code', code: asCode(message.code) ?? message.code }],
          }
    case 'moved':
      return silence(talk, scene.language)
  }
}

/** A draft is kept at least 24 hours, and through the whole next day, then laid aside. */
function fresh(talk: Talk, book: EstateBook, now: Date): Talk {
  if (talk.now === undefined || talk.touched === undefined) return talk
  const touched = new Date(talk.touched)
  const { zone } = book.calendar
  const old =
    now.getTime() - touched.getTime() > 24 * 3_600_000 &&
    localDate(now, zone) > localDate(new Date(touched.getTime() + 24 * 3_600_000), zone)
  return old ? { ...talk, now: undefined, parked: undefined } : talk
}

function pressTurn(scene: Scene, nonce: string, message: Message): Turn {
  const w = wordingIn(scene.language)
  const choice = scene.talk.menu?.find((each) => each.nonce === nonce)
  if (choice !== undefined) return textTurn(scene, choice.say, message)
  const { pressed } = scene.loaded
  const plain = silence(scene.talk, scene.language)
  if (pressed === null || pressed.expired) return { ...plain, replies: [{ text: w.buttonExpired }] }
  if (!pressed.here) return { ...plain, replies: [{ text: w.buttonNotYours }] }
  if (pressed.usedAt !== null) return { ...plain, replies: [{ text: w.buttonUsed }] }
  return { ...plain, tasks: [{ do: 'act', act: pressed.act, nonce, question: pressed.question }] }
}

export function textTurn(scene: Scene, said: string, message: Message): Turn {
  const text = chosen(scene, said)
  const { talk, now, book } = scene
  const asked = askedNow(scene)
  const meaning = understand(text, { now, zone: book.calendar.zone, asked, open: talk.now !== undefined })
  const here: Scene = { ...scene, language: spokenIn(scene, text, meaning) }
  const isGroup = message.chatKind === 'group'

  if (meaning.intent === 'emergency' && meaning.confidence >= 0.5)
    return emergencyTurn(here, text, meaning, isGroup)
  if (isGroup) {
    // What is not addressed to the bot is not its business; what is, is answered where nobody reads along.
    return message.addressed
      ? { ...silence(talk, here.language), replies: [{ text: wordingIn(here.language).goPrivate }] }
      : silence(talk, here.language)
  }
  if (talk.human !== undefined) return withPerson(here, text)
  const place = placeOfEmergency(here, text, meaning)
  if (place !== undefined) return place
  const code = asCode(text)
  if (code !== undefined) return { ...silence(talk, here.language), tasks: [{ do: 'code', code }] }

  if (
    message.kind === 'text' &&
    message.edited === true &&
    talk.now === undefined &&
    talk.last !== undefined
  ) {
    // An earlier message in new words belongs to what was filed from it.
    return { ...silence(talk, here.language), tasks: [{ do: 'note', number: talk.last.number, text }] }
  }
  const answer = answerTo(here, text, meaning)
  if (answer !== undefined) return answer
  const switched = inOtherWords(here, text)
  if (switched !== undefined) return switched
  const added = addition(here, text, meaning)
  if (added !== undefined) return added
  return talk.now === undefined ? openTurn(here, text, meaning) : draftTurn(here, talk.now, text, meaning)
}

/** "2" and "２" choose from the numbered list shown last; on channels with buttons just as well. */
function chosen(scene: Scene, said: string): string {
  const digits = /^\s*([1-9]|10)\s*[.、。)]?\s*$/.exec(said.normalize('NFKC'))
  if (digits === null || isAskedSince(scene)) return said
  return scene.talk.menu?.[Number(digits[1]) - 1]?.say ?? said
}

/** What was asked last: it decides first what a short answer means. */
function askedNow(scene: Scene): Asked | undefined {
  const { talk } = scene
  if (talk.now === undefined || isAskedSince(scene)) return questionAsked(scene)
  if (talk.now.state === 'confirming') return 'confirm'
  const slot = nextQuestion(talk.now.context)
  return slot === 'which' || slot === undefined ? 'other' : slot
}

function spokenIn({ talk, language }: Scene, text: string, meaning: Meaning): Language {
  if (talk.languageChosen === true) return language
  const trimmed = text.trim()
  const isMenuWord =
    /^(菜单|人工|转人工|进度|报修)$/.test(trimmed) ||
    (talk.menu?.some((choice) => choice.say === trimmed) ?? false)
  return languageNow(language, meaning.language, text, isMenuWord)
}

/** A person has the conversation: the bot keeps silent and passes on, until handed back. */
function withPerson(scene: Scene, text: string): Turn {
  const human = scene.talk.human
  if (human === undefined) return silence(scene.talk, scene.language)
  if (/^(菜单|機器人|机器人|返回机器人|不用人工了?|menu|bot)$/i.test(text.trim())) {
    return {
      ...silence({ ...scene.talk, human: undefined }, scene.language),
      tasks: [{ do: 'backToBot', number: human.number }],
    }
  }
  return { ...silence(scene.talk, scene.language), tasks: [{ do: 'passOn', number: human.number, text }] }
}

/** Words a place is said with. */
const placeWords =
  /家|厨房|廚房|客厅|客廳|卧室|臥室|阳台|陽台|厕|廁|卫生间|浴室|kitchen|home|bedroom|balcony|[栋棟幢座楼樓层層室号號门門口厅廳库庫梯园園场場路边邊旁]|floor|block|tower|lobby|garage|gate|flat|room/i

const stillMs = 30 * 60_000
const newMatter: readonly Intent[] = ['repair.create', 'complaint.create', 'handoff.human', 'menu', 'cancel']

/**
 * What is said in the half hour after an emergency is about it: where, a number, "快点", unless it is plainly
 * something else.
 */
function placeOfEmergency(scene: Scene, text: string, meaning: Meaning): Turn | undefined {
  const waiting = scene.talk.emergency
  if (waiting === undefined || scene.now.getTime() - Date.parse(waiting.at) > stillMs) return undefined
  const { room, phone } = meaning.slots
  const place = waiting.asksPlace && (room !== undefined || placeWords.test(text))
  const plainlyOther =
    newMatter.includes(meaning.intent) && meaning.confidence >= 0.5 && !isBare(text, meaning)
  const more = scene.talk.now === undefined && !plainlyOther && (isBare(text, meaning) || hurries.test(text))
  if (!place && !more) return undefined
  const talk = { ...scene.talk, emergency: { ...waiting, asksPlace: waiting.asksPlace && !place } }
  const said = room === undefined ? null : { building: room.building, unit: room.unit, room: room.room }
  return {
    ...silence(talk, scene.language),
    tasks: [
      {
        do: 'emergencyPlace',
        number: waiting.number,
        text,
        room: said,
        ...(phone === undefined ? {} : { phone: phone.value }),
      },
    ],
  }
}

const hurries = /^(快|赶紧|赶快|趕緊|趕快|马上|馬上|越来越|越流越|还在|還在|hurry|quick|please come|still)/i

/** Nothing but a flat, a number or a name for it. */
function isBare(text: string, { slots }: Meaning): boolean {
  const said = [slots.room?.raw, slots.phone?.raw].reduce<string>(
    (left, raw) => (raw === undefined ? left : left.replace(raw, '')),
    text,
  )
  const rest = said.replace(/电话|電話|手机|手機|我是|我家|我住|地址|房号|[\s,，。.!！:：、()（）-]/g, '')
  return (slots.room !== undefined || slots.phone !== undefined) && [...rest].length <= 2
}

const justNowMs = 5 * 60_000

/** "一大一小，两个人", a number, a flat: said right after something was filed, it belongs to that. */
function addition(scene: Scene, text: string, meaning: Meaning): Turn | undefined {
  const { last, now } = scene.talk
  if (last === undefined || now !== undefined) return undefined
  if (scene.now.getTime() - Date.parse(last.at) > justNowMs) return undefined
  const isPlain = /^(JY|BY|HD|ZX)-/.test(last.number)
  const fragment =
    isPlain &&
    [...text.trim()].length <= 12 &&
    meaning.polarity === undefined &&
    fragments.includes(meaning.intent)
  if (!isBare(text, meaning) && !fragment) return undefined
  return { ...silence(scene.talk, scene.language), tasks: [{ do: 'note', number: last.number, text }] }
}

const fragments: readonly Intent[] = [
  'other',
  'smalltalk',
  'service.paid',
  'consult',
  'activity',
  'edit',
  'spam',
  'movein',
]
