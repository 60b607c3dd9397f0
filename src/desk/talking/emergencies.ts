/** Emergencies first, whatever else the message says and whatever state the conversation is in. */
import type { Meaning } from '../../language/meaning.ts'
import type { Wording } from '../../wording/index.ts'
import { wordingIn } from '../../wording/index.ts'
import { isWhole } from '../../machines/draft.ts'
import type { Scene } from './decide.ts'
import type { Turn } from './turn.ts'

export function emergencyTurn(scene: Scene, text: string, meaning: Meaning, isGroup: boolean): Turn {
  const w = wordingIn(scene.language)
  const { person } = scene.loaded.identity
  const said = meaning.slots.room
  // An unknown place never delays help: the household's address is used meanwhile (8.3).
  const room = said ?? (person?.rooms.length === 1 ? person.rooms[0] : undefined) ?? null
  return {
    talk: scene.talk,
    language: scene.language,
    replies: [],
    tasks: [
      {
        do: 'emergency',
        text,
        what: isGroup ? '' : whatToDo(text, meaning, w),
        room: room === null ? null : { building: room.building, unit: room.unit, room: room.room },
        phone: meaning.slots.phone?.value ?? person?.phone ?? '',
        category: meaning.slots.category ?? null,
        locationKind: meaning.slots.locationKind ?? null,
      },
    ],
  }
}

export function placeIsKnown(
  room: { building: string | null; unit: string | null; room: string | null } | null,
): boolean {
  return room !== null && isWhole(room)
}

function whatToDo(text: string, meaning: Meaning, w: Wording): string {
  const { category } = meaning.slots
  if (category === 'gas' || /燃气|煤气|瓦斯|天然气|燃氣|煤氣|天然氣|\bgas\b/i.test(text)) return w.doGas
  if (
    category === 'elevator' ||
    /困.*(电梯|電梯|升降機)|(电梯|電梯|升降機|lift|elevator).*(困|stuck|trapped)/i.test(text)
  )
    return w.doLift
  if (/触电|觸電|电到|電到|electrocut|electric shock/i.test(text)) return w.doShock
  if (/火|烟|煙|烧|燒|\bfire\b|smoke|burning/i.test(text)) return w.doFire
  if (/晕|暈|昏|心脏|心臟|呼吸|流血|摔|抽搐|中风|中風|救命|faint|heart|bleed|unconscious|breath/i.test(text))
    return w.doMedical
  if (/偷|抢|搶|打架|贼|賊|刀|砍|撬|steal|thief|robb|fight|knife|break.?in/i.test(text)) return w.doCrime
  if (/水.*(淹|灌|漫)|淹|flood/i.test(text)) return w.doFlood
  if (/掉|坠|墜|脱落|脫落|塌|fall/i.test(text)) return w.doFalling
  return w.doOther
}
