import type { Asked } from './meaning.ts'

const named: readonly (readonly [Asked, RegExp])[] = [
  ['phone', /电话|手机|号码(?!.{0,3}房)|联系方式|phone|mobile|contact|number(?! of)/],
  ['room', /房号|房间|门牌|地址|楼号|栋号|楼栋|单元|几号房|room|flat|unit|tower|block|building|address/],
  [
    'time',
    /时间|日期|几点|改期|改约|改天|预约|上门|点钟|\d点|明天|后天|周[1-6一二三四五六日末]|下午|上午|晚上|time|date|appointment|reschedule|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|[ap]m\b/,
  ],
  ['name', /名字|姓名|联系人|称呼|name/],
  ['photo', /照片|图片|相片|photo|picture/],
  ['location_kind', /室内|公共|公区|位置类型/],
  ['description', /内容|描述|问题|说明|类别|description|detail/],
]

/** The slot an edit names. */
export function editsOf(
  text: string,
  told: { readonly room: boolean; readonly phone: boolean; readonly time: boolean },
): Asked | undefined {
  const by = named.find(([, pattern]) => pattern.test(text))?.[0]
  // 房号写错了: 号码 of a room is no phone
  if (by === 'phone' && /房号|门牌|房间号码|room number|flat number|unit number/.test(text)) return 'room'
  if (by !== undefined) return by
  if (told.phone) return 'phone'
  if (told.room) return 'room'
  return told.time ? 'time' : undefined
}
