/** Who lives and works in the simulated estate, and the words nobody else may ever see. */
import { demoEstate } from '../../src/desk/estate/demoEstate.ts'
import type { EstateFile } from '../../src/desk/estate/estateFile.ts'
import type { ChannelName } from '../../src/domain/message.ts'

export type Part = 'resident' | 'technician' | 'supervisor' | 'desk' | 'duty' | 'manager'

export interface Person {
  readonly key: string
  readonly part: Part
  readonly channel: ChannelName
  /** The id on the platform, which is the private chat too. */
  readonly chat: string
  readonly name: string
  readonly phone: string
  readonly room: string
  /** How this person is known to the house at the start: bound, with a code in hand, or not at all. */
  readonly code: string
}

/** Two technicians, so that two can reach for the same order. */
export const simulatedEstate: EstateFile = {
  ...demoEstate,
  // 3-2-501 is the example in every question for a room; nobody may live there whose room is a secret.
  residents: demoEstate.residents.map((each) => (each.name === '王芳' ? { ...each, room: '502' } : each)),
  staff: [
    ...demoEstate.staff,
    { name: '何师傅', phone: '13900139008', roles: ['technician'], code: 'HESH1F08' },
  ],
}

const person = (
  key: string,
  part: Part,
  channel: ChannelName,
  name: string,
  phone: string,
  code: string,
  room = '',
): Person => ({ key, part, channel, chat: `${channel}-${key}`, name, phone, code, room })

export const residents: readonly Person[] = [
  person('wang', 'resident', 'telegram', '王芳', '13800138001', 'WANGFANG', '3-2-502'),
  person('li', 'resident', 'wechat', '李强', '13800138002', 'REN7QA11', '1-1-201'),
  person('chen', 'resident', 'web', '陳太', '13800138003', 'CHENTA88', '2-1-302'),
  // Known to nobody: service first.
  person('qian', 'resident', 'telegram', '钱一一', '13700137009', '', '1-2-102'),
]

export const staff: readonly Person[] = [
  person('zhang', 'technician', 'telegram', '张师傅', '13900139001', 'ZHANGS01'),
  person('he', 'technician', 'wechat', '何师傅', '13900139008', 'HESH1F08'),
  person('liu', 'supervisor', 'telegram', '刘主管', '13900139002', 'ZHGTHN02'),
  person('jing', 'desk', 'web', '陈静', '13900139003', 'CHENJ003'),
  person('zhou', 'duty', 'telegram', '周明', '13900139005', 'ZH0VM005'),
  person('sun', 'manager', 'web', '孙主任', '13900139007', 'SNZHR007'),
]

/** Somebody who writes far too much. */
export const flooder = person('flood', 'resident', 'telegram', '吵吵', '13700137001', '', '')
export const everybody: readonly Person[] = [...residents, ...staff, flooder]

export const staffGroup = { channel: 'telegram', chat: '-100' } as const
export const residentsGroup = { channel: 'telegram', chat: '-200' } as const

export function keyOf(of: { readonly channel: string; readonly chat: string }): string {
  return `${of.channel}:${of.chat}`
}

/** What somebody wants done, in their own words; no two residents of a run use the same. */
export interface Matter {
  readonly words: string
  readonly place: 'home' | 'public'
}
export const matters: readonly Matter[] = [
  { words: '我家厨房水管漏水了', place: 'home' },
  { words: '客厅的插座没电了', place: 'home' },
  { words: '家里洗衣机不转了', place: 'home' },
  { words: '卧室门锁打不开了', place: 'home' },
  { words: '三栋大堂的路灯不亮了', place: 'public' },
  { words: '家里空调一直滴水', place: 'home' },
]
