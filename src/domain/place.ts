/** A place in an estate, as people say it: parts not said are null. Arabic digits, upper case, no 栋/单元/室. */
export interface RoomName {
  readonly building: string | null
  readonly unit: string | null
  readonly room: string | null
}

export type LocationKind = 'in-home' | 'public'

/** `3-2-501`, `A-1203`, `3-2` — the short form on orders and in staff chats. */
export function roomLabel(place: RoomName): string {
  return [place.building, place.unit, place.room].filter((part) => part !== null && part !== '').join('-')
}

/** `3-2-5**`: what a group may see of a room. */
export function maskedRoom(place: RoomName): string {
  const room = place.room === null ? null : `${place.room.slice(0, 1)}**`
  return roomLabel({ ...place, room })
}

/** `138****8000`: what a group or a list may see of a phone. */
export function maskedPhone(phone: string): string {
  return phone.length < 8 ? '***' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

export function sameRoom(a: RoomName, b: RoomName): boolean {
  return a.building === b.building && a.unit === b.unit && a.room === b.room
}
