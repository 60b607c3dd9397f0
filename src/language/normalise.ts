import { Converter } from 'opencc-js/t2cn'

/** A reading of a message, and where each of its characters stood in the original. */
export interface Reading {
  readonly original: string
  readonly text: string
  /** Index in `original` of the character at `text[i]`; one longer than `text`. */
  readonly origin: readonly number[]
}

type MakeConverter = (of: { readonly from: 'hk'; readonly to: 'cn' }) => (text: string) => string
// its own types do not resolve under `nodenext`
const toSimplified = (Converter as MakeConverter)({ from: 'hk', to: 'cn' })

/** Longer messages are read at both ends only: everything that matters is said there. */
const longest = 6000

/** Same length on both sides, so that no index moves. */
const folded: readonly (readonly [RegExp, string])[] = [
  // 粤语
  [/唔(?!该)/g, '不'],
  [/冇/g, '没'],
  [/嘅/g, '的'],
  [/咗/g, '了'],
  [/喺/g, '在'],
  [/嚟/g, '来'],
  [/睇/g, '看'],
  [/[俾畀]/g, '给'],
  [/佢/g, '他'],
  [/哋/g, '们'],
  [/嗰/g, '那'],
  [/啲/g, '些'],
  [/嘢/g, '物'],
  [/攞/g, '拿'],
  [/听日|聼日/g, '明天'],
  [/[寻琴噚]日/g, '昨天'],
  [/今日/g, '今天'],
  [/后日/g, '后天'],
  [/听晚/g, '明晚'],
  [/[寻琴噚]晚/g, '昨晚'],
  [/听朝/g, '明早'],
  [/今朝/g, '今早'],
  [/[而依宜]家/g, '现在'],
  [/点解/g, '为何'],
  [/几时/g, '何时'],
  [/边度/g, '哪里'],
  [/边个/g, '哪个'],
  [/点样/g, '怎样'],
  [/水喉/g, '水管'],
  [/冷气/g, '空调'],
  [/雪柜/g, '冰箱'],
  [/物管/g, '物业'],
  // 错别字
  [/单[园圆员]/g, '单元'],
  [/([今明后]天)?下[五舞](?=[一二两三四五六1-6])/g, '$1下午'],
  [/(?<=\d)[懂冻洞](?=\d)/g, '栋'],
  [/上[五舞](?![\d一二三])/g, '上午'],
  [/没[措]/g, '没错'],
  [/厕[锁]/g, '厕所'],
  [/路[登]/g, '路灯'],
  [/不[量](?=[,，了的。 ]|$)/g, '不亮'],
  [/搬[初处](?=手续|去|小区|$)/g, '搬出'],
  [/匿[明铭]/g, '匿名'],
  [/投[素]/g, '投诉'],
  [/马[捅筒桐]/g, '马桶'],
  [/电[剃替踢体]/g, '电梯'],
  [/水[笼拢]头/g, '水龙头'],
  [/漏税|漏氺|漏谁/g, '漏水'],
  [/跳[匝扎砸]/g, '跳闸'],
  [/投[拆素述]|头诉/g, '投诉'],
  [/报[休俢]|抱修/g, '报修'],
  [/物[页叶夜]/g, '物业'],
  [/装[休俢]/g, '装修'],
  [/下水到/g, '下水道'],
  [/空凋/g, '空调'],
  [/堵赛/g, '堵塞'],
  [/缴废|交废/g, '缴费'],
  [/帐单/g, '账单'],
  [/网[洛路]/g, '网络'],
  [/卫生见/g, '卫生间'],
  [/着伙/g, '着火'],
  [/煤汽/g, '煤气'],
  [/天燃气/g, '天然气'],
  [/插作|叉座|插坐/g, '插座'],
  [/维休|唯修/g, '维修'],
  [/师付|师父/g, '师傅'],
  [/嘈音|燥音|躁音/g, '噪音'],
  [/渗谁/g, '渗水'],
]

const dropped = /[\p{Cf}\p{Cc}\p{Mn}]/u
const dashes = /[‐‑‒–—―−﹣－～〜~]/

/** One reading for all later steps: half width, lower case, simplified, common slips and dialect folded. */
export function normalise(original: string): Reading {
  const parts: string[] = []
  const origin: number[] = []
  const put = (text: string, at: number): void => {
    parts.push(text)
    for (let i = 0; i < text.length; i++) origin.push(at)
  }
  const cut = original.length > longest
  for (let at = 0; at < original.length;) {
    if (cut && at === longest - 1000) at = original.length - 1000
    const code = original.charCodeAt(at)
    if (code >= 0x20 && code < 0x7f) {
      const char = original[at] ?? ''
      put(char === '~' ? '-' : char.toLowerCase(), at)
      at += 1
      continue
    }
    const char = String.fromCodePoint(original.codePointAt(at) ?? 32)
    if (char === '\n' || char === '\t' || char === '\r' || char === '\u3000') put(' ', at)
    else if (dashes.test(char)) put('-', at)
    else if (code >= 0x4e00 && code <= 0x9fff) put(char, at)
    else if (!dropped.test(char)) put(char.normalize('NFKC').toLowerCase(), at)
    at += char.length
  }
  origin.push(original.length)
  return { original, text: fold(simplified(parts.join(''))), origin }
}

function simplified(text: string): string {
  const whole = toSimplified(text)
  if (whole.length === text.length) return whole
  return Array.from(text, (char) => {
    const one = toSimplified(char)
    return one.length === char.length ? one : char
  }).join('')
}

function fold(text: string): string {
  let read = text
  for (const [slip, meant] of folded) if (slip.test(read)) read = read.replace(slip, (m) => fit(meant, m))
  return read
}

/** A replacement never changes the length, whatever the table says. */
function fit(meant: string, found: string): string {
  return meant.length === found.length ? meant : found
}

/** The words of the original behind `text.slice(from, to)`. */
export function rawOf(reading: Reading, from: number, to: number): string {
  const start = reading.origin[from] ?? 0
  const end = to >= reading.origin.length ? reading.original.length : (reading.origin[to] ?? start)
  return reading.original.slice(start, end).trim()
}
