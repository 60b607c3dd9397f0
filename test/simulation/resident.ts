/** A resident who wants something mended and follows the conversation by what can be seen of it. */
import type { Dice } from './dice.ts'
import type { Matter, Person } from './people.ts'
import type { Chat } from './platform.ts'
import type { Rule, Saying } from './says.ts'
import { press, react, say } from './says.ts'

/** How this resident will go about it. */
export interface Plan {
  readonly matter: Matter
  readonly hasCode: boolean
  readonly appointment: boolean
  readonly refuses: boolean
  readonly cancels: boolean
  readonly unhappy: boolean
  /** Says 进度, 菜单, 返回, 修改, 人工, sends a photo … in between. */
  readonly chatty: boolean
}

const patienceMs = 8 * 60_000
const asides = ['进度', '返回', '菜单', '修改', '你好', '谢谢'] as const

export class Resident {
  readonly person: Person
  readonly plan: Plan
  #read = 0
  #lastSaid = Number.NEGATIVE_INFINITY
  #code = false
  begun = false
  /** The number of the receipt, once seen. */
  filed = ''
  #cancelled = false
  #complaints = 0

  constructor(person: Person, plan: Plan) {
    this.person = person
    this.plan = plan
  }

  /** `calm`: no asides, straight to the receipt. */
  next(chat: Chat, now: Date, dice: Dice, calm = false): Saying | undefined {
    const unread = chat.bubbles.slice(this.#read)
    this.#read = chat.bubbles.length
    for (const { text } of unread)
      this.filed ||= /(?:已登记，单号|已经登记过了，单号) ?(BX-\d+)/.exec(text)?.[1] ?? ''
    const saying = this.#choose(unread, now, dice, calm)
    if (saying !== undefined) this.#lastSaid = now.getTime()
    return saying
  }

  #choose(unread: Chat['bubbles'], now: Date, dice: Dice, calm: boolean): Saying | undefined {
    if (this.plan.hasCode && !this.#code) {
      this.#code = true
      return say(this.person.code)
    }
    if (!this.begun) {
      this.begun = true
      return say(this.plan.matter.words)
    }
    if (!calm && this.plan.chatty && dice.yes(0.15)) {
      return dice.yes(0.35)
        ? { photo: `photo-${this.person.key}` }
        : say(this.filed !== '' && dice.yes(0.2) ? '转人工' : dice.one(asides))
    }
    if (this.filed !== '' && this.plan.cancels && !this.#cancelled) {
      this.#cancelled = true
      return say(`取消 ${this.filed}`)
    }
    const answer = react(this.#rules(calm), unread, dice)
    if (answer !== undefined || this.filed !== '') return answer
    // Nobody answered: said again, as people do.
    return now.getTime() - this.#lastSaid > patienceMs ? say(this.plan.matter.words) : undefined
  }

  #rules(calm: boolean): readonly Rule[] {
    const { plan, person } = this
    const home = plan.matter.place === 'home'
    const happy = !plan.unhappy || this.#complaints > 0
    return [
      {
        when: /这样提交可以吗/,
        answer: (seen, _, dice) => press(seen, !calm && dice.yes(0.08) ? '修改' : '确认提交'),
      },
      { when: /还是公共区域的/, answer: () => say(home ? '家里' : '公共区域') },
      { when: /请问是哪一户|把楼栋和房号一起/, answer: () => say(person.room) },
      { when: /请问是哪一套/, answer: (seen) => press(seen, /./) },
      { when: /公共区域的什么位置/, answer: () => say('三栋大堂门口') },
      {
        when: /什么时候上门方便|换一个早一点的时间|这个时间已经过了/,
        answer: (seen) => (plan.appointment ? say('明天上午10点') : (press(seen, '尽快上门') ?? say('尽快'))),
      },
      { when: /请留一个手机号/, answer: () => say(person.phone) },
      { when: /请问是什么坏了/, answer: () => say(plan.matter.words) },
      {
        when: /要改哪一项/,
        answer: (seen) => press(seen, home ? '时间' : '地点'),
      },
      { when: /已转给客服同事/, answer: () => say('菜单') },
      { when: /要不要我把您刚才说的转给/, answer: (seen) => press(seen, '我再说一遍') },
      {
        when: /您可以直接说事|有什么可以帮您|换个说法/,
        answer: () => (this.filed === '' ? say('继续') : undefined),
      },
      { when: /您同意吗/, answer: (seen) => press(seen, plan.refuses ? '不同意' : '同意') },
      {
        when: /一切正常吗/,
        answer: (seen) => this.#judge(happy, press(seen, '正常，签收'), press(seen, '还有问题')),
      },
      { when: /您满意吗/, answer: (seen) => this.#judge(happy, press(seen, /满意$/), press(seen, '不满意')) },
      {
        when: /改到什么时候方便|您什么时候方便/,
        answer: (seen) => (plan.appointment ? say('明天上午10点') : press(seen, '尽快上门')),
      },
      { when: /师傅到了吗/, answer: (seen, _, dice) => press(seen, dice.yes(0.5) ? '到了' : '还没到') },
    ]
  }

  #judge(happy: boolean, good: Saying | undefined, bad: Saying | undefined): Saying | undefined {
    if (!happy) this.#complaints += 1
    return happy ? good : bad
  }
}
