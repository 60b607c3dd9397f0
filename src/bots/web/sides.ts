import type { SideName } from './ports.ts'

export interface Side {
  readonly name: SideName
  /** Address of its page. */
  readonly page: string
  readonly title: string
  readonly cookie: string
  /** In front of the session's chat id: a staff chat can never be taken for a resident's. */
  readonly prefix: string
}

const sides: readonly Side[] = [
  { name: 'resident', page: '/', title: '管家', cookie: 'guanjia-chat', prefix: 'r-' },
  { name: 'staff', page: '/desk', title: '管家 · 员工', cookie: 'guanjia-staff-chat', prefix: 's-' },
]

export function allSides(staffPage: string): readonly Side[] {
  return sides.map((side) => (side.name === 'staff' ? { ...side, page: staffPage } : side))
}

export function isWebChat(chat: string): boolean {
  return sides.some((side) => chat.startsWith(side.prefix) && chat.length > side.prefix.length)
}
