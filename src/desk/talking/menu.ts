import type { Language } from '../../domain/matter.ts'
import { localDate } from '../../domain/time/zone.ts'
import { wordingIn } from '../../wording/index.ts'
import type { Scene } from './decide.ts'
import type { Reply, Turn } from './turn.ts'

/** Greeting once a day with the service's name, and the few things one can choose. */
export function menuReply(scene: Scene, lead?: string): Turn {
  const w = wordingIn(scene.language)
  const today = localDate(scene.now, scene.book.calendar.zone)
  const greeted = scene.talk.greeted === today
  const text = lead ?? (greeted ? w.menu : `${w.greeting(scene.book.name)}\n${w.menu}`)
  return {
    talk: { ...scene.talk, greeted: today, misses: 0 },
    language: scene.language,
    replies: [{ text, choices: menuChoices(scene) }],
    tasks: [],
  }
}

export function menuChoices(scene: Scene): Reply['choices'] {
  const w = wordingIn(scene.language)
  const unbound = scene.loaded.identity.person === null
  return [w.menuRepair, w.menuStatus, w.menuHuman, ...(unbound ? [w.menuBind] : [])].map((label) => ({
    label,
    say: label,
  }))
}

const switches: readonly (readonly [RegExp, Language])[] = [
  [/^(english|in english|英文|英语|英語|说英语|講英文)[.!]?$/i, 'en'],
  [/^(繁體|繁体|繁體中文|繁体中文|說繁體)$/, 'zh-Hant'],
  [/^(简体|簡體|中文|简体中文|chinese)$/i, 'zh-Hans'],
]

/** "English please": the language is chosen and not guessed any more. */
export function inOtherWords(scene: Scene, text: string): Turn | undefined {
  const found = switches.find(([form]) => form.test(text.trim()))
  if (found === undefined) return undefined
  const language = found[1]
  return {
    talk: { ...scene.talk, languageChosen: true },
    language,
    replies: [{ text: wordingIn(language).languageSet }],
    tasks: [],
  }
}
