import { understand, type Asked, type Meaning } from '../../src/language/index.ts'

/** Wednesday. */
export const now = new Date('2026-11-18T10:00+08:00')
export const zone = 'Asia/Shanghai'

export function read(text: string, asked?: Asked): Meaning {
  return understand(text, { now, zone, ...(asked !== undefined && { asked, open: true }) })
}

/** `building/unit/room`, `-` for what is not said. */
export function place(
  room: { building: string | null; unit: string | null; room: string | null } | undefined,
): string {
  return room === undefined
    ? 'none'
    : [room.building, room.unit, room.room].map((part) => part ?? '-').join('/')
}
