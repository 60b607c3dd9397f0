import type { Language } from '../../domain/matter.ts'
import type { Actor } from '../../domain/staff.ts'
import { words } from '../repairs/tellResident.ts'
import type { Work } from '../store.ts'
import { hashCode, newCode } from './redeemCode.ts'

/** Read out or typed over at once, so it lives briefly. */
const codeMs = 10 * 60_000

/** "绑定码": somebody bound gets a one-time code of their own, to be the same person on another channel. */
export async function anotherChannel(work: Work, actor: Actor, language: Language): Promise<string> {
  const w = words(work, language)
  if (actor.kind === 'house' || actor.id === null) return w.bindHow
  const code = newCode(work.random)
  const to = actor.kind === 'staff' ? { staffId: actor.id } : { personId: actor.id }
  await work.issueCode(to, hashCode(code), new Date(work.now.getTime() + codeMs))
  return w.ownCode(code)
}
