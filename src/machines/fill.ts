/** How one message fills a draft: any message may fill several slots, a slot said is never asked again. */
import type { Meaning } from '../language/meaning.ts'
import type { RoomName } from '../domain/place.ts'
import type { Draft, Slot, Trouble } from './draft.ts'
import { asComplaintCategory, asRepairCategory, isWhole, withKnown } from './draft.ts'

export interface Said {
  readonly text: string
  readonly meaning: Meaning
  /** Whether a visit at the said time can be promised (R-15.35), judged by the caller on its clock. */
  readonly visit?: 'ok' | 'past' | 'night'
  /** The units in which the said flat exists, where it is more than one. */
  readonly units?: readonly string[]
}

export function fill(draft: Draft, said: Said): Draft {
  const { meaning } = said
  const asked = draft.editing === 'which' ? undefined : (draft.editing ?? draft.asked)
  const filled = new Set<Slot>()
  let next: Draft = { ...draft, trouble: undefined }

  if (draft.kind === 'complaint') {
    const wish = wishedAnonymous(said.text)
    if (isAboutTheName(said.text))
      return { ...next, anonymous: wish, editing: draft.editing === 'which' ? undefined : draft.editing }
    if (wish !== undefined) next = { ...next, anonymous: wish }
    if (asked === 'target') {
      next = { ...next, target: said.text.trim() }
      filled.add('target')
    }
  }

  const mentioned = meaning.slots.room
  if (mentioned !== undefined && takesRoom(draft, asked, mentioned)) {
    next = {
      ...next,
      room: merged(draft, mentioned),
      unitAsked: draft.unitAsked === 'now' ? 'done' : draft.unitAsked,
    }
    filled.add('room')
    if (next.unitAsked === undefined && next.room?.unit === null && (said.units?.length ?? 0) > 1) {
      next = { ...next, unitAsked: 'now', units: said.units, trouble: 'unit_missing' }
    }
  }
  if (meaning.slots.phone !== undefined) {
    next = { ...next, phone: meaning.slots.phone.value }
    filled.add('phone')
  }
  const name = meaning.slots.name ?? nameBesidePhone(said)
  if (name !== undefined) next = { ...next, name }
  const { time } = meaning.slots
  // Asked for a visit, a time that lies behind is still the answer: one that cannot be kept.
  if (time?.role === 'event' && draft.kind === 'complaint')
    next = { ...next, when: { kind: 'slot', ...time } }
  if (time !== undefined && draft.kind !== 'complaint' && (time.role === 'visit' || asked === 'time')) {
    if (said.visit === 'past' || said.visit === 'night') {
      next = { ...next, trouble: said.visit === 'past' ? 'time_past' : 'time_night' }
    } else {
      next = { ...next, when: { kind: 'slot', ...time, role: 'visit' } }
      filled.add('time')
    }
  } else if (asked === 'time' && saysNow(said.text)) {
    next = { ...next, when: { kind: 'now' } }
    filled.add('time')
  }
  if (
    meaning.slots.locationKind !== undefined &&
    (draft.locationKind === undefined || asked === 'location_kind')
  ) {
    next = { ...next, locationKind: meaning.slots.locationKind }
    filled.add('location_kind')
  }
  const category = categoryOf(draft, meaning)
  if (category !== undefined && (draft.category === undefined || draft.category === 'other')) {
    next = { ...next, category }
  }
  if (meaning.urgent) next = { ...next, urgent: true }

  if (asked === 'place') {
    next = { ...next, place: said.text.trim() }
    filled.add('place')
  }
  const tells = isTelling(said)
  if (asked === 'description' || (draft.words.length === 0 && (asked === undefined || tells))) {
    next = { ...next, words: [...draft.words, said.text.trim()] }
    filled.add('description')
  } else if (filled.size === 0 && tells && next.trouble === undefined) {
    // More about the fault, whatever was asked: kept with the rest of the resident's words.
    next = { ...next, words: [...draft.words, said.text.trim()] }
    filled.add('description')
  }

  const trouble = next.trouble ?? troubleWith(asked, next, filled)
  const done = asked !== undefined && filled.has(asked)
  return withKnown({
    ...next,
    trouble,
    editing: done || (draft.editing === 'which' && filled.size > 0) ? undefined : next.editing,
    trail:
      asked !== undefined && filled.has(asked)
        ? [...draft.trail.filter((slot) => slot !== asked), asked]
        : draft.trail,
  })
}

