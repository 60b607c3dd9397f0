/** What may stand in one cell, and how it is brought into the form the house keeps. */
import { asCode } from '../../desk/identity/redeemCode.ts'
import { isLocalDate } from '../../domain/time/zone.ts'
import { normalise } from '../../language/normalise.ts'
import { withDigits } from '../../language/numbers.ts'
import { shown } from './fault.ts'

/** Why a cell cannot be used, and what can. */
export class Wrong {
  readonly says: string
  constructor(says: string) {
    this.says = says
  }
}
export type Read<T> = (said: string) => T | Wrong

export function words(longest: number): Read<string> {
  return (said) => {
    const plain = said.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
    return [...plain].length <= longest
      ? plain.toWellFormed()
      : new Wrong(`太长了，最多 ${longest} 个字（at most ${longest} characters）`)
  }
}

export function oneOf<T extends string>(called: (said: string) => T | undefined, list: string): Read<T> {
  return (said) => called(said) ?? new Wrong(`${shown(said)}不认识（unknown）；可以填：${list}`)
}

/** As people say it in chat too: Arabic digits, no leading zeros, upper case, no 栋/单元/室. */
export function addressPart(part: 'building' | 'unit' | 'room'): Read<string> {
  return (said) => {
    const plain = withDigits(normalise(said)).text.replace(/\s+/g, '').toUpperCase()
    const short = plain.replace(suffix[part], '').replace(/^(\d{1,2})楼?之(\d{1,2})$/, '$1-$2')
    const name = short.replace(/^0+(?=\d)/, '')
    if (/月|日/.test(name))
      return new Wrong(
        `${shown(said)}像是被 Excel 变成了日期，请把这一列设为"文本"后重填（turned into a date）`,
      )
    return /^[\p{L}\d]([\p{L}\d-]{0,10}[\p{L}\d])?$/u.test(name)
      ? name
      : new Wrong(`${shown(said)}不能用；填数字、字母或一两个汉字，如 3、A、东、501、16B`)
  }
}
const suffix = {
  building: /(号楼|栋楼?|幢楼?|座楼?|号|楼|#)$/,
  unit: /(单元|梯|门)$/,
  room: /(号房|号|室|房)$/,
} as const

/** Of a person: what chat recognises as a phone, in the same form. */
export const personPhone: Read<string> = (said) => {
  const plain = said.normalize('NFKC').trim()
  if (/\de\+?\d/i.test(plain))
    return new Wrong(
      `${shown(said)}被 Excel 变成了科学计数，请把这一列设为"文本"后重填（turned into a number）`,
    )
  const digits = plain.replace(/^'/, '').replace(/[\s().-]/g, '')
  const local = digits.replace(/^(?:\+|00)?86(?=1\d{10}$|0\d)/, '').replace(/^(?:\+|00)852(?=\d{8}$)/, '')
  return /^1[3-9]\d{9}$|^[2-9]\d{7}$|^0\d{9,11}$/.test(local)
    ? local
    : new Wrong(
        `${shown(said)}不是电话号码；可以填 11 位手机号（13800138000）、带区号的座机（0755-12345678）或 8 位香港号码`,
      )
}

/** Of an office or a company: also 400 numbers and short ones. */
export const officePhone: Read<string> = (said) => {
  const plain = said.normalize('NFKC').trim()
  return /^\+?\d[\d -]{2,19}$/.test(plain)
    ? plain
    : new Wrong(`${shown(said)}不是电话号码；只写数字、空格和横线，如 0755-12345678、400-800-1234、96777`)
}

export const day: Read<string> = (said) => {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(said.normalize('NFKC').trim())
  const date = parts === null ? '' : `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`
  return isLocalDate(date)
    ? date
    : new Wrong(`${shown(said)}不是日期；写成 2027-12-31（或 2027/12/31、2027年12月31日）`)
}

export const bindingCode: Read<string> = (said) =>
  asCode(said) ??
  new Wrong(`${shown(said)}不能作绑定码；要 8 位字母和数字（至少一个字母），不用字母 U；留空则自动生成`)

/** 元 with at most two decimals, kept in 分. */
export const yuan: Read<number> = (said) => {
  const plain = said.normalize('NFKC').replace(/[\s¥元,]/g, '')
  return /^\d{1,6}(\.\d{1,2})?$/.test(plain)
    ? Math.round(Number(plain) * 100)
    : new Wrong(`${shown(said)}不是金额；写元，最多两位小数，如 20 或 20.50`)
}
