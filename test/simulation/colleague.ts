/** Staff at work in chat: each reads what arrives and does the next step, now and then another one. */
import type { Dice } from './dice.ts'
import type { Part, Person } from './people.ts'
import type { Chat } from './platform.ts'
import type { Rule, Saying } from './says.ts'
import { press, react, say } from './says.ts'

const technician: readonly Rule[] = [
  {
    when: /【派工】|【超时】.*接单/,
    answer: (seen, n, dice) => (dice.yes(0.15) ? undefined : (press(seen, '接单') ?? say(`接单 ${n}`))),
  },
  { when: /待料已记录/, answer: (_, n) => say(`到料 ${n}`) },
  {
    when: /已接单。|改约到/,
    answer: (seen, n, dice) =>
      dice.yes(0.08) ? say(`退单 ${n}`) : (press(seen, '到场') ?? say(`到场 ${n}`)),
  },
  {
    when: /到场已记录，本单免费/,
    answer: (seen, n, dice) =>
      dice.yes(0.12) ? say(`无人 ${n}`) : (press(seen, '开工') ?? say(`开工 ${n}`)),
  },
  {
    when: /到场已记录。收费标准/,
    answer: (_, n, dice) =>
      dice.yes(0.15)
        ? say(`无人 ${n}`)
        : dice.yes(0.15)
          ? say(`变更 ${n} 150 换龙头`)
          : dice.yes(0.08)
            ? say(`不便 ${n}`)
            : undefined,
  },
  {
    when: /可以开工。修好发|已开工。修好发/,
    answer: (_, n, dice) =>
      dice.yes(0.1)
        ? say(`待料 ${n} 30 明天上午10点`)
        : dice.yes(0.08)
          ? say(`变更 ${n} 200 换管`)
          : say(dice.yes(0.2) ? `完工 ${n} 待定` : `完工 ${n} 80`),
  },
  { when: /现场定不了|请继续处理/, answer: (_, n) => say(`完工 ${n} 80`) },
  { when: /请当天返单/, answer: (seen, n) => press(seen, '返单') ?? say(`返单 ${n}`) },
  { when: /住户不同意价格/, answer: (_, n) => say(`签字 ${n}`) },
  { when: /返工开始发/, answer: (_, n) => say(`返工 ${n}`) },
]

const supervisor: readonly Rule[] = [
  {
    when: /【评估】/,
    answer: (_, n, dice) =>
      say(dice.yes(0.7) ? `报价 ${n} 120 换电机` : dice.yes(0.5) ? `转厂商 ${n}` : `不可行 ${n} 太旧了`),
  },
  { when: /【公共设施】/, answer: (seen) => press(seen, /派给/) },
  { when: /【审核返单】|请当天返单/, answer: (seen, n) => press(seen, '返单') ?? say(`返单 ${n}`) },
  { when: /请主管签收/, answer: (seen) => press(seen, '签收') },
  { when: /【超时】.*接单/, answer: (seen, _, dice) => (dice.yes(0.4) ? press(seen, '接单') : undefined) },
]

const desk: readonly Rule[] = [
  { when: /【回访】/, answer: (_, n, dice) => (dice.yes(0.25) ? say(`回访 ${n} 满意 电话`) : undefined) },
  { when: /【转人工】|【求助未接】|【紧急】/, answer: (seen) => press(seen, '接手') },
  { when: /您已接手/, answer: (_, n, dice) => say(dice.yes(0.5) ? `回复 ${n} 马上来` : `交回 ${n}`) },
  { when: /已转给住户/, answer: (_, n) => say(`交回 ${n}`) },
]

const rules: Readonly<Record<Exclude<Part, 'resident'>, readonly Rule[]>> = {
  technician,
  supervisor: [...supervisor, ...technician],
  desk,
  duty: desk,
  manager: [],
}
const asides = ['待办', '帮助', '详情 BX-1001', '上报 BX-1001 缺人手', '接单 BX-1001', '谢谢'] as const

export class Colleague {
  readonly person: Person
  #read = 0

  constructor(person: Person) {
    this.person = person
  }

  next(chat: Chat, dice: Dice, calm = false): Saying | undefined {
    const { part } = this.person
    if (part === 'resident') return undefined
    const unread = chat.bubbles.slice(this.#read)
    this.#read = chat.bubbles.length
    return react(rules[part], unread, dice) ?? (!calm && dice.yes(0.02) ? say(dice.one(asides)) : undefined)
  }
}
