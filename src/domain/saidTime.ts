/**
 * A time as a resident said it, resolved on the injected clock in the estate's zone.
 *
 * `iso` by precision: minute `2026-11-19T15:00+08:00`; window `start/end`; day `2026-11-21`;
 * days `d1/d2`; after `start/..`; before `../end`.
 */
export interface SaidTime {
  readonly raw: string
  readonly iso: string
  readonly precision: 'minute' | 'window' | 'day' | 'days' | 'after' | 'before'
  /** visit = when somebody should come or a thing is planned; event = when it happened. */
  readonly role: 'visit' | 'event'
}
