import type { Reading } from './normalise.ts'
import { rawOf } from './normalise.ts'

export interface FoundPhone {
  readonly raw: string
  readonly value: string
  readonly from: number
  readonly to: number
}

const mainland = /(?<![\d])(?:\+?(?:00)?86[-\s]?)?(1[3-9]\d(?:[-\s.]?\d){8})(?![\d])/g
const hongkong = /(?<![\d\-#a-z])(?:\+?(?:00)?852[-\s]?)?([2-9]\d{3}[-\s]?\d{4})(?![\d\-])/g
const notAPhone = /(?:单号|编号|订单|工单|号码是bx|卡号|账号|尾号|合同|no\.?|#)\s*[:：]?$/
const corrected = /(?:不是|错写|写成|打成|原来|旧的?|以前)[^\d]{0,6}$/

/** Eleven digits without +86, or eight of Hong Kong. A corrected number beats the one it corrects. */
export function findPhone(reading: Reading): FoundPhone | undefined {
  const found = [...matches(reading, mainland), ...matches(reading, hongkong)]
  const wanted = found.filter(
    (phone) => !corrected.test(reading.text.slice(Math.max(0, phone.from - 10), phone.from)),
  )
  const amended = /(?:错了|改成|改为|应该是|不是|换成|换号)/.test(reading.text)
  return amended ? (wanted.at(-1) ?? found.at(-1)) : (wanted[0] ?? found[0])
}

function matches(reading: Reading, pattern: RegExp): FoundPhone[] {
  const found: FoundPhone[] = []
  for (const match of reading.text.matchAll(pattern)) {
    const value = (match[1] ?? '').replace(/\D/g, '')
    if (notAPhone.test(reading.text.slice(Math.max(0, match.index - 6), match.index))) continue
    // 20261118 is a date
    if (value.length === 8 && /^20[23]\d(?:0[1-9]|1[0-2])/.test(value)) continue
    const to = match.index + match[0].length
    found.push({ raw: rawOf(reading, match.index, to), value, from: match.index, to })
  }
  return found
}
