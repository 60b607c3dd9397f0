import { dateOf, dayMs, startOfDay, wallDate, weekdayOf, type Wall } from './clock.ts'
import { holidayNear } from './holidays.ts'

/** The smallest parts of a said time, before they are put together. */
export type TimeToken = { readonly from: number; readonly to: number } & (
  | {
      readonly kind: 'day'
      readonly day: Wall
      readonly until?: Wall
      /** Said as a plain weekday or day of the month: may roll on when already past. */
      readonly rolls?: 'week' | 'month' | 'year'
    }
  | { readonly kind: 'part'; readonly part: PartName; readonly low: number; readonly high: number }
  | {
      readonly kind: 'clock'
      readonly hour: number
      readonly minute: number
      /** Morning or afternoon is settled by the clock itself. */
      readonly fixed: boolean
      readonly more?: boolean
      /** 下班后 carries its own direction. */
      readonly open?: 'after' | 'before'
    }
  | { readonly kind: 'moment'; readonly wall: Wall; readonly open?: 'before' }
)
export type PartName = 'dawn' | 'early' | 'morning' | 'noon' | 'afternoon' | 'dusk' | 'evening' | 'midnight'

type Made = DistributiveOmit<TimeToken, 'from' | 'to'>
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

interface Rule {
  readonly pattern: RegExp
  readonly make: (match: RegExpMatchArray, now: Wall) => readonly Made[] | null
}

const part = (name: PartName, low: number, high: number): Made => ({ kind: 'part', part: name, low, high })
const early = part('early', 6, 10)
const dusk = part('dusk', 17, 20)
const evening = part('evening', 18, 23)
const midnight = part('midnight', 23, 26)

const partWords: readonly (readonly [string, Made])[] = [
  ['凌晨|半夜三更', part('dawn', 0, 6)],
  ['大清早|一大早|1大早|大早上|大早|清早|清晨|早晨|早上|早间|朝早|朝头早', early],
  ['上午|上昼|头午|am(?=都|有|在)', part('morning', 8, 12)],
  ['中午|晌午|正午|晏昼|午间|午休时间?', part('noon', 11, 14)],
  ['下午|午后|下昼|后晌|下半天', part('afternoon', 12, 18)],
  ['傍晚|黄昏', dusk],
  ['大半夜|半夜|深夜|午夜|夜半|后半夜', midnight],
  ['晚上|夜晚|夜里|夜间|晚间|夜头|晚黑|晚(?=\\d{1,2}点)', evening],
]
const englishParts: readonly (readonly [string, Made])[] = [
  ['morning', part('morning', 6, 12)],
  ['afternoon|arvo', part('afternoon', 12, 18)],
  ['evening', evening],
  ['night', evening],
  ['lunch ?time|midday', part('noon', 11, 14)],
]
const oneOf = (words: readonly (readonly [string, Made])[]): string => words.map(([word]) => word).join('|')
const whichPart = (words: readonly (readonly [string, Made])[], said: string): Made =>
  words.find(([word]) => new RegExp(`^(?:${word.replace(/\(\?=.*?\)/g, '')})$`).test(said))?.[1] ?? evening

const days = (offset: number, now: Wall): Made => ({ kind: 'day', day: startOfDay(now) + offset * dayMs })

const relativeDays: Readonly<Record<string, number>> = {
  大后天: 3,
  后天: 2,
  后晚: 2,
  明: 1,
  今: 0,
  当: 0,
  昨: -1,
  前天: -2,
  前晚: -2,
  大前天: -3,
}

const weekdayNames: Readonly<Record<string, number>> = {
  '1': 0, '2': 1, '3': 2, '4': 3, '5': 4, '6': 5, 日: 6, 天: 6,
  mon: 0, tue: 1, wed: 2, thu: 3, fri: 4, sat: 5, sun: 6,
} // prettier-ignore
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWord =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const weekWord = '(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|s|nesday|rsday|rs|urday|r)?'
const weekFull = '(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)'

/** Monday of the week `weeks` ahead. */
const monday = (weeks: number, now: Wall): Wall => startOfDay(now) + (weeks * 7 - weekdayOf(now)) * dayMs

function weeksAhead(prefix: string | undefined): number {
  if (prefix === undefined || prefix === '') return 0
  const word = prefix.replace(/个|一个/g, '')
  return { 下下: 2, 下: 1, 上: -1, 上上: -2 }[word] ?? 0
}

