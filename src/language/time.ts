import type { SaidTime } from '../domain/saidTime.ts'
import { wallOf, type Wall } from './clock.ts'
import type { Reading } from './normalise.ts'
import { rawOf } from './normalise.ts'
import { senseOf, type TimeSense } from './timeSense.ts'
import { timeRules, type TimeToken } from './timeTokens.ts'

/** `visit`: the message plans something; `event`: it tells what happened. */
export type Lean = 'visit' | 'event'

const worthLooking =
  /[\d点早晚午夜末底钟]|[今明昨前后]天|[明今昨][日儿]|周|星期|礼拜|小时|节|元旦|国庆|圣诞|清明|端午|中秋|五一|双十|过年|下班|am\b|pm\b|day\b|night|morning|noon|evening|week|tmr|tomor|ago\b|later\b|hour|month|christmas|\bend of|after work/
const filler =
  /^(?:[\s,的吧呢啊呀嘛哦哈在约于:.、左右就]|大概|大约|差不多|那天|当天|around|about|at|on|in|the|of)*$/
const turn = /^\s?(?:,\s?)?(after|from|since|before|by)\s(?:the )?$/
const until = /^\s?(?:到|至|-|to|till|until|through)\s?(?:第2天|the)?\s?$/
const alternative = /^\s?(?:或者?|和|跟|、|,|or|and|\/|还是)\s?$/
const afterwards =
  /^\s?(?:吧|钟|左右|的?时间)?\s?(?:以后|之后|过后|往后|后(?!面|门|天|来|台|勤|续|果|院|排|座|期|悔|遗)|开始|起(?!来|火|码|诉)|onwards?|or later|and later)/
const beforehand = /^\s?(?:钟)?\s?(?:以前|之前|前(?!面|门|台|天|后|段|年|几|两|进|往)|or earlier)/
const afterPrefix = /(?:\bafter|\bfrom|\bsince|\bpast|从|过了|等到?)\s*(?:the\s+)?$/
const beforePrefix = /(?:\bbefore|\bby|\bprior to|\bno later than|最晚|最迟|不晚于)\s*(?:the\s+)?$/
const habit =
  /(?:每个?|每逢|每到|天天|经常|总是|老是|常常|1到|一到|逢|every|each|most|all|always(?: at)?|连续\S{0,3}|连着\S{0,3}|好几个?)\s?(?:天|日|晚|星期|周|day|week|month)?\s?(?:的)?\s?(?:in the|at|on)?\s*$/
