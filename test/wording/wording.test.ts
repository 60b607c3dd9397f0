import { describe, expect, it } from 'vitest'
import { helpStates } from '../../src/domain/help/request.ts'
import type { Language } from '../../src/domain/matter.ts'
import { languages, repairCategories } from '../../src/domain/matter.ts'
import { repairStates } from '../../src/domain/repair/lifecycle.ts'
import { dangerLine, dangerOf } from '../../src/language/danger.ts'
import { normalise } from '../../src/language/normalise.ts'
import type { Wording } from '../../src/wording/index.ts'
import { wordingIn } from '../../src/wording/index.ts'

type Key = keyof Wording
type Call = readonly unknown[]

const reference = wordingIn('zh-Hans')
const others = languages.filter((language) => language !== 'zh-Hans')
const keys = Object.keys(reference) as Key[]

/** What a sentence is filled with here: it belongs to no language, and holds no digit. */
const fillings = ['<ONE>', '<TWO>', '<THREE>', '<FOUR>', '<FIVE>']
/** Only for the functions that take something else than text. */
const calls: Partial<Record<Key, readonly Call[]>> = {
  joined: [[['<ONE>', '<TWO>']]],
  whichUnit: [[['<ONE>', '<TWO>']]],
  restate: [[['<ONE>', '<TWO>']]],
  records: [[['<ONE>', '<TWO>']]],
  photoThanks: [[1], [3]],
  linePhotos: [[3]],
  lineWhere: [
    ['<ONE>', true],
    ['<ONE>', false],
  ],
  categoryName: repairCategories.map((category) => [category]),
  stateName: [...repairStates, ...helpStates].map((state) => [state]),
  yuan: [[8000], [8050]],
}

/** Arguments (counted from 0) that may be unknown, and then are the empty text. */
const mayBeEmpty: Partial<Record<Key, readonly number[]>> = {
  linePhone: [1],
  filed: [1],
  recordLine: [3],
  technicianTold: [1],
  accepted: [1, 2],
  arrived: [1],
  quote: [2],
  requote: [2],
  parts: [1, 2],
  finished: [1],
  notRepaired: [1],
  bindAsk: [1],
}

/** Every way a key is called: all filled, and with each argument that may be unknown left out. */
function callsOf(key: Key): readonly Call[] {
  const value = reference[key]
  // A list of sentences is looked at one by one.
  if (typeof value === 'object') return Object.keys(value).map((entry) => [entry])
  if (typeof value !== 'function') return [[]]
  const special = calls[key]
  if (special !== undefined) return special
  const full = fillings.slice(0, value.length)
  const without = (mayBeEmpty[key] ?? []).map((empty) => full.map((text, i) => (i === empty ? '' : text)))
  return [full, ...without]
}

function said(wording: Wording, key: Key, call: Call): string {
  const value: unknown = wording[key]
  if (typeof value === 'function') return (value as (...args: Call) => string)(...call)
  if (typeof value === 'string') return value
  const entry = (value as Record<string, unknown>)[call[0] as string]
  return typeof entry === 'function' ? (entry as (...args: Call) => string)(...fillings) : (entry as string)
}

interface Sentence {
  readonly key: Key
  readonly call: Call
  readonly text: string
  readonly original: string
}

/** Every sentence of a language beside the same one in the reference. */
function sentences(language: Language): readonly Sentence[] {
  const wording = wordingIn(language)
  return keys.flatMap((key) =>
    callsOf(key).map((call) => ({
      key,
      call,
      text: said(wording, key, call),
      original: said(reference, key, call),
    })),
  )
}

/** Those for which something does not hold, as a readable list. */
function wrong(language: Language, isWrong: (sentence: Sentence) => boolean): readonly string[] {
  return sentences(language)
    .filter(isWrong)
    .map(({ key, call, text }) => `${key}(${call.map(String).join(', ')}): ${text}`)
}

