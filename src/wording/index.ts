import type { Language } from '../domain/matter.ts'
import { en } from './en.ts'
import type { Wording } from './zhHans.ts'
import { zhHans } from './zhHans.ts'
import { zhHant } from './zhHant.ts'

const byLanguage: Readonly<Record<Language, Wording>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }

export function wordingIn(language: Language): Wording {
  return byLanguage[language]
}
export { staffWords } from './staff.ts'
export { momentWords, saidTimeWords, yuan } from './when.ts'
export type { Wording }
