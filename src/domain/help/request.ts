/**
 * What a person answers: a help request, a hand-over (rulebook 8, R-15.13), a complaint, an application.
 * Taken by somebody, or the ladder climbs.
 */
import type { ComplaintDetails } from '../complaint/complaint.ts'
import type { Transition } from '../lifecycle.ts'
import type { RecordKind } from '../matter.ts'
import type { StaffRole } from '../staff.ts'
import { staffRoles } from '../staff.ts'

export const helpStates = ['open', 'acknowledged', 'closed', 'cancelled'] as const
export type HelpState = (typeof helpStates)[number]
export type HelpEvent = 'take' | 'hand_back' | 'resolve' | 'cancel'

/** emergency = special help; handoff = the resident wants a person, or the bot cannot help. */
export type HelpType = 'emergency' | 'handoff'

export interface HelpRequest {
  readonly id: number
  readonly estateId: number
  readonly number: string
  readonly kind: Exclude<RecordKind, 'repair'>
  /** Of help requests only. */
  readonly type: HelpType | null
  readonly status: HelpState
  readonly version: number
  readonly conversationId: number | null
  readonly building: string | null
  readonly unit: string | null
  readonly room: string | null
  readonly reporter: string
  readonly phone: string
  readonly description: string
  readonly staffId: number | null
  readonly createdAt: Date
  readonly details: ComplaintDetails
}

const anyStaff: readonly StaffRole[] = staffRoles

export const helpLifecycle: readonly Transition<HelpState, HelpEvent, null>[] = [
  { from: ['open'], event: 'take', to: 'acknowledged', who: anyStaff },
  // A colleague takes over what somebody else has in hand.
  { from: ['acknowledged'], event: 'take', to: 'acknowledged', who: anyStaff },
  { from: ['open', 'acknowledged'], event: 'resolve', to: 'closed', who: anyStaff },
  { from: ['acknowledged'], event: 'hand_back', to: 'closed', who: anyStaff },
  { from: ['open', 'acknowledged'], event: 'cancel', to: 'cancelled', who: ['resident'] },
]
