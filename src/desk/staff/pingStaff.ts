import type { StaffRole } from '../../domain/staff.ts'
import { inWorkTime } from '../../domain/time/calendar.ts'
import type { StaffContact, TellOptions, Telling, Work } from '../store.ts'

export interface Ping {
  readonly recordId?: number
  readonly what: Telling
  /** What a staff group may see: no unit, phone, name or words of the resident. */
  readonly forGroup?: string
  readonly onSent?: (staffId: number) => TellOptions['onSent']
}

/** Pings people in all their private chats; answers how many can be reached. People on duty have no quiet hours. */
export async function ping(work: Work, people: readonly StaffContact[], message: Ping): Promise<number> {
  let reached = 0
  for (const person of people) {
    for (const conversationId of person.conversations) {
      await work.tell(conversationId, message.what, {
        kind: 'ping',
        recordId: message.recordId,
        question: `order:${message.recordId ?? 0}`,
        evenAtNight: true,
        onSent: message.onSent?.(person.id),
      })
    }
    if (person.conversations.length > 0) reached += 1
  }
  if (message.forGroup !== undefined) {
    for (const group of await work.staffGroups()) {
      await work.tell(
        group,
        { text: message.forGroup },
        { kind: 'ping', recordId: message.recordId, evenAtNight: true },
      )
    }
  }
  return reached
}

/**
 * The people of these roles who are on duty; outside standard working time the duty attendant and the
 * highest manager on shift instead, unless nobody of them is there.
 */
export async function onDuty(
  work: Work,
  roles: readonly StaffRole[],
  options: { readonly atAnyHour?: boolean } = {},
): Promise<readonly StaffContact[]> {
  const here = (people: readonly StaffContact[]) => people.filter((person) => person.onDuty)
  const named = here(await work.staffWith(roles))
  const byDay = options.atAnyHour === true || inWorkTime(work.now, work.book.calendar)
  if (byDay && named.some((person) => person.conversations.length > 0)) return named
  const night = here(await work.staffWith(['duty', 'shift_head']))
  if (night.some((person) => person.conversations.length > 0)) return byDay ? [...named, ...night] : night
  return [...named, ...night.filter((person) => !named.some((each) => each.id === person.id))]
}
