/**
 * One resident on Telegram, who knows only what arrives on the phone: reports one matter after the other,
 * answers what is asked, presses the real button, and asks again when nothing comes.
 */
import type { Chance } from '../../src/desk/ports.ts'
import type { Seen } from './telegramPeer.ts'

export type Act = { readonly says: string } | { readonly presses: string }

export interface Matter {
  /** In the description of this matter and of no other. */
  readonly word: string
  readonly told: 'bit by bit' | 'at once'
  readonly trouble: string
}

const troubles = ['厨房水龙头漏水', '卧室插座没电', '卫生间马桶堵了', '客厅空调不制冷', '卧室门锁坏了']
const room = '3-2-501'
const phone = '13812345678'
const patienceMs = 12_000

export function matters(chance: Chance, who: number, count: number): Matter[] {
  return Array.from({ length: count }, (_, n) => ({
    word: `${letters(who)}x${letters(n)}`,
    told: chance.number() < 0.3 ? 'at once' : 'bit by bit',
    trouble: troubles[Math.floor(chance.number() * troubles.length)] ?? '',
  }))
}

/** Two letters: digits could be taken for a room or a number. */
const letters = (n: number) => `${'bdfghkmnpr'[Math.floor(n / 10) % 10]}${'bdfghkmnpr'[n % 10]}`

export function resident(who: number, todo: readonly Matter[], chance: Chance) {
  const numbers = new Set<string>()
  const strange: string[] = []
  let at = 0
  let next: { readonly act: Act; readonly dueAt: number } | undefined
  let quietSince = 0
  let reminders = 0
  let filedBefore = 0
  let waits = false
  let retold = 0

  const soon = (now: number) => now + 200 + chance.number() * 700
  const plan = (act: Act, now: number) => (next = { act, dueAt: soon(now) })
  const begin = (now: number) => {
    const matter = todo[at]
    if (matter === undefined) return
    reminders = 0
    filedBefore = numbers.size
    plan({ says: opening(matter) }, now)
  }

  function read(seen: Seen, now: number): void {
    quietSince = now
    const number = /BX-\d+/.exec(seen.text)?.[0]
    if (number !== undefined && /登记/.test(seen.text)) {
      numbers.add(number)
      if (at >= todo.length || numbers.size <= filedBefore) return
      at += 1
      next = undefined
      begin(now)
      return
    }
    const matter = todo[at]
    if (matter !== undefined) answer(seen, matter, now)
  }

  function answer({ text, buttons }: Seen, matter: Matter, now: number): void {
    const press = (label: string) => buttons.find((button) => button.label === label)?.data
    if (text.includes('核对一下')) {
      const yes = press('确认提交')
      if (yes !== undefined && text.includes(matter.word)) plan({ presses: yes }, now)
    } else if (text.includes('哪一户')) plan({ says: room }, now)
    else if (text.includes('家里的问题')) plan({ says: '家里' }, now)
    else if (text.includes('什么位置')) plan({ says: '3栋大堂' }, now)
    else if (text.includes('上门方便')) plan(timeFrom(press('尽快上门'), chance), now)
    else if (text.includes('留一个手机号')) plan({ says: phone }, now)
    else if (text.includes('什么坏了')) plan({ says: opening(matter) }, now)
    else if (text.includes('发得有点快')) quietSince = now + patienceMs
    else if (text.includes('我在。')) {
      // Nothing is open with us, and there was no receipt though we had asked for it several times.
      if (reminders < 4) return
      retold += 1
      begin(now)
    } else if (!/催办|超时|久等|过期/.test(text)) strange.push(text.slice(0, 60))
  }

  return {
    who,
    numbers: numbers as ReadonlySet<string>,
    strange: strange as readonly string[],
    matters: todo,
    read,
    start: begin,
    isDone: () => at >= todo.length,
    /** Waits for an answer. */
    waits: () => waits && at < todo.length,
    filed: () => at,
    /** How often a matter had to be told again because nothing came of it for long. */
    retold: () => retold,
    /** What to do now, if anything. */
    turn(now: number): Act | undefined {
      if (at >= todo.length) return undefined
      waits = next === undefined
      if (next !== undefined) {
        if (now < next.dueAt) return undefined
        const { act } = next
        next = undefined
        quietSince = now
        waits = true
        return act
      }
      if (now - quietSince < patienceMs) return undefined
      quietSince = now
      reminders += 1
      return { says: '在吗' }
    },
  }
}
export type Resident = ReturnType<typeof resident>

function opening({ told, trouble, word }: Matter): string {
  return told === 'at once'
    ? `我家${room}${trouble}，记号${word}，明天上午来，电话${phone}`
    : `我家${trouble}，记号${word}`
}

function timeFrom(button: string | undefined, chance: Chance): Act {
  return button !== undefined && chance.number() < 0.5 ? { presses: button } : { says: '明天上午' }
}
