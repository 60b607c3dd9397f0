/** Staff chat commands (appendix H.4) in words → acts. The number may be left out while only one order fits. */
import type { RepairEvent } from '../../domain/repair/lifecycle.ts'
import type { Act, RepairArgs } from '../act.ts'

/** A command whose record number is still to be found: `number` is '' then. */
export interface Command {
  readonly act: Act
  /** The command needs a record and none was named. */
  readonly needsNumber: boolean
}

const repairVerbs: Readonly<Record<string, RepairEvent>> = {
  接单: 'accept',
  take: 'accept',
  到场: 'arrive',
  到了: 'arrive',
  arrive: 'arrive',
  开工: 'start',
  start: 'start',
  完工: 'finish',
  done: 'finish',
  修好: 'finish',
  无人: 'no_access',
  noaccess: 'no_access',
  不便: 'not_now',
  改约: 'rebook',
  rebook: 'rebook',
  变更: 'requote',
  报价: 'quote',
  quote: 'quote',
  不可行: 'decline_work',
  转厂商: 'refer',
  退单: 'hand_back',
  待料: 'buy_parts',
  缺料: 'buy_parts',
  到料: 'parts_ready',
  返单: 'return',
  返工: 'rework',
  拒价: 'refuse_price',
  签收: 'sign',
  派单: 'dispatch',
  dispatch: 'dispatch',
  取消: 'cancel',
}
/** Verbs that take free words; after the others only a number may follow, so that "到了吗" stays talk. */
const tellsMore = [
  '改约',
  'rebook',
  '变更',
  '报价',
  'quote',
  '不可行',
  '派单',
  'dispatch',
  '完工',
  'done',
  '修好',
  '待料',
  '缺料',
  '回访',
  'callback',
  '分类',
  'classify',
  '约定',
  'agree',
  '进展',
  'progress',
  '回复',
  'reply',
  '上报',
  'up',
  '延期',
  'extend',
  '材料',
  '代报',
  '拒价',
  '不便',
  '无人',
]
/** Verbs of their own that nothing but a number may follow. */
const tellsNoMore = [
  '接手',
  '交回',
  '办结',
  '待办',
  'due',
  '详情',
  'show',
  '定价',
  '签字',
  '绑定码',
  '帮助',
  'help',
]
const verbs = [...new Set([...Object.keys(repairVerbs), ...tellsMore, ...tellsNoMore])].sort(
  (a, b) => b.length - a.length,
)
const numberForm = /\b([A-Z]{2})[-\s]?(\d{1,8})\b/i

export function staffCommand(text: string): Command | undefined {
  const line = plain(text)
  const lower = line.toLowerCase()
  const verb = verbs.find((each) => lower.startsWith(each) && isWhole(each, lower))
  if (verb === undefined) return undefined
  const tail = line.slice(verb.length).replace(/^[：:，,\s]+/, '')
  if (!tellsMore.includes(verb) && !/^([：:，,\s\d]|[A-Z]{2}[-\s]?\d|$)/i.test(line.slice(verb.length)))
    return undefined
  const found = numberForm.exec(tail)
  const number = found === null ? '' : `${(found[1] ?? '').toUpperCase()}-${found[2] ?? ''}`
  const rest = (found === null ? tail : tail.replace(found[0], ' ')).trim()
  const written = asWritten(text, verb, found?.[0])
  const act = actOf(verb, number, rest, written)
  return { act, needsNumber: number === '' && 'number' in act && act.do !== 'reply' }
}

/** Traditional characters of the commands, so that staff may write as they do. */
const written: Readonly<Record<string, string>> = {
  單: '单',
  場: '场',
  開: '开',
  無: '无',
  約: '约',
  變: '变',
  報: '报',
  價: '价',
  廠: '厂',
  缺: '缺',
  訪: '访',
  覆: '复',
  復: '复',
  回: '回',
  辦: '办',
  詳: '详',
  簽: '签',
  定: '定',
  幫: '帮',
  轉: '转',
  預: '预',
  滿: '满',
  料: '料',
  師: '师',
  傅: '傅',
  電: '电',
  話: '话',
  門: '门',
  沒: '没',
  時: '时',
  長: '长',
  員: '员',
}

