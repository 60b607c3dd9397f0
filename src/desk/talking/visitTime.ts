/** A said time as a visit: when it starts and ends, and whether it can be promised. */
import type { SaidTime } from '../../domain/saidTime.ts'
import { asLocalDate, at, localDate } from '../../domain/time/zone.ts'
import type { Zone } from '../../domain/time/zone.ts'

export interface Visit {
  readonly start: Date
  readonly end: Date | null
}

/** A day without an hour is a visit in working time; "after" has a start only, "before" an end. */
export function visitOf(said: SaidTime, zone: Zone): Visit {
  const [first = '', second = ''] = said.iso.split('/')
  switch (said.precision) {
    case 'minute':
      return { start: new Date(said.iso), end: null }
    case 'window':
      return { start: moment(first, zone, '08:00'), end: moment(second, zone, '18:00') }
    case 'day':
    case 'days':
      return {
        start: moment(first, zone, '08:00'),
        end: moment(second === '' ? first : second, zone, '18:00'),
      }
    case 'after':
      return { start: moment(first, zone, '08:00'), end: null }
    case 'before': {
      const end = moment(second, zone, '18:00')
      return {
        start: new Date(
          Math.max(end.getTime() - 2 * 3_600_000, at(localDate(end, zone), '08:00', zone).getTime()),
        ),
        end,
      }
    }
  }
}

/** No visit in the past, none that starts or lasts after 22:00. */
export function judgeVisit(said: SaidTime, now: Date, zone: Zone): 'ok' | 'past' | 'night' {
  const { start, end } = visitOf(said, zone)
  const last = end ?? start
  if (
    said.precision === 'window' ||
    said.precision === 'day' ||
    said.precision === 'days' ||
    said.precision === 'before'
  ) {
    if (last <= now) return 'past'
  } else if (start.getTime() < now.getTime() - 60_000) return 'past'
  const night = at(localDate(start, zone), '22:00', zone)
  const morning = at(localDate(start, zone), '06:00', zone)
  if (start < morning || start >= night) return 'night'
  // "晚上" runs to 23:00 in words; the visit is simply kept inside the permitted hours.
  if (said.precision === 'minute' && last > night) return 'night'
  return 'ok'
}

function moment(text: string, zone: Zone, hhmm: string): Date {
  return text.includes('T') ? new Date(text) : at(asLocalDate(text), hhmm, zone)
}