const negated =
  /^\s?(?:[上下]午|晚上)?(?:我|家里|都|可能|应该|就)?(?:不在|没空|不行|不方便|没人|没时间|有事|出差|不得闲|没得空|不可以|不得行|is not|isn'?t|not available|doesn'?t work|won'?t work|no good)/
const notThis = /(?:不是|不要|别|不约|not|instead of)\s?(?:在|on|at)?\s*$/
const moved =
  /(?:改到|改成|改为|改约|换到|换成|推到|推迟到|挪到|提前到|调到|延到|是|应该是|约在?|move(?:d)? (?:it )?to|change (?:it )?to|reschedule(?:d)? (?:it )?(?:to|for)|make it|instead)\s*$/

export interface FoundTime {
  readonly time: SaidTime
  /** A day, or a clock with a part of day, was said: nothing was guessed. */
  readonly dated: boolean
}

/** The one time a message is about: the visit rather than the event, the corrected rather than the wrong. */
export function findTime(
  digits: Reading,
  now: Date,
  zone: string,
  lean: Lean,
  answering: boolean,
): SaidTime | undefined {
  const { text } = digits
  if (!worthLooking.test(text)) return undefined
  const wall = wallOf(now, zone)
  let best:
    | { readonly score: number; readonly sense: TimeSense; readonly from: number; readonly to: number }
    | undefined
  for (const group of groupsOf(text, tokensOf(text, wall))) {
    const sense = senseOf(group, wall, zone, lean)
    if (sense === undefined) continue
    const before = text.slice(Math.max(0, group.from - 24), group.from)
    const after = text.slice(group.to, group.to + 12)
    if (habit.test(before) || /^(?:天天|常|都|总|老)?(?:经常|总是|老是)/.test(after)) continue
    if (!sense.dated && !answering && (lean === 'event' || sense.partOnly)) {
      if (lean === 'event' || !visitWords.test(text)) continue
    }
    let score = sense.dated ? 3 : 1
    if (sense.precision === 'minute' || sense.precision === 'window') score += 1
    if (sense.precision === 'after' || sense.precision === 'before') score += 1
    score += sense.role === lean ? 2 : lean === 'visit' ? -0.5 : 0
    if (negated.test(after)) score -= 4
    if (notThis.test(before)) score -= 6
    if (moved.test(before)) score += 3
    if (best === undefined || score > best.score) best = { score, sense, from: group.from, to: group.to }
  }
  if (best === undefined || best.score < 0) return undefined
  const { iso, precision, role } = best.sense
  return { raw: rawOf(digits, best.from, best.to), iso, precision, role }
}

const visitWords =
  /在家|有人|过来|来(?!了|自)|上门|有空|方便|可以|都行|得闲|安排|预约|约|修|home|available|come|visit|fix|check|any ?time|free/

export interface TimeGroup {
  readonly tokens: readonly TimeToken[]
  /** `joins[i]` stands between token i and i+1. */
  readonly joins: readonly ('near' | 'until' | 'or')[]
  readonly open?: 'after' | 'before'
  readonly from: number
  readonly to: number
}

function tokensOf(text: string, now: Wall): TimeToken[] {
  const tokens: TimeToken[] = []
  const spans: [number, number][] = []
  for (const rule of timeRules) {
    for (const match of text.matchAll(rule.pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (to === from || spans.some(([a, b]) => from < b && to > a)) continue
      const made = rule.make(match, now)
      if (made === null) continue
      spans.push([from, to])
      for (const one of made) tokens.push({ ...one, from, to })
    }
  }
  return tokens.sort((a, b) => a.from - b.from)
}

function groupsOf(text: string, tokens: readonly TimeToken[]): TimeGroup[] {
  const groups: TimeGroup[] = []
  let current: TimeToken[] = []
  let joins: ('near' | 'until' | 'or')[] = []
  let turned: 'after' | 'before' | undefined
  const close = (): void => {
    const first = current[0]
    const last = current.at(-1)
    if (first === undefined || last === undefined) return
    const tail = text.slice(last.to, last.to + 8)
    const head = text.slice(Math.max(0, first.from - 14), first.from)
    const open =
      turned ??
      (afterwards.test(tail) || (afterPrefix.test(head) && !joins.includes('until'))
        ? 'after'
        : beforehand.test(tail) || beforePrefix.test(head)
          ? 'before'
          : undefined)
    const extra =
      open === 'after' ? (afterwards.exec(tail)?.[0].length ?? 0) : (beforehand.exec(tail)?.[0].length ?? 0)
    groups.push({
      tokens: current,
      joins,
      ...(open !== undefined && { open }),
      from: first.from,
      to: last.to + (open === undefined ? 0 : extra),
    })
    current = []
    joins = []
    turned = undefined
  }
  for (const token of tokens) {
    const previous = current.at(-1)
    if (previous !== undefined) {
      const gap = text.slice(previous.to, Math.max(previous.to, token.from))
      const word = turn.exec(gap)?.[1]
      if (word !== undefined && token.kind === 'clock')
        turned = /^(?:before|by)$/.test(word) ? 'before' : 'after'
      const join =
        word !== undefined ? 'near' : token.from <= previous.from ? 'near' : joinOf(gap, previous, token)
      if (join === undefined) close()
      else joins.push(join)
    }
    current.push(token)
  }
  close()
  return groups
}

function joinOf(gap: string, left: TimeToken, right: TimeToken): 'near' | 'until' | 'or' | undefined {
  if (gap.length > 12) return undefined
  if (until.test(gap)) return 'until'
  if (left.kind === 'moment' || right.kind === 'moment') return undefined
  if (left.kind === 'clock' && right.kind === 'clock') return gap.trim() === 'and' ? 'until' : undefined
  if (alternative.test(gap))
    return left.kind === right.kind
      ? left.kind === 'day'
        ? 'or'
        : undefined
      : gap.includes(',')
        ? 'near'
        : undefined
  if (!filler.test(gap)) return undefined
  if (left.kind === 'day' && right.kind === 'day') return 'or'
  return 'near'
}
