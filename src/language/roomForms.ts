import type { RoomName } from '../domain/place.ts'

export interface Mention extends RoomName {
  readonly from: number
  readonly to: number
}

interface Form {
  readonly pattern: RegExp
  readonly read: (match: RegExpMatchArray) => RoomName | null
}

const side = '[东西南北中甲乙丙丁左右]'
const building = `(\\d{1,3}|[a-z]\\d?|[甲乙丙丁东西南北])\\s?(?:号楼|号院|栋楼?|幢楼?|座楼?|#楼?|号(?=\\s?\\d单元)|楼(?=\\s?\\d{1,2}\\s?单元))`
const unit = `(?:(\\d{1,2}|[a-z]|${side})\\s?(?:单元|门(?![口禁锁外卫把前坏铃岗])|梯(?=\\d)|unit)[,的]?)`
const roomEnd = '\\s?(?:室|房间?|号房|户|单位|号(?!楼|电梯|门|线|下午|上午|早|晚|中午|来|到))?'
const room = `(\\d{3,4}[a-z]?|\\d{1,2}楼?之\\d{1,2}|\\d{1,2}[a-z](?![a-z])|\\d{1,2}楼\\d{3,4}|\\d{1,2}\\s?(?:楼|层|\\/f)\\s?[a-z](?![a-z])|\\d{1,2}楼-\\d{1,2})`
/** A number that goes on to be an amount, a time or a count is no room. */
const notMore =
  '(?!\\d|:|%|\\.\\d|\\s?(?:元|块|度电?|米|平|点|年|月|[号日](?=[下上早晚中]|来|前|后|到)|人(?![太又在])|次|天(?!天)|分钟?|秒|毫升|升|瓦|兆|m\\b|mb|kg|w\\b|rmb|usd|hkd|dollars|yuan|pm\\b|am\\b|多?[块元人个户])|-\\d)'
const notAfter = '(?<![a-z](?=[a-z]))(?<![\\d.:$¥￥/]|[a-z]{2}-|[a-z]-?\\d)'

const words = '(?:building|block|blk|tower|bldg|twr|bld)'
const flat = '(?:flat|room|rm|apartment|apt|unit|suite|house)'

function cleaned(said: string | undefined): string | null {
  if (said === undefined || said === '') return null
  const upper = said.toUpperCase()
  return upper.replace(/^0+(?=\d)/, '')
}

function roomPart(said: string | undefined): string | null {
  if (said === undefined) return null
  const zhi = /^(\d{1,2})楼?(?:之|-)(\d{1,2})$/.exec(said)
  if (zhi !== null) return `${Number(zhi[1])}-${Number(zhi[2])}`
  const lettered = /^(\d{1,2})\s?(?:楼|层|\/f)\s?([a-z])$/.exec(said)
  if (lettered !== null) return `${Number(lettered[1])}${(lettered[2] ?? '').toUpperCase()}`
  const floored = /^\d{1,2}楼(\d{3,4})$/.exec(said)
  return cleaned(floored?.[1] ?? said)
}

const named = (b: string | undefined, u: string | undefined, r: string | undefined): RoomName => ({
  building: cleaned(b),
  unit: cleaned(u),
  room: roomPart(r),
})

const floorOf =
  '(?:,?\\s*(?:on |at )?(?:the )?(\\d{1,2})(?:\\/f|st floor|nd floor|rd floor|th floor|th|f\\b| floor))'

