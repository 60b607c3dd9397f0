/** What a resident has said so far about a repair, and which question comes next: derived, never stored. */
import type { RepairCategory } from '../domain/matter.ts'
import { repairCategories } from '../domain/matter.ts'
import type { LocationKind, RoomName } from '../domain/place.ts'
import type { SaidTime } from '../domain/saidTime.ts'

/** What is known about the person before they say anything. */
export interface Known {
  readonly rooms: readonly RoomName[]
  readonly phone?: string
  readonly name?: string
}

export type When = { readonly kind: 'now' } | ({ readonly kind: 'slot' } & SaidTime)

export interface RepairDraft {
  /** The resident's own words, in the order said. */
  readonly words: readonly string[]
  readonly known: Known
  readonly category?: RepairCategory
  readonly locationKind?: LocationKind
  readonly room?: RoomName
  /** A public place in the resident's words. */
  readonly place?: string
  readonly when?: When
  readonly phone?: string
  readonly name?: string
  readonly urgent: boolean
  readonly photos: number
  readonly asked?: Slot
  /** Slots in the order they were filled by an answer, for 返回. */
  readonly trail: readonly Slot[]
  /** Set while one thing is being corrected: it is asked next, whatever is missing. */
  readonly editing?: Slot | 'which'
  /** A flat that several units have is asked about once: being asked, or settled one way or the other. */
  readonly unitAsked?: 'now' | 'done'
  readonly units?: readonly string[]
  /** Why the last answer could not be used; said with the next question. */
  readonly trouble?: Trouble
}

export type Slot = 'description' | 'location_kind' | 'room' | 'place' | 'time' | 'phone'
export type Trouble = 'unit_missing' | 'time_past' | 'time_night' | 'room_incomplete' | 'not_understood'

export function emptyDraft(known: Known): RepairDraft {
  return { words: [], known, urgent: false, photos: 0, trail: [] }
}

/**
 * The first thing still missing, or undefined when the draft can be restated. A public fault
 * and an urgent one are attended at once, so they are not asked for a time.
 */
export function nextQuestion(draft: RepairDraft): Slot | 'which' | undefined {
  if (draft.editing !== undefined) return draft.editing
  if (draft.words.length === 0 && draft.photos === 0) return 'description'
  if (draft.locationKind === undefined) return 'location_kind'
  if (draft.locationKind === 'in-home' && (!isWhole(draft.room) || draft.unitAsked === 'now')) return 'room'
  if (draft.locationKind === 'public' && draft.place === undefined && (draft.room?.building ?? null) === null)
    return 'place'
  if (draft.locationKind === 'in-home' && !draft.urgent && draft.when === undefined) return 'time'
  if (draft.phone === undefined) return 'phone'
  return undefined
}

/** A flat is whole with a building and a room; the unit is missing in many towers. */
export function isWhole(room: RoomName | undefined): boolean {
  return room !== undefined && room.building !== null && room.room !== null
}

export function asRepairCategory(category: string | undefined): RepairCategory | undefined {
  return repairCategories.find((known) => known === category)
}

/** The draft with what binding already tells filled in: never asked again. */
export function withKnown(draft: RepairDraft): RepairDraft {
  const { rooms, phone, name } = draft.known
  const only = rooms.length === 1 ? rooms[0] : undefined
  return {
    ...draft,
    ...(draft.locationKind === 'in-home' && draft.room === undefined && only !== undefined
      ? { room: only }
      : {}),
    ...(draft.phone === undefined && phone !== undefined && phone !== '' ? { phone } : {}),
    ...(draft.name === undefined && name !== undefined && name !== '' ? { name } : {}),
  }
}
