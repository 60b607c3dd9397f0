import type { Language } from '../domain/matter.ts'
import type { Reading } from './normalise.ts'

/** Written only in traditional text or in written Cantonese. */
const cantonese = /[唔冇嘅咗喺嚟睇俾畀佢哋嗰啲嘢攞咁喎㗎乜咩啱]/
/** Simplified forms that no traditional text has. */
const simplifiedOnly = /[们这说时来对没电灯楼门话进还会个问题报维马欢请师费间阳听让给关热气烟]/

/** The language to answer in. A mix answers in Chinese when any Chinese carries the matter. */
export function languageOf(reading: Reading): Language {
  const { original, text } = reading
  const han = original.match(/[\u3400-\u9fff]/g)?.length ?? 0
  const words = original.match(/[A-Za-z]{2,}/g)?.length ?? 0
  if (han === 0) return words > 0 && /[a-z]{2,}/i.test(original) ? 'en' : 'zh-Hans'
  if (words >= 6 && han <= words / 2) return 'en'
  if (simplifiedOnly.test(original)) return 'zh-Hans'
  let changed = cantonese.test(original)
  for (let i = 0; i < text.length && !changed; i++) {
    const before = original[reading.origin[i] ?? 0]
    const after = text[i]
    if (before !== after && before !== undefined && before >= '\u4e00' && before <= '\u9fff') {
      changed = !/[帐捅筒拆汽]/.test(before)
    }
  }
  return changed ? 'zh-Hant' : 'zh-Hans'
}
