/** What an actor does after looking at a chat. */
import type { Bubble } from './platform.ts'
import type { Dice } from './dice.ts'

export type Saying =
  { readonly text: string } | { readonly press: string; readonly label: string } | { readonly photo: string }

/** A bubble this actor knows how to answer; undefined when it needs no answer after all. */
export interface Rule {
  readonly when: RegExp
  readonly answer: (seen: Bubble, number: string, dice: Dice) => Saying | undefined
}

export function press(seen: Bubble, label: string | RegExp): Saying | undefined {
  const choice = seen.choices.find((each) =>
    typeof label === 'string' ? each.label === label : label.test(each.label),
  )
  return choice === undefined ? undefined : { press: choice.nonce, label: choice.label }
}

export const say = (text: string): Saying => ({ text })

export function numberIn(text: string): string {
  return /\b(?:BX|QZ|ZX)-\d+/.exec(text)?.[0] ?? ''
}

/** The answer to the newest bubble that one of the rules knows. */
export function react(rules: readonly Rule[], unread: readonly Bubble[], dice: Dice): Saying | undefined {
  for (const seen of unread.toReversed()) {
    const rule = rules.find((each) => each.when.test(seen.text))
    const saying = rule?.answer(seen, numberIn(seen.text), dice)
    if (saying !== undefined) return saying
  }
  return undefined
}
