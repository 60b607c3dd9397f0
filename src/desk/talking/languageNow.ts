/** Which language the reply is in: it follows the resident, but a number, a name or a menu word says nothing. */
import type { Language } from '../../domain/matter.ts'

/** Forms that no traditional text has. */
const simplifiedOnly = /[们这说时来对没电灯楼门话进还个问题报维马欢请师费间阳听让给关热气烟坏]/

export function languageNow(
  current: Language,
  guessed: Language,
  text: string,
  isMenuWord: boolean,
): Language {
  if (isMenuWord || guessed === current) return current
  const han = text.match(/[\u3400-\u9fff]/g)?.length ?? 0
  const words = text.match(/\b[A-Za-z]{2,}\b/g)?.length ?? 0
  switch (guessed) {
    case 'en':
      return han === 0 && words >= 2 ? 'en' : current
    case 'zh-Hant':
      return 'zh-Hant'
    case 'zh-Hans':
      if (current === 'zh-Hant') return simplifiedOnly.test(text) ? 'zh-Hans' : current
      return han >= 3 ? 'zh-Hans' : current
  }
}
