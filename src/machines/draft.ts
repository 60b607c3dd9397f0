/** What a resident has said so far about a matter, and which question comes next: derived, never stored. */
import type { Category, ComplaintCategory, RepairCategory, TalkKind } from '../domain/matter.ts'
import { complaintCategories, repairCategories } from '../domain/matter.ts'
import type { LocationKind, RoomName } from '../domain/place.ts'
import type { SaidTime } from '../domain/saidTime.ts'

/** What is known about the person before they say anything. */
export interface Known {
  readonly rooms: readonly RoomName[]
  readonly phone?: string
  readonly name?: string
}

export type When = { readonly kind: 'now' } | ({ readonly kind: 'slot' } & SaidTime)

export interface Draft {
  readonly kind: TalkKind
  /** The resident's own words, in the order said. */
  readonly words: readonly string[]
  readonly known: Known
  readonly category?: Category
  readonly locationKind?: LocationKind
  readonly room?: RoomName
  /** A public place in the resident's words. */
  readonly place?: string
  readonly when?: When
  readonly phone?: string
  readonly name?: string
  /** Whom or what a complaint is about, in the resident's words. */
  readonly target?: string
  /** The complainant wants no name on it (hidden below the manager). */
  readonly anonymous?: boolean
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
  /** Mentioned beside another matter, and not talked about yet. */
  readonly waiting?: true
  /** Why the last answer could not be used; said with the next question. */
  readonly trouble?: Trouble
}

export type Slot = 'description' | 'target' | 'location_kind' | 'room' | 'place' | 'time' | 'phone'
export type Trouble = 'unit_missing' | 'time_past' | 'time_night' | 'room_incomplete' | 'not_understood'

export function emptyDraft(known: Known, kind: TalkKind = 'repair'): Draft {
  // All but a fault or a grievance happens in the resident's own flat.
  const home = kind !== 'repair' && kind !== 'complaint'
  return withKnown({
    ...{ kind, words: [], known, urgent: false, photos: 0, trail: [] },
    ...(home ? { locationKind: 'in-home' as const } : {}),
  })
}

/**
 * The first thing still missing, or undefined when the draft can be restated. A public fault
 * and an urgent one are attended at once, so they are not asked for a time.
 */
export function nextQuestion(draft: Draft): Slot | 'which' | undefined {
  if (draft.editing !== undefined) return draft.editing
  if (draft.words.length === 0 && draft.photos === 0) return 'description'
  if (draft.kind === 'complaint') return needsTarget(draft) ? 'target' : undefined
  if (draft.locationKind === undefined) return 'location_kind'
  if (draft.locationKind === 'in-home' && (!isWhole(draft.room) || draft.unitAsked === 'now')) return 'room'
  if (draft.locationKind === 'public' && draft.place === undefined && (draft.room?.building ?? null) === null)
    return 'place'
  if (draft.locationKind === 'in-home' && !draft.urgent && draft.when === undefined) return 'time'
  if (draft.phone === undefined) return 'phone'
  return undefined
}

const between: readonly (Category | undefined)[] = ['noise', 'renovation_noise', 'pets']
const elsewhere: readonly (Category | undefined)[] = ['fees', 'repair_quality', 'other', undefined]
const whomOrWhere =
  /保安|门岗|门卫|保洁|物业|管家|前台|客服|师傅|经理|主任|员工|姓|楼道|电梯|大堂|花园|广场|地库|车库|车位|门口|门|路|栋|棟|号楼|座|单元|floor|block|tower|lobby|garage|gate|lift|guard|manager|cleaner/i

/** Asked once, and only where the words do not tell: whose noise, which place, which colleague. */
function needsTarget({ target, room, category, words }: Draft): boolean {
  if (target !== undefined || elsewhere.includes(category)) return false
  const said = words.join('；')
  if (between.includes(category)) return !/\d{3,4}/.test(said)
  return room?.building == null && !whomOrWhere.test(said)
}

/** A flat is whole with a building and a room; the unit is missing in many towers. */
export function isWhole(room: RoomName | undefined): boolean {
  return room !== undefined && room.building !== null && room.room !== null
}

export function asComplaintCategory(category: string | undefined): ComplaintCategory | undefined {
  return complaintCategories.find((known) => known === category)
}

export function asRepairCategory(category: string | undefined): RepairCategory | undefined {
  return repairCategories.find((known) => known === category)
}

/** The draft with what binding already tells filled in: never asked again. */
export function withKnown(draft: Draft): Draft {
  const { rooms, phone, name } = draft.known
  const only = rooms.length === 1 ? rooms[0] : undefined
  const ownFlat = draft.locationKind === 'in-home' || draft.kind === 'complaint'
  return {
    ...draft,
    ...(ownFlat && draft.room === undefined && only !== undefined ? { room: only } : {}),
    ...(draft.phone === undefined && phone !== undefined && phone !== '' ? { phone } : {}),
    ...(draft.name === undefined && name !== undefined && name !== '' ? { name } : {}),
  }
}
