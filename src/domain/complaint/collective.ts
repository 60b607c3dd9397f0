/**
 * One event, many households: five different flats of one estate that complain about the same within a day
 * . Households are counted, not messages.
 */
import type { RoomName } from '../place.ts'

export interface Grievance {
  readonly id: number
  readonly receivedAt: Date
  /** What it is about: the category, and the words of it that name the place or the noise. */
  readonly category: string | null
  readonly room: RoomName | null
}

/** The complaints about the same as `last`, oldest first, once enough households are among them. */
export function collectiveOf(
  last: Grievance,
  others: readonly Grievance[],
  rule: { readonly households: number; readonly windowHours: number },
): readonly Grievance[] | undefined {
  const since = last.receivedAt.getTime() - rule.windowHours * 3_600_000
  const same = [...others.filter(({ id }) => id !== last.id), last]
    .filter(
      ({ category, receivedAt }) =>
        category !== null && category === last.category && receivedAt.getTime() >= since,
    )
    .toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
  const households = new Set(same.flatMap(({ room }) => (room === null ? [] : [flatOf(room)])))
  return households.size >= rule.households ? same : undefined
}

function flatOf({ building, unit, room }: RoomName): string {
  return `${building ?? ''}/${unit ?? ''}/${room ?? ''}`
}