/** "王先生 13912345678": what stands beside the number is how to call the person. */
function nameBesidePhone({ text, meaning }: Said): string | undefined {
  const { phone } = meaning.slots
  if (phone === undefined) return undefined
  const rest = text
    .replace(phone.raw, ' ')
    .replace(/[，,。.;；:：、]|我是|我叫|电话|電話|手机|手機|姓名/g, ' ')
    .trim()
  return /^([\u4e00-\u9fff]{1,3}(先生|女士|小姐|太太|师傅|師傅|阿姨|老师|老師)|[\u4e00-\u9fff]{2,4}|[A-Z][a-z]+( [A-Z][a-z]+)?)$/.test(
    rest,
  )
    ? rest
    : undefined
}

/** Half a room is taken only where one is asked for or still open: "楼上902的" is not the reporter's own. */
function takesRoom(draft: Draft, asked: Slot | undefined, room: RoomName): boolean {
  // In a complaint a flat named by halves, or when asked whose fault it is, is the other one's.
  if (draft.kind === 'complaint') return isWhole(room) && asked !== 'target' && draft.known.rooms.length === 0
  return isWhole(room) || asked === 'room' || draft.editing === 'which' || !isWhole(draft.room)
}

/** "501" after "3栋" completes the room; a whole one replaces it. */
function merged(draft: Draft, said: RoomName): RoomName {
  const plain = { building: said.building, unit: said.unit, room: said.room }
  if (isWhole(plain)) return plain
  const own =
    draft.known.rooms.length === 1 && draft.locationKind === 'in-home' ? draft.known.rooms[0] : undefined
  const base = draft.room ?? own
  if (base === undefined) return plain
  return {
    building: plain.building ?? base.building,
    unit: plain.unit ?? base.unit,
    room: plain.room ?? base.room,
  }
}

function troubleWith(asked: Slot | undefined, draft: Draft, filled: ReadonlySet<Slot>): Trouble | undefined {
  if (asked === 'room' && filled.has('room') && !isWhole(draft.room)) return 'room_incomplete'
  if (asked !== undefined && filled.size === 0) return 'not_understood'
  return undefined
}

const nowWords =
  /^(现在|马上|立刻|立即|尽快|盡快|越快越好|随时|都行|都可以|什么时候都|任何时候|今天就|即时|现在就来|now|asap|any ?time|as soon as possible|whenever)/i

export function saysNow(text: string): boolean {
  return (
    nowWords.test(text.trim().replace(/^(那就|那|就|请|麻烦)/, '')) ||
    /(尽快|盡快|马上|馬上|现在就?|現在就?|随时|隨時)(来|來|上门|都|吧|$)/.test(text)
  )
}

function categoryOf(draft: Draft, { intent, slots }: Meaning): Draft['category'] {
  if (draft.kind !== 'complaint') return asRepairCategory(slots.category)
  return intent === 'complaint.create' ? asComplaintCategory(slots.category) : undefined
}

/** Said by itself it is an answer, not part of the grievance. */
export function isAboutTheName(text: string): boolean {
  const said = text.trim()
  return wishedAnonymous(said) !== undefined && said.length <= (/[\u3400-\u9fff]/.test(said) ? 16 : 48)
}

function wishedAnonymous(text: string): boolean | undefined {
  if (
    /(不用|不要|不必|不需要|无需|不|唔使|唔需要|唔要|唔|免)匿[名明]|實名|实名|(not|no need|needn't|don't|doesn't)[^.]*anonymous/i.test(
      text,
    )
  )
    return false
  return /匿[名明]|別說是我|别说是我|anonymous/i.test(text) ? true : undefined
}

const telling: readonly string[] = [
  'repair.create',
  'complaint.create',
  'service.paid',
  'renovation.apply',
  'movein',
  'moveout',
  'other',
  'emergency',
]

function isTelling(said: Said): boolean {
  const { intent } = said.meaning
  return [...said.text.trim()].length >= 4 && telling.includes(intent)
}