/** In order of how much they say; the first to claim a stretch of text keeps it. */
const forms: readonly Form[] = [
  // 3-2-501, 3#2-501, 3栋-2-501, 3-2单元-501, 3/2/501
  {
    pattern: new RegExp(
      `${notAfter}(\\d{1,2}|[a-z]\\d?)(?:\\s?[-#/]-?\\s?|\\s?(?:号楼|栋|幢|座)\\s?[-,/ ]?\\s?)(\\d{1,2}|[a-z]|${side})(?:\\s?[-/#]\\s?|单元\\s?-\\s?)(\\d{3,4}[a-z]?|\\d{1,2}[a-z]?)${roomEnd}${notMore}`,
      'g',
    ),
    read: (m) => (plausibleDate(m[0]) ? null : named(m[1], m[2], m[3])),
  },
  // 三栋二单元五零一, 5座16樓B室, 2号楼东单元301, 6栋1单元8楼
  {
    pattern: new RegExp(
      `${notAfter}${building}[\\s,的-]*(?:${unit}[\\s,-]*)?(?:\\d{1,2}(?:楼|层)[\\s,的]*(?=\\d{3,4}(?!\\d)))?(?:${room}${roomEnd}${notMore})?`,
      'g',
    ),
    read: (m) => named(m[1], m[2], m[3]),
  },
  // Building 3 Unit 2 Room 501
  {
    pattern: new RegExp(
      `\\b${words}\\s*(?:no\\.?\\s*)?#?([a-z]|\\d{1,3}[a-z]?)\\b[\\s,-]*unit\\s*(\\d{1,2})[\\s,-]*(?:${flat}\\s*)?#?(\\d{3,4}[a-z]?)\\b`,
      'g',
    ),
    read: (m) => named(m[1], m[2], m[3]),
  },
  // Flat B, 16/F, Tower 5 · Room 1203, Block A · 16B Tower 5
  {
    pattern: new RegExp(
      `\\b(?:${flat}\\s*#?)?(\\d{1,4}[a-z]?|[a-z])\\b${floorOf}?[\\s,]*(?:of |in |at )?${words}\\s*#?([a-z]|\\d{1,2})\\b`,
      'g',
    ),
    read: (m) => english(m[3], m[1], m[2], m[0]),
  },
  // Tower 5 Flat 16B · Tower 5, 16/F, Flat B · Block C 1203 · Block C
  {
    pattern: new RegExp(
      `\\b(?:${words}\\s*(?:no\\.?\\s*)?#?|t(?=\\d))([a-z]|\\d{1,2}[a-z]?)\\b(?:${floorOf}?[\\s,-]*(?:(?:${flat}|-)\\s*#?(\\d{1,4}[a-z]?|[a-z])\\b|(\\d{3,4}[a-z]?|\\d{1,2}[a-z])\\b))?${notMore}`,
      'g',
    ),
    read: (m) => english(m[1], m[3] ?? m[4], m[2], m[0]) ?? named(m[1], undefined, undefined),
  },
  // Flat 16B · Room 1203 · Flat B, 16/F · 16/F Flat B
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:\\/f|f|th floor)[\\s,]*${flat}\\s*#?([a-z])\\b`, 'g'),
    read: (m) => named(undefined, undefined, `${m[1] ?? ''}${m[2] ?? ''}`),
  },
  {
    pattern: new RegExp(
      `\\b${flat}\\s*(?:no\\.?\\s*|number\\s*)?#?(\\d{1,4}[a-z]?|[a-z]\\d{3,4}|[a-z](?=,?\\s*\\d+\\/f))\\b${floorOf}?`,
      'g',
    ),
    read: (m) => english(undefined, m[1], m[2], m[0]),
  },
  // 3单元501, 东单元301, 三单元
  {
    pattern: new RegExp(
      `${notAfter}(\\d{1,2}|${side})单元[\\s,的-]*(?:\\d{1,2}(?:楼|层)[\\s,的]*(?=\\d{3,4}(?!\\d)))?(?:${room}${roomEnd}${notMore})?`,
      'g',
    ),
    read: (m) => named(undefined, m[1], m[2]),
  },
  // A1203, A-1203, 3-501
  {
    pattern: new RegExp(
      `${notAfter}(?<![a-z])([a-hj-z])-?(\\d{3,4}[a-z]?)${roomEnd}(?![a-z])${notMore}`,
      'g',
    ),
    read: (m) => (m[1] === 'g' || m[1] === 'v' ? null : named(m[1], undefined, m[2])),
  },
  {
    pattern: new RegExp(`${notAfter}(?<![-a-z])(\\d{1,2})[-#](\\d{3,4}[a-z]?)${roomEnd}${notMore}`, 'g'),
    read: (m) => named(m[1], undefined, m[2]),
  },
  // 3 2 501
  {
    pattern: new RegExp(`(?<=^|[\\s,。])(\\d{1,2})[\\s.](\\d)[\\s.](\\d{3,4})(?=$|[\\s,。!])`, 'g'),
    read: (m) => named(m[1], m[2], m[3]),
  },
  // 16樓B室, 12樓之3
  {
    pattern: new RegExp(
      `${notAfter}(\\d{1,2}楼之\\d{1,2}|\\d{1,2}\\s?(?:楼|\\/f)\\s?[a-z])${roomEnd}(?![a-z])`,
      'g',
    ),
    read: (m) => named(undefined, undefined, m[1]),
  },
  // 12-3 and nothing else: a building and a unit
  {
    pattern: /^\s*(\d{1,2})-(\d{1,2})\s*$/g,
    read: (m) => named(m[1], m[2], undefined),
  },
  // 1203室
  {
    pattern: new RegExp(`${notAfter}(\\d{3,4}[a-z]?|\\d{1,2}[a-z])(?:室|房(?!租)|户(?!人))`, 'g'),
    read: (m) => named(undefined, undefined, m[1]),
  },
]