function plain(text: string): string {
  const line = text
    .normalize('NFKC')
    .trim()
    .replace(/^[/／#]/, '')
  // Only the command itself; what follows (a reply to the resident, a reason) stays as written.
  return [...line].map((char, index) => (index < 4 ? (written[char] ?? char) : char)).join('')
}

/** "done" is a command, "donefully" is not; Chinese verbs need no space after them. */
function isWhole(verb: string, line: string): boolean {
  return !/^[a-z]/.test(verb) || !/^[a-z0-9]/.test(line.slice(verb.length))
}

/** What follows the verb and the number, exactly as the colleague wrote it. */
function asWritten(text: string, verb: string, number: string | undefined): string {
  const tail = text
    .trim()
    .replace(/^[/／#]/, '')
    .slice(verb.length)
    .replace(/^[：:\s]+/, '')
  if (number === undefined) return tail
  const at = tail.normalize('NFKC').indexOf(number)
  return (at < 0 ? tail : tail.slice(0, at) + tail.slice(at + number.length)).trim()
}

function actOf(verb: string, number: string, rest: string, written: string): Act {
  const event = repairVerbs[verb]
  if (event !== undefined) return { do: 'repair', event, number, ...args(event, rest) }
  switch (verb) {
    case '回访':
    case 'callback':
      return callback(number, rest)
    case '接手':
      return { do: 'help', event: 'take', number, typed: true }
    case '交回':
    case '办结':
      return { do: 'help', event: 'resolve', number }
    case '回复':
    case 'reply':
      return { do: 'reply', number: number === '' ? undefined : number, text: written }
    case '分类':
    case 'classify':
      return { do: 'classify', number, ...classOf(rest) }
    case '约定':
    case 'agree':
      return { do: 'agree', number, when: rest }
    case '进展':
    case 'progress':
      return { do: 'progress', number, text: written }
    case '上报':
    case 'up':
      return { do: 'up', number, reason: rest }
    case '延期':
    case 'extend':
      return { do: 'extend', number, reason: rest }
    case '详情':
    case 'show':
      return { do: 'show', number }
    case '材料':
      return { do: 'materials', number, check: checkOf(rest), note: rest }
    case '定价':
      return { do: 'fee', number, fen: money(rest) }
    case '签字':
      return { do: 'sign_reason', number }
    case '绑定码':
      return { do: 'own_code' }
    case '代报':
      return { do: 'on_behalf', text: rest }
    case '待办':
    case 'due':
      return { do: 'due' }
    default:
      return { do: 'help_words' }
  }
}

function args(event: RepairEvent, rest: string): RepairArgs {
  switch (event) {
    case 'quote':
    case 'requote':
      return { fen: money(rest), text: withoutMoney(rest) }
    case 'finish':
      return /待定|未定/.test(rest) ? { feePending: true } : { fen: money(rest), text: withoutMoney(rest) }
    case 'buy_parts':
      return { fen: money(rest), when: withoutMoney(rest) }
    case 'rebook':
      return { when: rest }
    case 'dispatch':
      return { staffName: rest }
    default:
      return rest === '' ? {} : { text: rest }
  }
}

function callback(number: string, rest: string): Act {
  const mode = /上门|上門|走访|走訪/.test(rest) ? 'visit' : 'phone'
  if (number.startsWith('TS-')) return { do: 'opinion', number, rating: opinionOf(rest), remark: rest }
  if (/未接通|没接通|沒接通|不通/.test(rest)) return { do: 'repair', event: 'callback_missed', number }
  const said = ratings.find(([form]) => form.test(rest))?.[1]
  const text = rest === '' ? undefined : rest
  // Nothing is taken for an answer that is not one: the rating stays open and is asked for.
  if (said === undefined) return { do: 'repair', event: 'callback_satisfied', number, mode, text }
  return {
    do: 'repair',
    event: said === 'u' ? 'callback_unsatisfied' : 'callback_satisfied',
    number,
    rating: said,
    mode,
    text,
  }
}

function opinionOf(rest: string): 's' | 'u' | 'missed' | undefined {
  if (/未接通|没接通|沒接通|不通/.test(rest)) return 'missed'
  const said = ratings.find(([form]) => form.test(rest))?.[1]
  return said === 'b' ? 's' : said
}

const validityWords = [
  [/无效|無效|invalid/i, 'invalid'],
  [/协助|協助|assist/i, 'assist'],
  [/有效|valid/i, 'valid'],
] as const
const severityWords = [
  [/重大|major/i, 'major'],
  [/重要|important/i, 'important'],
  [/轻微|輕微|一般|minor/i, 'minor'],
] as const

function classOf(rest: string) {
  const validity = validityWords.find(([form]) => form.test(rest))?.[1]
  const severity = severityWords.find(([form]) => form.test(rest))?.[1]
  const reason = [...validityWords, ...severityWords]
    .reduce((left, [form]) => left.replace(form, ' '), rest)
    .trim()
  return { validity, severity, reason }
}

const ratings = [
  [/不满意|不滿意/, 'u'],
  [/基本满意|基本滿意/, 'b'],
  [/(?<![不太够没])(满意|滿意)/, 's'],
] as const

function checkOf(rest: string): 'qualified' | 'unqualified' | 'poor' | undefined {
  if (rest.includes('不合格')) return 'unqualified'
  if (rest.includes('不佳')) return 'poor'
  return rest.includes('合格') ? 'qualified' : undefined
}

/**
 * "80", "80元 换阀芯", "换3个阀 150" → fen. Only an amount that stands by itself, first, last or before 元;
 * anything that could be misread (1,200, 12万, -50) is none, and is asked for.
 */
export function money(text: string): number | undefined {
  if (/\d,\d|\d\s*[万萬千百]|-\s*\d/.test(text)) return undefined
  const found =
    /(?<![\d.])(\d{1,6})(?:\.(\d{1,2}))?\s*(?:元|块|塊|rmb)/i.exec(text) ??
    /^\s*(\d{1,6})(?:\.(\d{1,2}))?(?=\s|$|[，,])/.exec(text) ??
    /(?:^|\s)(\d{1,6})(?:\.(\d{1,2}))?\s*$/.exec(text)
  if (found === null) return undefined
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

function withoutMoney(text: string): string | undefined {
  const rest = text.replace(/^\s*\d{1,6}(?:\.\d{1,2})?\s*(?:元|块)?/, '').trim()
  return rest === '' ? undefined : rest
}
