/** What the bot is waiting to hear, as the slot an answer is filed under. */
import type { Loaded } from '../../desk/store.ts'
import { nextQuestion } from '../../machines/draft.ts'

const questions: Readonly<Record<string, string>> = {
  consent: 'confirm',
  signoff: 'confirm',
  arrived: 'confirm',
  binding: 'confirm',
  rating: 'rating',
  rebook: 'time',
}

export function askedNow(loaded: Loaded): string | undefined {
  const { talk } = loaded.conversation
  if (talk.human !== undefined) return undefined
  if (talk.now !== undefined) {
    if (talk.now.state === 'confirming') return 'confirm'
    const slot = nextQuestion(talk.now.context)
    return slot === undefined || slot === 'which' ? 'other' : slot
  }
  if (talk.emergency?.asksPlace === true || talk.binding === true) return 'room'
  return questions[loaded.openButtons.at(-1)?.question.split(':')[0] ?? '']
}

/** By slot; a public place is the room of the fault; anything else is answered with `other`. */
export function answerTo(slot: string, onAsk: Readonly<Record<string, string>>): string | undefined {
  const own = onAsk[slot] ?? (slot === 'place' ? onAsk['room'] : undefined)
  return own ?? onAsk['other']
}
