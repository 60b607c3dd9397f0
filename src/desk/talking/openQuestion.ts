/** Questions about a record that stand open (price, sign-off, rating, arrival): words answer them as well as a press. */
import type { Asked, Meaning } from '../../language/meaning.ts'
import type { OpenButton } from '../store.ts'
import type { Scene } from './decide.ts'
import type { Turn } from './turn.ts'
import { silence } from './turn.ts'

const askedBy: Readonly<Record<string, Asked>> = {
  consent: 'consent',
  signoff: 'signoff',
  rating: 'rating',
  arrived: 'arrived',
  rebook: 'time',
  binding: 'confirm',
}

/** The newest open question of this chat. */
function newest(scene: Scene): readonly OpenButton[] {
  const last = scene.loaded.openButtons.at(-1)
  return last === undefined
    ? []
    : scene.loaded.openButtons.filter((button) => button.question === last.question)
}

export function questionAsked(scene: Scene): Asked | undefined {
  return askedBy[newest(scene)[0]?.question.split(':')[0] ?? '']
}

export function answerTo(scene: Scene, text: string, meaning: Meaning): Turn | undefined {
  const buttons = newest(scene)
  const asked = questionAsked(scene)
  if (asked === undefined || buttons.length === 0) return undefined
  const button =
    byNumber(scene, buttons, text) ?? byLabel(buttons, text) ?? byMeaning(buttons, asked, meaning)
  if (button !== undefined) {
    return {
      ...silence(scene.talk, scene.language),
      tasks: [{ do: 'act', act: button.act, nonce: button.nonce, question: button.question }],
    }
  }
  const rebook = buttons.find((each) => each.act.do === 'repair' && each.act.event === 'rebook')
  if (rebook?.act.do === 'repair' && meaning.slots.time?.role === 'visit') {
    return {
      ...silence(scene.talk, scene.language),
      tasks: [{ do: 'act', act: { ...rebook.act, when: text } }],
    }
  }
  return undefined
}

/** Channels without buttons show numbers; a menu of the conversation itself goes first. */
function byNumber(scene: Scene, buttons: readonly OpenButton[], text: string): OpenButton | undefined {
  const digits = /^\s*([1-9])\s*[.、。)]?\s*$/.exec(text.normalize('NFKC'))
  return digits === null || (scene.talk.menu?.length ?? 0) > 0 ? undefined : buttons[Number(digits[1]) - 1]
}

function byLabel(buttons: readonly OpenButton[], text: string): OpenButton | undefined {
  return buttons.find((button) => button.label === text.trim())
}

function byMeaning(buttons: readonly OpenButton[], asked: Asked, meaning: Meaning): OpenButton | undefined {
  const means = (button: OpenButton) => ('means' in button.act ? button.act.means : undefined)
  if (asked === 'rating')
    return meaning.slots.rating === undefined
      ? undefined
      : buttons.find((button) => means(button) === meaning.slots.rating)
  return meaning.polarity === undefined
    ? undefined
    : buttons.find((button) => means(button) === meaning.polarity)
}
