/** One-time binding codes: kept as hashes, spent once, the same answer to a wrong one whatever is wrong. */
import { createHash } from 'node:crypto'
import { roomLabel } from '../../domain/place.ts'
import type { Language } from '../../domain/matter.ts'
import { words } from '../repairs/tellResident.ts'
import type { IdentityRow, Telling, Work } from '../store.ts'

/** Crockford's alphabet: no I, L, O, U; people may write dashes and small letters. */
const codeForm = /^[0-9A-HJKMNP-TV-Z]{8}$/
const lockAfter = 5
const lockMs = 15 * 60_000

export function asCode(text: string): string | undefined {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  // "elevator" is a word: a code has a digit, or is written in capitals throughout.
  const looksLikeCode = /\d/.test(text) || !/[a-z]/.test(text)
  return looksLikeCode && codeForm.test(code) && /[A-Z]/.test(code) ? code : undefined
}

/** Eight characters a person can read out: always a letter and a digit among them. */
export function newCode(random: () => number): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  for (;;) {
    const code = Array.from({ length: 8 }, () => alphabet[Math.floor(random() * 32)]).join('')
    if (/\d/.test(code) && /[A-Z]/.test(code)) return code
  }
}

export function hashCode(code: string): string {
  return createHash('sha256').update(`guanjia binding code ${code}`).digest('hex')
}

export async function redeemCode(
  work: Work,
  identity: IdentityRow,
  code: string,
  language: Language,
): Promise<readonly Telling[]> {
  const w = words(work, language)
  if (identity.lockedUntil !== null && identity.lockedUntil > work.now) return [{ text: w.locked }]
  const found = await work.findCode(hashCode(code))
  if (found === undefined || !(await work.spendCode(found.id, identity.id))) {
    await work.wrongCode(identity.id, (wrong) =>
      wrong % lockAfter === 0 ? new Date(work.now.getTime() + lockMs) : null,
    )
    return [{ text: w.bindNotYet }]
  }
  await work.bindIdentity(identity.id, {
    personId: found.personId ?? undefined,
    staffId: found.staffId ?? undefined,
    estateId: found.estateId,
  })
  if (found.staffId !== null) {
    const person = await work.staffById(found.staffId)
    return [{ text: w.boundStaff(person?.name ?? '') }]
  }
  const rooms = found.personId === null ? [] : await work.roomsOf(found.personId)
  // Those who already live there hear of every new binding.
  for (const room of rooms) {
    for (const conversationId of await work.ownersOf(room.id)) {
      if (conversationId === identity.conversationId) continue
      const theirs = words(work, await work.languageOf(conversationId))
      await work.tell(conversationId, { text: theirs.bindNewMember(roomLabel(room)) }, { kind: 'notice' })
    }
  }
  return [{ text: w.bound(rooms.map(roomLabel).join('、')) }]
}