/** The date in this year, or the nearest one people would mean. */
function monthDay(month: number, day: number, now: Wall): Made | null {
  const { year } = dateOf(now)
  const wall = wallDate(year, month, day)
  return wall === null || month > 12 || month < 1 ? null : { kind: 'day', day: wall, rolls: 'year' }
}

function dayOfMonth(day: number, ahead: number, now: Wall, rolls: boolean): Made | null {
  const { year, month } = dateOf(now)
  const at = month + ahead
  const wall = wallDate(year + Math.floor((at - 1) / 12), ((at - 1 + 12) % 12) + 1, day)
  return wall === null ? null : { kind: 'day', day: wall, ...(rolls && { rolls: 'month' as const }) }
}

const one = (made: Made | null): readonly Made[] | null => (made === null ? null : [made])

function clock(hour: number, minute: number, half: 'am' | 'pm' | undefined, more = false): Made | null {
  if (hour > 24 || minute > 59) return null
  if (half === undefined)
    return { kind: 'clock', hour, minute, fixed: hour > 12 || hour === 0, ...(more && { more }) }
  return { kind: 'clock', hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute, fixed: true }
}

const ampm = (said: string | undefined): 'am' | 'pm' | undefined =>
  said === undefined ? undefined : said.startsWith('a') ? 'am' : 'pm'

function amount(said: string | undefined, half: string | undefined): number {
  const base =
    said === undefined || said === '半' || said === 'half an' ? 0.5 : /^an?$/.test(said) ? 1 : Number(said)
  return base + (half === undefined || half === '' ? 0 : 0.5)
}

const notADay =
  '(?!\\d|楼|电梯|门|线|院|房|铺|栋|机|单元|商铺|车|桩|柜|公告|通知|文件|业主|井|泵|闸|岗|口|座|厅|桌|位|[a-z])'
const am = '(a\\.?m\\.?|p\\.?m\\.?)(?![a-z])'

