/** Photos and what cannot be read: kept with the matter at hand, and the conversation goes on. */
import type { PhotoMessage } from '../../domain/message.ts'
import { understand } from '../../language/index.ts'
import { beginTalk, turnTalk } from '../../machines/turn.ts'
import type { TalkEvent } from '../../machines/matter.ts'
import { wordingIn } from '../../wording/index.ts'
import { spoken } from './askNext.ts'
import type { Scene } from './decide.ts'
import { knownOf, saidOf } from './moveTalk.ts'
import { emergencyTurn } from './emergencies.ts'
import type { Turn } from './turn.ts'
import { silence } from './turn.ts'

/** How long after filing a photo still belongs to the order. */
const belongsMs = 2 * 3_600_000

export function photosTurn(scene: Scene, message: PhotoMessage): Turn {
  const { talk, language, now, book } = scene
  const w = wordingIn(language)
  const refs = message.photos.map((photo) => photo.ref)
  const caption = message.text.trim()
  const meaning = understand(caption, { now, zone: book.calendar.zone, open: talk.now !== undefined })
  const kept = { do: 'photos', refs } as const
  if (message.chatKind === 'group') {
    if (meaning.intent === 'emergency' && meaning.confidence >= 0.5)
      return emergencyTurn(scene, caption, meaning, true)
    return message.addressed
      ? { ...silence(talk, language), replies: [{ text: w.goPrivate }] }
      : silence(talk, language)
  }
  if (meaning.intent === 'emergency' && meaning.confidence >= 0.5) {
    const turn = emergencyTurn(scene, caption, meaning, false)
    return { ...turn, tasks: [...turn.tasks, kept] }
  }
  if (talk.human !== undefined) {
    const text = caption === '' ? `（照片${refs.length}张）` : `${caption}（照片${refs.length}张）`
    return {
      ...silence(talk, language),
      tasks: [
        { ...kept, number: talk.human.number },
        { do: 'passOn', number: talk.human.number, text },
      ],
    }
  }
  // The parts of an album come one by one; the first is answered for all.
  const again = message.album !== undefined && message.album === talk.album
  const recent = talk.last !== undefined && now.getTime() - Date.parse(talk.last.at) < belongsMs
  if (talk.now === undefined && recent && talk.last !== undefined) {
    const { number } = talk.last
    const notes = caption === '' ? [] : [{ do: 'note', number, text: caption } as const]
    return {
      talk: { ...talk, album: message.album },
      language,
      replies: again || caption !== '' ? [] : [{ text: w.noted(number) }],
      tasks: [{ ...kept, number }, ...notes],
    }
  }
  const before = talk.now ?? beginTalk(knownOf(scene))
  const event: TalkEvent = {
    type: 'PHOTOS',
    count: refs.length,
    said: caption === '' ? undefined : saidOf(scene, caption, meaning),
  }
  const turned = turnTalk(before, event)
  const { replies } = spoken(turned.effects, book, language, now)
  const first = replies[0]
  const thanks = w.photoThanks(refs.length)
  return {
    talk: { ...talk, now: turned.kept, album: message.album, touched: now.toISOString(), misses: 0 },
    language,
    replies: again
      ? []
      : first === undefined
        ? [{ text: thanks }]
        : [{ ...first, text: `${thanks}${first.text}` }, ...replies.slice(1)],
    tasks: [kept],
  }
}

/** A voice message or a file is kept as part of the description; nobody is asked to type it again. */
export function voiceTurn(scene: Scene, what: string): Turn {
  const { talk, language, book, now } = scene
  const w = wordingIn(language)
  const words = what === 'voice' ? '（语音，请同事收听）' : what === 'sticker' ? '' : '（附件，请同事查看）'
  if (words === '') return silence(talk, language)
  if (talk.human !== undefined)
    return { ...silence(talk, language), tasks: [{ do: 'passOn', number: talk.human.number, text: words }] }
  if (talk.now === undefined) {
    return {
      ...silence(talk, language),
      tasks: [{ do: 'handoff', text: words, silent: false, tone: 'plain', category: null }],
    }
  }
  const context = { ...talk.now.context, words: [...talk.now.context.words, words] }
  const turned = turnTalk({ ...talk.now, context }, { type: 'RESUME' })
  const { replies } = spoken(turned.effects, book, language, now)
  return {
    talk: { ...talk, now: turned.kept },
    language,
    replies: [{ text: w.otherKept }, ...replies],
    tasks: [],
  }
}