/** Common characters that only simplified writing uses: 后, 里, 几, 准 and the like are words of both. */
const simplifiedOnly = new RegExp(
  '[们个这来时说对请问师报维单电话题实现经办业务员费价钱给约询区门间开关闭锁灯闸络层栋号码绑认识证检记录状态发过还为样让谁边进远运选择应该场处谢满试结订购买卖货资贵热车库轮转输软评词语' +
    '误读调贴赔赶较辆达违连迟适邮邻针钟钥铁铃银错镜长闹队阳阴际险随难静项顺顾预领频风飞饭饮马验杂严临举义乐习书乱争产亲亿仅从仓仪优会传伤体债偿储儿写军农决况冻减击则刚创动劳势医华协卫厂' +
    '厅历压厕县双变听启响喷团园围图坏块坚墙声备够头妇妈学宽导将属岁带帮广废张归当怀总惊愿战执扩扫扰护担拥挂挡损换摆数断无旧显暂机权条极构柜标树欢残毁测济浓润渐湾湿滚灭灵灾炉烟烦烧爱独环' +
    '画监盖盘确碍离积稳穷笔简类红级纸细织终绍绝统继续绿编缩罚闪渗点气设访专诉隐详两钮内尽联楼吗见复补虑质拨轿厢阀触网线签么闲没别]',
)
const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** A word that promises something, and what must stand in the reference for it. */
const promises: Readonly<Record<string, readonly (readonly [word: RegExp, inReference: RegExp])[]>> = {
  'zh-Hant': [
    [/馬上|立刻|立即|即時|趕快|即刻/, /马上|赶快/],
    [/[盡儘]快|越快/, /尽快/],
    [/為止|直到/, /为止/],
    [/[內前](?=[，。）]|把|到|回覆|有|結束)|之內|以內/, /内|前/],
    [/保證|承諾|一定|必定|絕對|肯定|必須/, /保证|承诺|一定/],
    [/免費|賠償|退款|退費|補償|優惠/, /免费|赔偿|退款/],
    [/小時|半天|當天|今天|今晚/, /小时|当天|今天/],
  ],
  en: [
    [/right away|immediately|at once|instantly|quickly|straight away/i, /马上|赶快/],
    [/as soon as/i, /尽快/],
    [/\buntil\b/i, /为止|期间/],
    [/\bwithin\b/i, /内/],
    [/\bby <|\bbefore \d/i, /前/],
    [/guarantee|promise|definitely|certainly|surely|\balways\b|\bnever\b|\bmust\b/i, /保证|承诺|一定/],
    [/\bfree\b|refund|compensat|discount|no charge/i, /免费|赔偿|退款/],
    [/hour|today|tonight|shortly|\bsoon\b(?! as)/i, /小时|今天|尽快/],
  ],
}

/** What must not be lost: wherever the reference keeps a promise, so does every language. */
const kept: Readonly<Record<string, readonly (readonly [inReference: RegExp, word: RegExp])[]>> = {
  'zh-Hant': [
    [/马上|赶快/, /馬上|趕快/],
    [/尽快/, /盡快|越快越好/],
    [/不收现金/, /不收現金/],
    [/到您满意为止/, /到您滿意為止/],
    [/修好为止/, /修好為止/],
    [/您同意后/, /您同意後/],
    [/<(?:ONE|TWO)> 前/, /> 前/],
    [/对不起/, /對不起/],
    [/报修不受影响|可以报修/, /報修不受影響|可以報修/],
  ],
  en: [
    [/马上|赶快/, /right away|quickly/],
    [/尽快/, /as soon as/i],
    [/不收现金/, /does not take cash/],
    [/到您满意为止/, /until you are satisfied/],
    [/修好为止/, /until it is repaired/],
    [/您同意后/, /after you agree/],
    [/<(?:ONE|TWO)> 前/, /\bby </],
    [/对不起/, /sorry/i],
    [/报修不受影响|可以报修/, /can still report repairs/],
  ],
}

/** What each first instruction of an emergency must say, whatever the language. */
const safety: Readonly<Partial<Record<Key, readonly (readonly [zhHant: RegExp, en: RegExp])[]>>> = {
  doGas: [
    [/不要開燈/, /not touch any light switch/],
    [/不要點火/, /not light any flame/],
    [/不要在屋內打電話/, /not use a phone indoors/],
    [/打開門窗/, /Open the doors and windows/],
    [/到屋外/, /go outside/],
  ],
  doFire: [
    [/馬上離開/, /leave right away/],
    [/彎腰/, /Stay low/],
    [/走樓梯/, /use the stairs/],
    [/不要搭電梯/, /Do not use the lift/],
  ],
  doLift: [
    [/不要硬拉電梯門/, /not force the doors open/],
    [/按住.*呼叫按鈕/, /hold the call button/],
  ],
  doFlood: [
    [/安全的情況下/, /If you can do so safely/],
    [/關掉進水總閥和總電源/, /turn off the main water valve and the main power switch/],
    [/不要碰水裡的插座/, /not touch any socket that is in water/],
  ],
  doShock: [
    [/關掉總電源/, /switch off the main power first/],
    [/不要直接碰觸電的人/, /not directly touch the person/],
  ],
}

