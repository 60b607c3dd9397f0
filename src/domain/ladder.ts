/**
 * The escalation ladder: what happens at 50 %, 80 % and 100 % of a limit and one level
 * further per 50 % after it. A rung fires once; only the acknowledgement or the step itself ends the ladder.
 */
import type { StaffRole } from './staff.ts'

/** Engineering branch of, lowest level first. */
export const engineeringLevels: readonly (readonly StaffRole[])[] = [
  ['technician'],
  ['eng_supervisor'],
  ['director', 'property_manager'],
  ['complaint_centre'],
  ['vp'],
  ['gm'],
]

/** Reception branch of. */
export const receptionLevels: readonly (readonly StaffRole[])[] = [
  ['duty', 'front_desk', 'cs'],
  ['cs_supervisor'],
  ['cs_manager', 'director'],
  ['complaint_centre'],
  ['vp'],
  ['gm'],
]

/** Special help requests: one role further every 60 s. */
export const emergencyLevels: readonly (readonly StaffRole[])[] = [
  ['duty', 'control_room', 'director'],
  ['shift_head', 'security_supervisor'],
  ['eng_supervisor', 'cs_supervisor'],
  ['property_manager', 'gm'],
]

export type RungKind = 'remind' | 'copy' | 'escalate'

export interface Rung {
  readonly at: Date
  readonly kind: RungKind
  /** How many levels above the owner of the step; 0 for a reminder to the owner. */
  readonly level: number
}

/** Limit ladder: 50 % reminder, 80 % reminder and copy, 100 % one level up, then one level per further 50 %. */
export function limitRung(start: Date, due: Date, index: number): Rung {
  const limit = due.getTime() - start.getTime()
  const percent = index === 0 ? 50 : index === 1 ? 80 : 100 + (index - 2) * 50
  const at = new Date(start.getTime() + Math.round((limit * percent) / 100))
  if (index === 0) return { at, kind: 'remind', level: 0 }
  if (index === 1) return { at, kind: 'copy', level: 1 }
  return { at, kind: 'escalate', level: index - 1 }
}

/** Even ladder: one level up every `everyMs`, starting one interval after `start`. */
export function evenRung(start: Date, everyMs: number, index: number): Rung {
  return { at: new Date(start.getTime() + everyMs * (index + 1)), kind: 'escalate', level: index + 1 }
}

/** The level to ping; past the top the top level keeps being told once a day. */
export function rolesAt(levels: readonly (readonly StaffRole[])[], level: number): readonly StaffRole[] {
  return levels[Math.min(level, levels.length - 1)] ?? []
}

export function isPastTop(levels: readonly (readonly StaffRole[])[], level: number): boolean {
  return level >= levels.length
}
