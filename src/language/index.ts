import { decide } from './decide.ts'
import { editsOf } from './edits.ts'
import { splitIssues } from './issues.ts'
import { faultScore } from './faults.ts'
import { languageOf } from './language.ts'
import type { Context, Intent, Meaning, Slots } from './meaning.ts'
import { normalise, type Reading } from './normalise.ts'
import { withDigits } from './numbers.ts'
import { findPhone } from './phone.ts'
import { findRooms } from './room.ts'
import { anonymityOf, nameOf, ratingOf, ticketOf } from './small.ts'
import { categoryOf, locationKindOf } from './subject.ts'
import { findTime, type Lean } from './time.ts'
import { isUrgentFault } from './urgency.ts'

export type { Asked, Context, Intent, Meaning, Slots } from './meaning.ts'
export { intents } from './meaning.ts'

const told: ReadonlySet<Intent> = new Set(['complaint.create', 'complaint.status', 'emergency', 'praise'])
/** What is asked or said of the bot carries no time, room or phone of a matter. */
const bare: ReadonlySet<Intent> = new Set(['spam', 'greeting', 'thanks', 'smalltalk', 'menu'])

const lendsItself: ReadonlySet<Intent> = new Set([
  'fee.question',
  'outage.question',
  'consult',
  'cancel',
  'edit',
])
const asksOfRules: ReadonlySet<Intent> = new Set([
  'renovation.question',
  'suggestion',
  'consult',
  'fee.question',
])

/** What a resident's message means. Pure: the same text and context always give the same meaning. */
export function understand(text: string, context: Context): Meaning {
  const reading = normalise(text)
  const digits = withDigits(reading)
  const { asked } = context
  const phone = findPhone(digits)
  const rooms = findRooms(phone === undefined ? digits : blanked(digits, phone.from, phone.to))
  const anyTime = asked === 'time' ? findTime(digits, context.now, context.zone, 'visit', true) : undefined
  const room =
    rooms.room ?? (asked === 'target' ? undefined : asked === 'room' ? rooms.targetRoom : undefined)
  const decision = decide(
    reading.text,
    {
      room: room !== undefined || rooms.targetRoom !== undefined,
      phone: phone !== undefined,
      time: anyTime !== undefined,
    },
    context,
  )
  const { intent } = decision
  // 马桶堵了顺便问下物业费: the fault inside a question keeps its category
  const subject = lendsItself.has(intent) && faultScore(reading.text) >= 5 ? 'repair.create' : intent
  const lean: Lean = told.has(intent) ? 'event' : 'visit'
  const when = anyTime ?? findTime(digits, context.now, context.zone, lean, asked === 'time')
  // 周末能装修吗 asks of every weekend
  const general = when !== undefined && /周末|weekend/i.test(when.raw) && asksOfRules.has(intent)
  const time = general || (intent === 'other' && asked === undefined) ? undefined : when
  const likely = categoryOf(reading.text, subject)
  const kind = asked === 'location_kind' ? answeredKind(reading.text) : undefined
  const locationKind = kind ?? locationKindOf(reading.text, subject, (room?.room ?? null) !== null)
  // A lamp inside a flat is its wiring, whatever the lamp is called.
  const category = likely === 'public_lighting' && locationKind === 'in-home' ? 'electrical' : likely
  const silent = bare.has(intent) && asked === undefined && decision.confidence >= 0.6
  const targetRoom = rooms.targetRoom ?? (asked === 'target' ? rooms.room : undefined)
  const ticket = ticketOf(reading.text)
  const anonymous =
    asked === 'anonymous' && decision.polarity !== undefined
      ? decision.polarity === 'yes'
      : anonymityOf(reading.text)
  const rating = ratingOf(reading.text, asked === 'rating' || asked === 'signoff')
  const name = nameOf(reading.text, text, asked === 'name')
  const slots: Slots = {
    ...(!silent && room !== undefined && asked !== 'target' && { room }),
    ...(!silent && targetRoom !== undefined && { targetRoom }),
    ...(!silent && phone !== undefined && { phone: { raw: phone.raw, value: phone.value } }),
    ...(!silent && time !== undefined && { time }),
    ...(locationKind !== undefined && { locationKind }),
    ...(category !== undefined && { category }),
    ...(name !== undefined && { name }),
    ...(ticket !== undefined && { ticket }),
    ...(anonymous !== undefined && { anonymous }),
    ...(rating !== undefined && { rating }),
  }
  const edits =
    intent === 'edit'
      ? editsOf(reading.text, {
          room: room !== undefined,
          phone: phone !== undefined,
          time: time !== undefined,
        })
      : undefined
  const issues = bare.has(intent)
    ? undefined
    : splitIssues(reading.text, (piece) => {
        const one = decide(
          piece,
          { room: false, phone: false, time: false },
          { now: context.now, zone: context.zone },
        )
        const of = categoryOf(piece, one.intent)
        return {
          intent: one.intent,
          ...(of !== undefined && { category: of }),
          score: one.score,
          confidence: one.confidence,
        }
      })
  const written = issues?.map((issue) => ({ ...issue, text: asWritten(reading, issue.text) }))
  return {
    intent,
    confidence: decision.confidence,
    urgent:
      intent === 'emergency' ||
      ((intent === 'repair.create' || intent === 'complaint.create') && isUrgentFault(reading.text)),
    language: languageOf(reading),
    slots,
    ...(decision.polarity !== undefined && { polarity: decision.polarity }),
    ...(edits !== undefined && { edits }),
    ...(written !== undefined && { issues: written }),
    why: decision.why,
  }
}

/** A piece of the reading, as the resident wrote it. */
function asWritten({ original, text, origin }: Reading, piece: string): string {
  const from = text.indexOf(piece)
  if (from < 0) return piece
  return original.slice(origin[from] ?? 0, origin[from + piece.length] ?? original.length).trim()
}

function answeredKind(text: string): 'in-home' | 'public' | undefined {
  if (/^\s*(?:2|b)\s*[.。]?$|公共|公区|外面|楼道|走廊|public|common|outside|门外|小区里/.test(text))
    return 'public'
  if (/^\s*(?:1|a)\s*[.。]?$|家|室内|屋|房间里|里面|home|inside|my (?:flat|place)/.test(text))
    return 'in-home'
  return undefined
}

/** The same reading without a stretch already understood, so that no digit is read twice. */
function blanked(
  reading: ReturnType<typeof withDigits>,
  from: number,
  to: number,
): ReturnType<typeof withDigits> {
  return { ...reading, text: reading.text.slice(0, from) + '|'.repeat(to - from) + reading.text.slice(to) }
}
