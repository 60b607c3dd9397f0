/** Who may reach a record by its number, and the words when a step cannot be done. */
import type { Refusal, Who } from '../../domain/lifecycle.ts'
import type { Language } from '../../domain/matter.ts'
import type { Actor } from '../../domain/staff.ts'
import { roleNames } from '../../domain/staff.ts'
import { staffWords } from '../../wording/index.ts'
import { words } from '../repairs/tellResident.ts'
import type { Telling, Work } from '../store.ts'

export interface Here {
  readonly actor: Actor
  readonly conversationId: number
  /** A group sees no unit, phone or words of a resident. */
  readonly isPrivate: boolean
  readonly language: Language
}

/** Residents reach only what is their own. */
export function mayReach(
  { actor, conversationId }: Here,
  record: { readonly conversationId: number | null; readonly personId: number | null },
): boolean {
  return (
    actor.kind !== 'resident' ||
    record.conversationId === conversationId ||
    (actor.id !== null && record.personId === actor.id)
  )
}

/** Somebody else's number is answered like one that does not exist. */
export function notThere(work: Work, number: string, { actor, language }: Here): Telling {
  return {
    text: actor.kind === 'staff' ? staffWords.notFound(number) : words(work, language).notFound(number),
  }
}

export function refusedStep(
  work: Work,
  { number, status }: { readonly number: string; readonly status: string },
  refused: Refusal,
  { actor, language }: Here,
): Telling {
  if (actor.kind !== 'staff') {
    const w = words(work, language)
    return { text: w.notNow(number, w.stateName(status)) }
  }
  const notNow = staffWords.notNow(number, words(work, 'zh-Hans').stateName(status))
  switch (refused.because) {
    case 'not_now':
      return { text: notNow }
    case 'not_you':
      return { text: staffWords.notYou([...new Set(refused.who)].map(nameOf).join('、')) }
    case 'missing':
      return { text: staffWords.missing[refused.guard] ?? notNow }
  }
}

function nameOf(who: Who): string {
  return who === 'resident' ? '住户' : who === 'house' ? '系统' : roleNames[who]
}
