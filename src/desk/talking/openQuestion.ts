/** Questions about a record that stand open (price, sign-off, rating, arrival): words answer them as well as a press. */
import type { Asked, Meaning } from '../../language/meaning.ts'
import type { Means } from '../act.ts'
import type { OpenButton } from '../store.ts'
import type { Scene } from './decide.ts'
import type { Turn } from './turn.ts'
import { silence } from './turn.ts'

const askedBy: Readonly<Record<string, Asked>> = {
  consent: 'consent',
  signoff: 'signoff',
  rating: 'rating',
  opinion: 'rating',
  arrived: 'arrived',
  vendor: 'signoff',
  rebook: 'time',
  binding: 'confirm',
}

/** How residents answer these questions in their own words; the no's are looked for first. */
const inWords: Readonly<Partial<Record<string, readonly (readonly [RegExp, Means])[]>>> = {
  arrived: [
    [/(没|沒|未|没有|沒有)(到|来|來|有|见|見)|没人来|沒人來|not (yet|here|come)/i, 'no'],
    [/^(已经|已經|刚刚?|剛剛?)?(到了|来了|來了|到啦|来啦|在修)|^(yes|he (is|has))/i, 'yes'],
  ],
  signoff: [
    [
      /还是|還是|仍然|又(漏|坏|壞|不)|没修好|沒修好|没好|沒好|不行|还在|還在|还有问题|still|not (fixed|working)/i,
      'no',
    ],
    [/^(都|已经|已經)?(修好了|好了|正常|可以用了|能用了|没问题|沒問題|ok\b|works|fixed)/i, 'yes'],
  ],
  vendor: [
    [/没|沒|还在|還在|not/i, 'no'],
    [/办好|辦好|好了|解决|解決|修好|done|yes/i, 'yes'],
  ],
  opinion: [
    [/不满|不滿|不接受|不行|敷衍|没解决|沒解決|not (satisfied|happy|good)|no\b/i, 'u'],
    [/满意|滿意|可以|接受|好的|谢谢|謝謝|satisfied|fine|ok\b|yes/i, 's'],
  ],
  rating: [
    [/不满|不滿|很差|太差|糟|不好|bad|poor/i, 'u'],
    [/^(一般|还行|還行|还可以|還可以|凑合|湊合|基本)|so-so|okay/i, 'b'],
    [/挺好|很好|非常好|不错|不錯|满意|滿意|好评|好評|点赞|很棒|good|great|satisfied/i, 's'],
  ],
}

/** The newest open question of this chat. */
function newest(scene: Scene): readonly OpenButton[] {
  const last = scene.loaded.openButtons.at(-1)
  return last === undefined
    ? []
    : scene.loaded.openButtons.filter((button) => button.question === last.question)
}

const nameOf = (buttons: readonly OpenButton[]) => buttons[0]?.question.split(':')[0] ?? ''

export function questionAsked(scene: Scene): Asked | undefined {
  return askedBy[nameOf(newest(scene))]
}

/** Something was asked about a record after the house last answered here: it is what was shown last. */
export function isAskedSince(scene: Scene): boolean {
  const last = scene.loaded.openButtons.at(-1)
  return last !== undefined && questionAsked(scene) !== undefined && last.nonce !== scene.talk.seen
}

/**
 * The answer to the open question. In the middle of a report only what was asked since then, or the exact
 * words of a button, is taken from the report.
 */
export function answerTo(scene: Scene, text: string, meaning: Meaning): Turn | undefined {
  const buttons = newest(scene)
  const asked = questionAsked(scene)
  if (asked === undefined) return undefined
  const since = isAskedSince(scene)
  const free = scene.talk.now === undefined || since
  const button =
    byLabel(buttons, text) ??
    (free
      ? (byNumber(scene, buttons, text, since) ??
        byWords(buttons, text) ??
        byMeaning(buttons, asked, meaning))
      : undefined)
  if (button !== undefined) {
    return {
      ...silence(scene.talk, scene.language),
      tasks: [{ do: 'act', act: button.act, nonce: button.nonce, question: button.question }],
    }
  }
  const rebook = buttons.find((each) => each.act.do === 'repair' && each.act.event === 'rebook')
  if (free && rebook?.act.do === 'repair' && meaning.slots.time !== undefined) {
    return {
      ...silence(scene.talk, scene.language),
      tasks: [{ do: 'act', act: { ...rebook.act, when: text } }],
    }
  }
  return undefined
}

/** Channels without buttons show numbers. */
function byNumber(
  scene: Scene,
  buttons: readonly OpenButton[],
  text: string,
  since: boolean,
): OpenButton | undefined {
  const digits = /^\s*([1-9])\s*[.、。)]?\s*$/.exec(text.normalize('NFKC'))
  if (digits === null || (!since && (scene.talk.menu?.length ?? 0) > 0)) return undefined
  return buttons[Number(digits[1]) - 1]
}

/** "不同意，太贵了": the button's words, with or without a reason behind them. */
function byLabel(buttons: readonly OpenButton[], text: string): OpenButton | undefined {
  const said = text.trim()
  return buttons.find(
    ({ label }) =>
      said === label || (said.startsWith(label) && /^[，,。.！!；;、\s]/.test(said.slice(label.length))),
  )
}

const means = (button: OpenButton): Means | undefined =>
  'means' in button.act ? button.act.means : undefined

function byWords(buttons: readonly OpenButton[], text: string): OpenButton | undefined {
  const said = inWords[nameOf(buttons)]?.find(([form]) => form.test(text.trim()))?.[1]
  return said === undefined ? undefined : buttons.find((button) => means(button) === said)
}

function byMeaning(buttons: readonly OpenButton[], asked: Asked, meaning: Meaning): OpenButton | undefined {
  const said: Means | undefined = asked === 'rating' ? meaning.slots.rating : meaning.polarity
  return said === undefined ? undefined : buttons.find((button) => means(button) === said)
}