const digits = (text: string) => (text.match(/\d+/g) ?? []).sort()
const content = (call: Call) => call.flat().filter((arg): arg is string => fillings.includes(arg as string))

describe.each(languages)('the wording in %s', (language) => {
  it('has no empty sentence and no hole in one', () => {
    const hole = /undefined|null|NaN|\[object|\(\)|（）|「」| {2}|[^\S\n]$|^\s/
    expect(wrong(language, ({ text }) => text === '' || hole.test(text))).toEqual([])
  })

  it('says everything it is given', () => {
    expect(
      wrong(language, ({ text, call }) => content(call).some((argument) => !text.includes(argument))),
    ).toEqual([])
  })

  it('asks one question at a time', () => {
    expect(wrong(language, ({ text }) => (text.match(/[?？]/g) ?? []).length > 1)).toEqual([])
  })

  it('names every state and every category', () => {
    const wording = wordingIn(language)
    const states = [...repairStates, ...helpStates]
    expect(states.filter((state) => language !== 'en' && wording.stateName(state) === state)).toEqual([])
    expect(states.filter((state) => /_/.test(wording.stateName(state)))).toEqual([])
    expect(repairCategories.filter((category) => wording.categoryName(category) === '')).toEqual([])
  })

  it('offers different words for different choices', () => {
    const { menuRepair, menuStatus, menuHuman, menuBind, yes, edit, cancel } = wordingIn(language)
    const { agree, disagree, works, stillBroken, satisfied, basically, unsatisfied } = wordingIn(language)
    const { hasCome, notCome, bindYes, bindNo, atHome, inPublic } = wordingIn(language)
    for (const choices of [
      [menuRepair, menuStatus, menuHuman, menuBind],
      [yes, edit, cancel],
      [agree, disagree],
      [works, stillBroken],
      [satisfied, basically, unsatisfied],
      [hasCome, notCome],
      [bindYes, bindNo],
      [atHome, inPublic],
    ]) {
      expect(new Set(choices).size).toBe(choices.length)
    }
  })
})

describe.each(others)('the wording in %s beside the reference', (language) => {
  it('has the same keys', () => {
    expect(Object.keys(wordingIn(language)).sort()).toEqual([...keys].sort())
    expect(Object.keys(wordingIn(language).whichSlot)).toEqual(Object.keys(reference.whichSlot))
  })

  it('says the same numbers', () => {
    expect(
      wrong(language, ({ text, original }) => digits(text).join(' ') !== digits(original).join(' ')),
    ).toEqual([])
  })

  it('promises nothing that the reference does not', () => {
    for (const [word, inReference] of promises[language] ?? []) {
      expect(wrong(language, ({ text, original }) => word.test(text) && !inReference.test(original))).toEqual(
        [],
      )
    }
  })

  it('keeps what the reference promises', () => {
    for (const [inReference, word] of kept[language] ?? []) {
      expect(wrong(language, ({ text, original }) => inReference.test(original) && !word.test(text))).toEqual(
        [],
      )
    }
  })
})

describe.each(others)('the words to cry out in %s', (language) => {
  it('are read as an emergency', () => {
    const words = [...wordingIn(language).slowDown.matchAll(/「(.+?)」|"(.+?)"/g)].map(
      (m) => m[1] ?? m[2] ?? '',
    )
    expect(words).toHaveLength(3)
    expect(words.filter((word) => dangerOf(normalise(word).text).score < dangerLine)).toEqual([])
  })
})

describe('the script', () => {
  it('is traditional in zh-Hant', () => {
    expect(wrong('zh-Hant', ({ text }) => simplifiedOnly.test(text))).toEqual([])
  })

  it('is known to the list of simplified characters', () => {
    const plain = sentences('zh-Hans').filter(({ text }) => text.length > 30)
    expect(plain.filter(({ text }) => !simplifiedOnly.test(text)).map(({ text }) => text)).toEqual([])
  })

  it('is Latin in en', () => {
    expect(wrong('en', ({ text }) => han.test(text))).toEqual([])
  })
})

describe('the first instruction in an emergency', () => {
  it.each(Object.keys(safety) as (keyof typeof safety)[])('%s says all of it', (key) => {
    for (const [zhHant, en] of safety[key] ?? []) {
      expect(said(wordingIn('zh-Hant'), key, [])).toMatch(zhHant)
      expect(said(wordingIn('en'), key, [])).toMatch(en)
    }
  })
})
