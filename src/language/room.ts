import type { RoomName } from '../domain/place.ts'
import type { Reading } from './normalise.ts'
import { rawOf } from './normalise.ts'
import { roomMentions, type Mention } from './roomForms.ts'

export type SaidRoom = RoomName & { readonly raw: string }
export interface FoundRooms {
  readonly room?: SaidRoom
  readonly targetRoom?: SaidRoom
}

const ownBefore =
  /(?:我家|我们家|咱家|俺家|我是|我们是|我住|我们住|我在|人在|本人|自家|我的|我这|我这边|我就|家住|住在|住址|地址|房号|房间号?|门牌号?|户号|i'?m (?:in|at|from)?|i am (?:in|at)|i live (?:in|at)|we'?re (?:in|at)|we live (?:in|at)|my (?:flat|unit|apartment|place|room|address)(?: is| no\.?)?)\s*(?:是|在|住|的|:|,)?\s*(?:在|是)?\s*$/
const correctedTo =
  /(?:(?<!不)是|改成|改为|改到|换成|应该是|应为|正确的?是?|更正为?|should be|it'?s|is actually|change (?:it )?to|to)\s*[:,]?\s*$/
const wrongBefore =
  /(?:不是|并非|写成了?|打成了?|填成了?|写的是?|错写成?|误写成?|原来是?|not|instead of|单上房号是|登记的?是|显示的?是)\s*$/
const neighbourBefore =
  /(?:楼上|楼下|隔壁|对门|对面|邻居|邻舍|隔篱|斜对面|旁边|那户|上家|下家|投诉|举报|upstairs|downstairs|next ?door|neighbou?rs?(?: in| at| from)?|(?:the )?(?:people|guy|family|tenants?|flat|unit|owner)(?: above| below| next door)?(?: in| at| of)?|complain(?:t|ing)? about|above(?: me)?|below(?: me)?|opposite)\s*(?:的|是|在|那个|那家|那户|住户|邻居|业主|人家|应该是|好像是|,|:|\(|in|at|from|unit|flat|room)*\s*$/
const neighbourAfter =
  /^\s*(?:室|房|户)?(?:号)?\s*(?:那家|那户|那个|这家|这户|家的?(?:狗|小孩|孩子|人|空调|音响|装修|在)|的(?:狗|装修|音响|空调|小孩|孩子|熊孩子|噪音)|的?(?:邻居|住户|业主|租客|租户|人家|人太|人在|人又|人天天)|(?:天天|每天|半夜|又在|一直|老是|整天|总是).{0,6}(?:装修|吵|闹|唱|打|蹦|跳|弹|敲|砸|放)|'s\b|\s*(?:is|are|keeps?|has been) (?:always |constantly )?(?:playing|renovating|drilling|making|noisy|loud|partying))/

/** The writer's own place, and another flat they speak of. */
export function findRooms(digits: Reading): FoundRooms {
  const mentions = roomMentions(digits.text)
  if (mentions.length === 0) return {}
  const judged = mentions.map((mention) => ({ mention, own: ownness(digits.text, mention) }))
  const others = judged.filter((one) => one.own < 0)
  const mine = judged.filter((one) => one.own >= 0)
  let own: (typeof judged)[number] | undefined
  for (const one of mine) if (own === undefined || one.own > own.own) own = one
  const amended = mine.filter((one) => one.own === own?.own).at(-1)
  if (own?.own === 2 && amended !== undefined) own = amended
  const place =
    own === undefined
      ? undefined
      : completed(
          own.mention,
          mine.map((one) => one.mention),
        )
  const other = others.find((one) => one.mention.room !== null && one.own > -5)?.mention
  const said = (mention: Mention): SaidRoom => ({
    raw: rawOf(digits, mention.from, mention.to),
    building: mention.building,
    unit: mention.unit,
    room: mention.room,
  })
  return {
    ...(place !== undefined && { room: said(place) }),
    ...(other !== undefined && {
      targetRoom: said({
        ...other,
        building: other.building ?? place?.building ?? null,
        unit: other.unit ?? null,
      }),
    }),
  }
}

/** Negative: somebody else's (or a wrong one); the higher, the more surely the writer's own. */
function ownness(text: string, mention: Mention): number {
  const before = text.slice(Math.max(0, mention.from - 34), mention.from)
  const after = text.slice(mention.to, mention.to + 24)
  if (wrongBefore.test(before)) return -9
  if (ownBefore.test(before)) return 3
  if (mention.room !== null && neighbourBefore.test(before)) return -2
  if (mention.room !== null && neighbourAfter.test(after)) return -1
  if (correctedTo.test(before)) return 2
  return mention.room !== null ? 1 : 0
}

/** `3栋 … 501`: parts said apart belong together when they do not contradict. */
function completed(first: Mention, mine: readonly Mention[]): Mention {
  let whole = first
  for (const next of mine) {
    if (next === first) continue
    if (whole.building === null && next.building !== null && next.room === null) {
      whole = { ...whole, building: next.building, unit: whole.unit ?? next.unit }
    } else if (whole.room === null && next.room !== null && next.building === null) {
      whole = { ...whole, room: next.room, unit: whole.unit ?? next.unit }
    }
  }
  return whole
}