function english(
  b: string | undefined,
  r: string | undefined,
  floor: string | undefined,
  all: string,
): RoomName | null {
  if (r === undefined) return null
  if (/^[a-z]$/.test(r)) return floor === undefined ? null : named(b, undefined, `${floor}${r}`)
  if (/^\d{1,2}$/.test(r) && !/flat|room|rm|apt|apartment|house/.test(all)) return null
  return named(b, undefined, r)
}

/** 2026-11-18, 11-18-2026 */
function plausibleDate(text: string): boolean {
  return /^20[23]\d[-/]|^\d{1,2}[-/]\d{1,2}[-/]20[23]\d$/.test(text)
}

const bare = new RegExp(`${notAfter}(?<![-#a-z])(\\d{3,4}[a-z]?)(?![a-z\\d])${notMore}(?!-\\d)`, 'g')
const bareLettered = /(?<![\da-z.:-])(\d{1,2}[a-h])(?![a-z\d])/g
const numberedThing =
  /(?:元|块|[¥$￥]|单号|编号|工单|尾号|工号|车牌|扣|收|交|共|花了?|付了?|欠|电话|打|拨|热线|号码|密码|验证码|型号|bx-?|no\.|rmb|hk\$?|order|ticket|code|pin|超过|大概|差不多|有|每月|一年|第)\s*(?:了|是)?\s*:?$/
const asRoom =
  /(?:房号|房间号?|门牌号?|住|我是|我家|家是|在|是|业主|楼上|楼下|隔壁|对门|对面|投诉|改成|改为|户|i'?m|live (?:in|at)|from|at|upstairs|downstairs|neighbou?r|in|is|to|:)\s*(?:是|在|住|的|:)?\s*$/
const services = new Set([
  '110',
  '119',
  '120',
  '122',
  '114',
  '315',
  '404',
  '502',
  '911',
  '999',
  '360',
  '365',
  '996',
  '007',
  '1024',
])

/** Every place named in the text, left to right, none overlapping. */
export function roomMentions(text: string): Mention[] {
  const taken: Mention[] = []
  const free = (from: number, to: number): boolean => taken.every((one) => to <= one.from || from >= one.to)
  for (const form of forms) {
    for (const match of text.matchAll(form.pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (!free(from, to)) continue
      const read = form.read(match)
      if (read === null || (read.building === null && read.unit === null && read.room === null)) continue
      if (isElsewhere(text, from, to)) continue
      taken.push({ ...read, from, to })
    }
  }
  for (const match of [...text.matchAll(bare), ...text.matchAll(bareLettered)]) {
    const said = match[1] ?? ''
    const from = match.index
    const to = from + match[0].length
    if (!free(from, to)) continue
    const before = text.slice(Math.max(0, from - 12), from)
    const cued = asRoom.test(before)
    if (numberedThing.test(before) && !/(?:房号|门牌号?|户号|电话.*房)\s*(?:是|:)?\s*$/.test(before)) continue
    const alone =
      /^\d{1,2}[a-h]$/.test(said) &&
      !/^[345]g$/.test(said) &&
      /^\s*(?:[,.!?]|$)/.test(text.slice(to, to + 3)) &&
      /(?:^|[,.\s])$/.test(before)
    if (!cued && !alone && !looksLikeRoom(said, services)) continue
    taken.push({ building: null, unit: null, room: roomPart(said), from, to })
  }
  return taken.sort((a, b) => a.from - b.from)
}

/** Ends in 01–30 and names a floor: 501, 1203, not 1500, 120 or 2026. */
function looksLikeRoom(said: string, known: ReadonlySet<string>): boolean {
  if (known.has(said)) return said === '502'
  if (/^\d{1,2}[a-z]$/.test(said)) return false
  const digits = said.replace(/\D/g, '')
  if (/^20[23]\d$/.test(digits) && Number(digits) >= 2019) return false
  const door = Number(digits.slice(-2))
  return door >= 1 && door <= 30 && !digits.startsWith('0')
}

/** 2号楼 of a date, 3#电梯, 地铁2号线 and the like. */
function isElsewhere(text: string, from: number, to: number): boolean {
  const after = text.slice(to, to + 4)
  const before = text.slice(Math.max(0, from - 5), from)
  return (
    (/^(?:号?线|号门|闸|机组)/.test(after) && !/[栋座幢楼]$/.test(text.slice(from, to))) ||
    /(?:地铁|公交|订单|单号|隔壁小区)$/.test(before)
  )
}