export const timeRules: readonly Rule[] = [
  {
    pattern: /(?<!\d)(20\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})[日号]?(?!\d)/g,
    make: (m) => {
      const wall = wallDate(Number(m[1]), Number(m[2]), Number(m[3]))
      return wall === null ? null : [{ kind: 'day', day: wall }]
    },
  },
  {
    pattern:
      /(?<!\d)(\d{1,2})月(?:份)?(\d{1,2})(?:[日号](?!楼|栋))?(?:-|到|至)(?:(\d{1,2})月)?(\d{1,2})[日号](?!楼)/g,
    make: (m, now) => {
      const first = monthDay(Number(m[1]), Number(m[2]), now)
      const last = monthDay(Number(m[3] ?? m[1]), Number(m[4]), now)
      return first?.kind === 'day' && last?.kind === 'day' ? [{ ...first, until: last.day }] : null
    },
  },
  {
    pattern: /(?<!\d)(\d{1,2})月(?:份)?(\d{1,2})(?!\d)(?:[日号](?!楼|栋))?/g,
    make: (m, now) => one(monthDay(Number(m[1]), Number(m[2]), now)),
  },
  {
    pattern: new RegExp(
      `(?<![\\d第])(下个?月|这个?月|本月|上个?月)?(\\d{1,2})(?:号|日)?(?:-|到|至)(\\d{1,2})[号日]${notADay}`,
      'g',
    ),
    make: (m, now) => {
      const ahead = m[1] === undefined ? 0 : m[1].startsWith('下') ? 1 : m[1].startsWith('上') ? -1 : 0
      const first = dayOfMonth(Number(m[2]), ahead, now, m[1] === undefined)
      const last = dayOfMonth(Number(m[3]), ahead, now, false)
      return first?.kind === 'day' && last?.kind === 'day' && last.day > first.day
        ? [{ ...first, until: last.day }]
        : null
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\d第.-])(下个?月|这个?月|本月|上个?月|下月)?的?(\\d{1,2})[号日]${notADay}`,
      'g',
    ),
    make: (m, now) => {
      const ahead = m[1] === undefined ? 0 : m[1].startsWith('下') ? 1 : m[1].startsWith('上') ? -1 : 0
      return one(dayOfMonth(Number(m[2]), ahead, now, m[1] === undefined))
    },
  },
  {
    pattern: /(?<![\d/.-])(1[0-2]|0?[1-9])[/](3[01]|[12]\d|0?[1-9])(?![\d/.a-z-]|\s?[号#栋])/g,
    make: (m, now) => one(monthDay(Number(m[1]), Number(m[2]), now)),
  },
  {
    pattern: /(?<![\d/.-])(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])(?=[早晚上下中]|号|日)[号日]?/g,
    make: (m, now) => one(monthDay(Number(m[1]), Number(m[2]), now)),
  },
  {
    pattern: /(下下?个?月|这个?月|本月)?(月?)(底|末|初|中旬?)(?<=月.{1,2})(?![下的]?(?:水|部|层|楼|费))/g,
    make: (m, now) => {
      const ahead = m[1]?.startsWith('下') === true ? 1 : 0
      const { year, month } = dateOf(now)
      const first = Date.UTC(year, month - 1 + ahead, 1)
      const last = Date.UTC(year, month + ahead, 0)
      if (m[3] === '底' || m[3] === '末') return [{ kind: 'day', day: last }]
      if (m[3] === '初')
        return [{ kind: 'day', day: ahead === 0 && first < now ? Date.UTC(year, month, 1) : first }]
      return [{ kind: 'day', day: first + 14 * dayMs }]
    },
  },
  {
    pattern: /今明(?:两|2)天/g,
    make: (_m, now) => [{ kind: 'day', day: startOfDay(now), until: startOfDay(now) + dayMs }],
  },
  {
    pattern: /明后(?:两|2)?天/g,
    make: (_m, now) => [{ kind: 'day', day: startOfDay(now) + dayMs, until: startOfDay(now) + 2 * dayMs }],
  },
  {
    pattern: /(大后天|大前天|后天|前天)/g,
    make: (m, now) => [days(relativeDays[m[1] ?? ''] ?? 0, now)],
  },
  {
    pattern: /([明今昨])([早晚夜])(?!点|些|餐|饭|会|班)(?:上|间|里|头|晨)?/g,
    make: (m, now) => [days(relativeDays[m[1] ?? ''] ?? 0, now), m[2] === '早' ? early : evening],
  },
  {
    pattern: /(?<!以)(前晚|后晚)(?:上)?(?!点)/g,
    make: (m, now) => [days(relativeDays[m[1] ?? ''] ?? 0, now), evening],
  },
  {
    pattern: /([明今昨])(?:天|日|儿个?)/g,
    make: (m, now) => [days(relativeDays[m[1] ?? ''] ?? 0, now)],
  },
  {
    pattern:
      /(?<!每|逢|[\d两几])(下下个?|下1?个?|上上个?|上1?个?|这1?个?|本|今)?(?:周|星期|礼拜|拜)6[、和/]?(?:周|星期|礼拜)?[日天]/g,
    make: (m, now) => {
      const start = monday(weeksAhead(m[1]?.replace('1', '')), now) + 5 * dayMs
      return [{ kind: 'day', day: start, until: start + dayMs }]
    },
  },
  {
    pattern:
      /(?<!每|逢|[\d两几])(下下个?|下1?个?|上上个?|上1?个?|这1?个?|本|今)?(?:周|星期|礼拜)([1-6日天])(?!期|数|次|个|天[天]|年)/g,
    make: (m, now) => {
      const prefix = m[1]?.replace('1', '')
      const day = monday(weeksAhead(prefix), now) + (weekdayNames[m[2] ?? ''] ?? 0) * dayMs
      return [{ kind: 'day', day, ...(prefix === undefined && { rolls: 'week' as const }) }]
    },
  },
  {
    pattern: /(?<!每个?|逢)(下下个?|下1?个?|上1?个?|这1?个?|本)?周末/g,
    make: (m, now) => {
      const start = monday(weeksAhead(m[1]?.replace('1', '')), now) + 5 * dayMs
      return [{ kind: 'day', day: start, until: start + dayMs }]
    },
  },
  {
    pattern: /(下下个?|下1?个?)(?:周|星期|礼拜)(?![1-6日天末])/g,
    make: (m, now) => {
      const start = monday(weeksAhead(m[1]?.replace('1', '')), now)
      return [{ kind: 'day', day: start, until: start + 6 * dayMs }]
    },
  },
  {
    pattern:
      /(?:过)?(\d{1,2}|两|几)\s?(天|日|周|个?星期|个?礼拜)(?:以后|之后|后)(?!来|才)|过(\d{1,2}|两)(天)(?!来)/g,
    make: (m, now) => {
      const n = Number((m[1] ?? m[3] ?? '').replace('两', '2'))
      return Number.isFinite(n) && n > 0
        ? [days(n * ((m[2] ?? m[4]) === '天' || m[2] === '日' ? 1 : 7), now)]
        : null
    },
  },
  {
    pattern: /(\d{1,2}|两)\s?(天|周|个?星期|个?礼拜)(?:以前|之前|前)/g,
    make: (m, now) => {
      const n = Number((m[1] ?? '').replace('两', '2'))
      return n > 2 || m[2] !== '天' || m[1] === '1' ? [days(-n * (m[2] === '天' ? 1 : 7), now)] : null
    },
  },
  {
    pattern:
      /(?:元旦|大年初1|春节|过年|清明节?|五1(?!路|广场)|5一|劳动节|国庆节?|十一(?=假|长|期|后|之|以|过|回)|圣诞节?|元宵节?|平安夜|双(?:12|十二)|冬至|端午节?|中秋节?|\bchristmas\b|\bnew year'?s?(?: day)?\b|\bnational day\b|\bcny\b|\bchinese new year\b)(?!节?(?:晚会|派对|聚会|活动|联欢|灯会|树|快乐|福利|礼物|装饰|节目|游园)| party| tree)/g,
    make: (m, now) => {
      const day = holidayNear(m[0], now)
      return day === null ? null : [{ kind: 'day', day }]
    },
  },
  // English days
  { pattern: /\bday after (?:tomorrow|tmrw?)\b/g, make: (_m, now) => [days(2, now)] },
  { pattern: /\bday before yesterday\b/g, make: (_m, now) => [days(-2, now)] },
  {
    pattern: /\b(?:tomorrow|tmrw|tmr|tmw|tomorow|tommorow|tommorrow|2moro)\b/g,
    make: (_m, now) => [days(1, now)],
  },
  {
    pattern: /\byesterday\b|\bytd\b(?=.{0,4}(?:night|morning|evening))/g,
    make: (_m, now) => [days(-1, now)],
  },
  { pattern: /\b(?:tonight|tonite|2nite)\b/g, make: (_m, now) => [days(0, now), evening] },
  { pattern: /\blast night\b/g, make: (_m, now) => [days(-1, now), evening] },
  {
    pattern: /\bthis (morning|afternoon|arvo|evening)\b/g,
    make: (m, now) => [days(0, now), whichPart(englishParts, m[1] ?? '')],
  },
  { pattern: /\btoday\b/g, make: (_m, now) => [days(0, now)] },
  {
    pattern: new RegExp(
      `(?<!\\b(?:every|each) )\\b(next|this|last|coming|on|by|before|after|until|till|for|past)\\s+${weekWord}\\b`,
      'g',
    ),
    make: (m, now) => englishWeekday(m[1], m[2] ?? '', now),
  },
  {
    pattern: new RegExp(`(?<!\\b(?:every|each) )\\b${weekFull}\\b(?!s)`, 'g'),
    make: (m, now) => englishWeekday(undefined, m[1] ?? '', now),
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:every|each) )\\b${weekWord}(?=\\s+(?:morning|afternoon|evening|night|at|\\d|noon|after|before))`,
      'g',
    ),
    make: (m, now) => englishWeekday(undefined, m[1] ?? '', now),
  },
  {
    pattern: /(?<!\b(?:every|each) )\b(next |this |the |last )?week-?ends?\b/g,
    make: (m, now) => {
      const start = monday(m[1] === 'next ' ? 1 : m[1] === 'last ' ? -1 : 0, now) + 5 * dayMs
      return [{ kind: 'day', day: start, until: start + dayMs }]
    },
  },
  {
    pattern: /\bnext week\b/g,
    make: (_m, now) => [{ kind: 'day', day: monday(1, now), until: monday(1, now) + 6 * dayMs }],
  },
  {
    pattern: new RegExp(`\\b${monthWord}\\s*(\\d{1,2})(?:st|nd|rd|th)?\\b(?!:|\\s*[ap]m)`, 'g'),
    make: (m, now) => one(monthDay(months.indexOf((m[1] ?? '').slice(0, 3)) + 1, Number(m[2]), now)),
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s*(?:of\\s*)?${monthWord}\\b`, 'g'),
    make: (m, now) => one(monthDay(months.indexOf((m[2] ?? '').slice(0, 3)) + 1, Number(m[1]), now)),
  },
  {
    pattern: /\b(?:the |on )(\d{1,2})(?:st|nd|rd|th)\b(?!\s*(?:floor|time|one))/g,
    make: (m, now) => one(dayOfMonth(Number(m[1]), 0, now, true)),
  },
  {
    pattern:
      /(?<!the |on )\b(\d{1,2})(?:st|nd|rd|th)\b(?=\s+(?:at|after|before|morning|afternoon|evening|\d))/g,
    make: (m, now) => one(dayOfMonth(Number(m[1]), 0, now, true)),
  },
  {
    pattern: /\b(?:at )?(?:the )?end of (?:the |this )?month\b|\bmonth end\b/g,
    make: (_m, now) => {
      const { year, month } = dateOf(now)
      return [{ kind: 'day', day: Date.UTC(year, month, 0) }]
    },
  },
  {
    pattern: /\bin (\d{1,2}|two|three|a) (days?|weeks?)\b|\b(\d{1,2}) (days?|weeks?) (?:later|from now)\b/g,
    make: (m, now) => {
      const said = m[1] ?? m[3] ?? ''
      const n = { two: 2, three: 3, a: 1 }[said] ?? Number(said)
      return [days(n * ((m[2] ?? m[4] ?? '').startsWith('w') ? 7 : 1), now)]
    },
  },
  {
    pattern: /\b(\d{1,2}|two|three|a) (days?|weeks?) ago\b/g,
    make: (m, now) => {
      const n = { two: 2, three: 3, a: 1 }[m[1] ?? ''] ?? Number(m[1])
      return [days(-n * ((m[2] ?? '').startsWith('w') ? 7 : 1), now)]
    },
  },
  // moments from now
  {
    pattern:
      /(?:再?过)?(半|\d{1,3}(?:\.5)?|两)\s?个?(半)?\s?(小时|钟头|钟(?!头)|分钟|分|刻钟)(?:钟)?(以后|之后|后|内|之内|以内|以前|之前|前)(?!面)/g,
    make: (m, now) => {
      const n = amount(m[1]?.replace('两', '2'), m[2])
      const span = n * (m[3] === '分钟' || m[3] === '分' ? 1 : m[3] === '刻钟' ? 15 : 60) * 60_000
      const which = m[4] ?? ''
      if (which.includes('内')) return [{ kind: 'moment', wall: now + span, open: 'before' }]
      return [{ kind: 'moment', wall: which.includes('前') ? now - span : now + span }]
    },
  },
  {
    pattern:
      /\b(in|within)\s+(?:about |around )?(half an|an?|\d{1,3}(?:\.5)?)\s*(hours?|hrs?|minutes?|mins?)\b/g,
    make: (m, now) => {
      const span = amount(m[2], undefined) * ((m[3] ?? '').startsWith('h') ? 60 : 1) * 60_000
      return [{ kind: 'moment', wall: now + span, ...(m[1] === 'within' && { open: 'before' as const }) }]
    },
  },
  {
    pattern: /\b(half an|an?|\d{1,3})\s*(hours?|hrs?|minutes?|mins?)\s+(ago|later|from now)\b/g,
    make: (m, now) => {
      const span = amount(m[1], undefined) * ((m[2] ?? '').startsWith('h') ? 60 : 1) * 60_000
      return [{ kind: 'moment', wall: m[3] === 'ago' ? now - span : now + span }]
    },
  },
  // clocks
  {
    pattern: new RegExp(`(?<![\\d:.])(\\d{1,2}):(\\d{2})(?!\\d|:\\d|元|块|%|米)(?:\\s*${am})?`, 'g'),
    make: (m) => {
      const made = clock(Number(m[1]), Number(m[2]), ampm(m[3]))
      return made === null
        ? null
        : [m[1]?.startsWith('0') === true && made.kind === 'clock' ? { ...made, fixed: true } : made]
    },
  },
  {
    pattern:
      /(?<![\d:.])(\d{1,2})\s?(?:点|點|时(?!间|候|常|段|不|而|刻))(?:钟|整|正)?(?:(半)|(1刻|3刻|一刻|三刻)|(\d{2}(?!\d|[栋号楼座#%-])分?|\d分|零\d分?|0\d))?(多|几(?!号|时))?/g,
    make: (m) => {
      const quarter = m[3] === undefined ? undefined : /[3三]/.test(m[3]) ? 45 : 15
      const minute =
        m[2] !== undefined ? 30 : (quarter ?? (m[4] === undefined ? 0 : Number(m[4].replace(/\D/g, ''))))
      return one(clock(Number(m[1]), minute, undefined, m[5] !== undefined))
    },
  },
  {
    pattern: new RegExp(`(?<![\\d:.a-z])(\\d{1,2})\\s*(?:o'?\\s?clock)?\\s*${am}`, 'g'),
    make: (m) => one(clock(Number(m[1]), 0, ampm(m[2]))),
  },
  { pattern: /\b(\d{1,2})\s*o'?\s?clock\b/g, make: (m) => one(clock(Number(m[1]), 0, undefined)) },
  {
    pattern: /\bhalf past (\d{1,2})\b|\b(\d{1,2}) thirty\b/g,
    make: (m) => one(clock(Number(m[1] ?? m[2]), 30, undefined)),
  },
  { pattern: /\bquarter past (\d{1,2})\b/g, make: (m) => one(clock(Number(m[1]), 15, undefined)) },
  // 2-4点, 下午2-4, 2 to 4pm: the first number of a span
  {
    pattern: /(?<![\d:.\-#])(\d{1,2})(?=\s?(?:-|到|至|to|and)\s?\d{1,2}(?:\s?点|:\d\d|\s?[ap]\.?m\b))/g,
    make: (m) => one(clock(Number(m[1]), 0, undefined)),
  },
  {
    pattern:
      /(?<=(?:午|早上|晚上|晚)\s?)(\d{1,2})(?=\s?(?:-|到|至)\s?\d{1,2}(?![\d点:]))|(?<=(?:午|早上|晚上|晚)\s?\d{1,2}\s?(?:-|到|至)\s?)(\d{1,2})(?![\d点:])|(?<=点(?:半|\d\d)?\s?(?:-|到|至))(\d{1,2})(?![\d点:号月日楼栋天])/g,
    make: (m) => one(clock(Number(m[1] ?? m[2] ?? m[3]), 0, undefined)),
  },
  {
    pattern:
      /\b(?<=(?:at|after|before|around|by|till|until|from|about) )(\d{1,2})(?![\d:/-]|\s*(?:[ap]m|th|st|nd|rd|floor|times?|days?|weeks?|hours?|min|months?|people|years?|%|点|号|栋|月|dollars|hkd|rmb))\b/g,
    make: (m) => one(Number(m[1]) >= 1 && Number(m[1]) <= 12 ? clock(Number(m[1]), 0, undefined) : null),
  },
  { pattern: /\bnoon\b/g, make: () => one({ kind: 'clock', hour: 12, minute: 0, fixed: true }) },
  { pattern: /\bmidnight\b/g, make: () => one({ kind: 'clock', hour: 24, minute: 0, fixed: true }) },
  {
    pattern: /(?:下班|收工|放工)(?:之|以)?后|\bafter work\b/g,
    make: () => [{ kind: 'clock', hour: 18, minute: 0, fixed: true, open: 'after' }],
  },
  {
    pattern: /(?:下班|收工|放工)(?:之|以)?前/g,
    make: () => [{ kind: 'clock', hour: 18, minute: 0, fixed: true, open: 'before' }],
  },
  { pattern: new RegExp(`(?:${oneOf(partWords)})`, 'g'), make: (m) => [whichPart(partWords, m[0])] },
  {
    pattern: new RegExp(`\\b(?:${oneOf(englishParts)})\\b`, 'g'),
    make: (m) => [whichPart(englishParts, m[0])],
  },
]

function englishWeekday(prefix: string | undefined, name: string, now: Wall): readonly Made[] {
  const weekday = weekdayNames[name] ?? 0
  const thisWeek = monday(0, now) + weekday * dayMs
  if (prefix === 'next') return [{ kind: 'day', day: thisWeek + 7 * dayMs }]
  if (prefix === 'last' || prefix === 'past') return [{ kind: 'day', day: thisWeek - 7 * dayMs }]
  return [{ kind: 'day', day: thisWeek, rolls: 'week' }]
}
