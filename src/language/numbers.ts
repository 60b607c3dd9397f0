import type { Reading } from './normalise.ts'

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  幺: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const englishNumbers = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** `五零一` → 501, `二十一` → 21, `一千二百零三` → 1203, `廿五` → 25; null when it is no number. */
export function readNumeral(numeral: string): string | null {
  const spelled = numeral.replaceAll('廿', '二十').replaceAll('卅', '三十')
  if (spelled === '') return null
  if (!/[十百千]/.test(spelled)) {
    const read = Array.from(spelled, (char) => digits[char])
    return read.includes(undefined) ? null : read.join('')
  }
  let sum = 0
  let pending: number | null = null
  for (const char of spelled) {
    const digit = digits[char]
    const scale = scales[char]
    if (digit !== undefined) pending = digit
    else if (scale !== undefined) {
      sum += (pending ?? 1) * scale
      pending = null
    } else return null
  }
  return String(sum + (pending ?? 0))
}

const numeralRun = /[零〇一幺二两三四五六七八九十百千廿卅]+/g
const englishClock =
  /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s*(?:o'?\s?clock|am\b|pm\b|thirty\b|to (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|in the (?:morning|afternoon|evening)|$))|\b(?<=(?:at|to|past|after|before|by|from|between|and|around) )(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/g

/** The same text with every spoken number in digits, for rooms, phones and times only. */
export function withDigits(reading: Reading): Reading {
  const { text } = reading
  const parts: string[] = []
  const origin: number[] = []
  const put = (piece: string, from: number): void => {
    parts.push(piece)
    for (let i = 0; i < piece.length; i++) origin.push(reading.origin[from] ?? 0)
  }
  const copy = (from: number, to: number): void => {
    for (let i = from; i < to; i++) put(text[i] ?? '', i)
  }
  let done = 0
  for (const run of numeralRuns(text)) {
    copy(done, run.from)
    let from = run.from
    for (const piece of run.pieces) {
      put(piece, from)
      from = Math.min(run.to - 1, from + 1)
    }
    done = run.to
  }
  copy(done, text.length)
  origin.push(reading.original.length)
  return { original: reading.original, text: parts.join(''), origin }
}

interface Run {
  readonly from: number
  readonly to: number
  readonly pieces: readonly string[]
}

function numeralRuns(text: string): Run[] {
  const runs: Run[] = []
  for (const match of text.matchAll(numeralRun)) {
    const from = match.index
    const to = from + match[0].length
    const pieces = spoken(match[0], text.slice(Math.max(0, from - 2), from), text.slice(to, to + 2))
    if (pieces !== null) runs.push({ from, to, pieces })
  }
  if (/[a-z]/.test(text)) {
    for (const match of text.matchAll(englishClock)) {
      const word = match[1] ?? match[2]
      if (word === undefined) continue
      const value = englishNumbers.indexOf(word) + 1
      runs.push({ from: match.index, to: match.index + word.length, pieces: [String(value)] })
    }
    runs.sort((a, b) => a.from - b.from)
  }
  return runs
}

/** What a run of numerals says, given what stands before and after it; null leaves it as words. */
function spoken(run: string, before: string, after: string): readonly string[] | null {
  // 3一2一501: the voice keyboard's dash
  if (run === '一' && /\d$/.test(before) && /^\d/.test(after)) return ['-']
  if (run === '一' && after.startsWith('点') && /[有快早晚慢大小多少好差这那了近远便]$/.test(before))
    return null
  if (run === '一' && /^点[儿也都不没小意水问点脾]/.test(after)) return null
  if (run === '十一' && !/[月第]$/.test(before) && /^(?:假|长|期|后|之|以|过|回|国)/.test(after)) return null
  if (/(?:周|星期|礼拜)$/.test(before) && run.length > 1) {
    const day = readNumeral(run.slice(0, 1))
    const rest = spoken(run.slice(1), '', after)
    return day === null || rest === null ? null : [`${day} `, ...rest]
  }
  // 三四点, 十一二点: a span
  const span = /^(.*?)([一二两三四五六七八九])([一二三四五六七八九])$/.exec(run)
  if (span !== null && after.startsWith('点') && (span[1] === '' || span[1] === '十')) {
    const first = readNumeral(`${span[1] ?? ''}${span[2] ?? ''}`)
    const second = readNumeral(`${span[1] ?? ''}${span[3] ?? ''}`)
    if (first !== null && second !== null && Number(second) === Number(first) + 1)
      return [`${first}-${second}`]
  }
  const value = readNumeral(run)
  return value === null ? null : [value]
}
