/** The machine's effects as sentences: one short question at a time. */
import { roomLabel } from '../../domain/place.ts'
import type { Language } from '../../domain/matter.ts'
import type { Draft, Slot } from '../../machines/draft.ts'
import type { TalkEffect } from '../../machines/matter.ts'
import type { Wording } from '../../wording/index.ts'
import { saidTimeWords, wordingIn } from '../../wording/index.ts'
import type { EstateBook } from '../store.ts'
import type { Reply, Task } from './turn.ts'

export function spoken(
  effects: readonly TalkEffect[],
  book: EstateBook,
  language: Language,
  now: Date,
): { replies: Reply[]; tasks: Task[] } {
  const w = wordingIn(language)
  const replies: Reply[] = []
  const tasks: Task[] = []
  for (const effect of effects) {
    switch (effect.type) {
      case 'ask':
        replies.push(question(effect.params.slot, effect.params.draft, w))
        break
      case 'restate':
        replies.push(restated(effect.params.draft, book, language, now))
        break
      case 'file':
        tasks.push({ do: 'file', draft: effect.params.draft })
        break
      case 'drop':
        replies.push({ text: w.dropped })
        break
    }
  }
  return { replies, tasks }
}

function question(slot: Slot | 'which', draft: Draft, w: Wording): Reply {
  const trouble = troubleWords(draft, w)
  const asked = plainQuestion(slot, draft, w)
  return trouble === '' ? asked : { ...asked, text: `${trouble}\n${asked.text}` }
}

function troubleWords(draft: Draft, w: Wording): string {
  switch (draft.trouble) {
    case undefined:
      return ''
    case 'unit_missing':
      return ''
    case 'time_past':
      return w.timePast
    case 'time_night':
      return w.timeNight
    case 'room_incomplete':
      return w.roomIncomplete
    case 'not_understood':
      return w.answerNotClear
  }
}

function plainQuestion(slot: Slot | 'which', draft: Draft, w: Wording): Reply {
  const say = (label: string) => ({ label, say: label })
  switch (slot) {
    case 'description':
      return { text: w.askWhat[draft.kind] }
    case 'location_kind':
      return { text: w.askLocationKind, choices: [say(w.atHome), say(w.inPublic)] }
    case 'room':
      if (draft.unitAsked === 'now' && draft.units !== undefined) {
        return { text: w.whichUnit(draft.units), choices: draft.units.map((unit) => say(w.unit(unit))) }
      }
      return draft.known.rooms.length > 1
        ? { text: w.askWhichRoom, choices: draft.known.rooms.map((room) => say(roomLabel(room))) }
        : { text: w.askRoom }
    case 'target':
      return { text: w.askTarget }
    case 'place':
      return { text: w.askPlace }
    case 'time':
      if (draft.kind !== 'repair' && draft.kind !== 'service') return { text: w.askDay[draft.kind] }
      return {
        text: w.askTime,
        choices: [say(w.asap), say(w.thisAfternoon), say(w.tomorrowMorning), say(w.tomorrowAfternoon)],
      }
    case 'phone':
      return { text: w.askPhone }
    case 'which': {
      const slots = changeable(draft)
      return { text: w.askWhich, choices: [...slots.map((each) => say(w.whichSlot[each])), say(w.cancel)] }
    }
  }
}

function changeable({ kind, locationKind }: Draft): readonly Slot[] {
  if (kind === 'complaint') return ['description', 'target']
  return locationKind === 'public'
    ? ['description', 'place', 'phone']
    : ['description', 'room', 'time', 'phone']
}

/** Restated before it is final (R-15.06), with the price standard and that no cash is taken (R-2.33). */
function restated(draft: Draft, book: EstateBook, language: Language, now: Date): Reply {
  const w = wordingIn(language)
  const home = draft.locationKind === 'in-home'
  const label = draft.room === undefined ? '' : roomLabel(draft.room)
  const where = home ? label : (draft.place ?? label)
  const when =
    draft.when?.kind === 'slot'
      ? saidTimeWords(draft.when.iso, draft.when.precision, now, book.calendar.zone, language)
      : w.asap
  const item = book.catalogue.find((each) => each.category === (draft.category ?? 'other'))
  if (draft.kind === 'complaint') return confirmed(complaintLines(draft, w), w)
  const lines = [
    w.lineWhat(draft.words.join('；') || w.photosOnly),
    w.lineWhere(where, home),
    w.lineWhen(when),
    ...(draft.phone === undefined ? [] : [w.linePhone(draft.phone, draft.name ?? '')]),
    ...(draft.photos > 0 ? [w.linePhotos(draft.photos)] : []),
    ...(home && draft.kind === 'repair'
      ? [item === undefined ? w.lineReview : w.lineFee(item.standard)]
      : []),
    ...(draft.kind === 'service' ? [w.linePaid] : []),
  ]
  return confirmed(lines, w, troubleWords(draft, w))
}

function complaintLines(draft: Draft, w: Wording): readonly string[] {
  return [
    w.lineWhat(draft.words.join('；') || w.photosOnly),
    ...(draft.target === undefined ? [] : [w.lineTarget(draft.target)]),
    ...(draft.photos > 0 ? [w.linePhotos(draft.photos)] : []),
    draft.anonymous === true ? w.lineAnonymous : w.lineMayBeAnonymous,
  ]
}

function confirmed(lines: readonly string[], w: Wording, prefix = ''): Reply {
  return {
    text: `${prefix === '' ? '' : `${prefix}\n`}${w.restate(lines)}`,
    choices: [
      { label: w.yes, say: w.yes },
      { label: w.edit, say: w.edit },
      { label: w.cancel, say: w.cancel },
    ],
  }
}
