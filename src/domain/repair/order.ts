/** A repair work order with its intake row (`RepairTicket`, rulebook 2.2). */
import type { RepairCategory } from '../matter.ts'
import type { LocationKind } from '../place.ts'
import type { Policy, ProfileId } from '../policy.ts'
import type { SaidTime } from '../saidTime.ts'
import type { ArrivalFacts, CheckIn } from './clocks.ts'
import type { RepairFacts, RepairKind, RepairState } from './lifecycle.ts'
import type { Urgency } from './urgency.ts'

export interface Quote {
  readonly totalFen: number
  readonly materialsFen?: number
  readonly item?: string
  readonly by: number
  readonly at: string
}

export interface RepairOrder {
  readonly id: number
  readonly estateId: number
  readonly number: string
  readonly status: RepairState
  readonly version: number
  readonly conversationId: number | null
  readonly personId: number | null
  readonly reporter: string
  readonly phone: string
  readonly building: string | null
  readonly unit: string | null
  readonly room: string | null
  readonly place: string
  readonly category: RepairCategory
  readonly locationKind: LocationKind
  readonly urgent: boolean
  readonly description: string
  readonly time: SaidTime | null
  readonly createdAt: Date
  readonly profile: ProfileId
  readonly policy: Policy

  readonly repairKind: RepairKind
  readonly urgency: Urgency
  readonly timing: 'immediate' | 'appointment'
  readonly slotStart: Date | null
  readonly slotEnd: Date | null
  readonly inCatalogue: boolean
  readonly catalogueId: number | null
  readonly technicianId: number | null
  readonly technicianName: string | null
  readonly orderedAt: Date | null
  readonly dispatchedAt: Date | null
  readonly receivedAt: Date | null
  readonly acceptedAt: Date | null
  readonly arrivedAt: Date | null
  readonly checkIn: CheckIn | null
  readonly arrivalConfirmed: boolean | null
  readonly finishedAt: Date | null
  readonly signedAt: Date | null
  readonly returnedAt: Date | null
  readonly actualItem: string | null
  readonly quote: Quote | null
  readonly consentedAt: Date | null
  readonly materials: Materials | null
  readonly work: string | null
  readonly feeState: FeeState
  readonly feeFen: number | null
  readonly feeProposals: Readonly<Record<string, number>>
  readonly payer: 'owner' | 'tenant' | 'none'
  readonly copies: Readonly<Record<string, string>>
  readonly opinion: string | null
  readonly notRepairedReason: string | null
  readonly reasonSigned: readonly number[]
  readonly satisfaction: Rating | null
  readonly callback: Callback | null
  readonly callbackTries: readonly string[]
  readonly unreached: boolean
  readonly reworks: number
}

export type FeeState = 'none' | 'undetermined' | 'fixed' | 'billed' | 'paid'
/** s 满意, b 基本满意, u 不满意 */
export type Rating = 's' | 'b' | 'u'
export interface Materials {
  readonly source: 'resident' | 'office'
  readonly check?: 'qualified' | 'unqualified' | 'poor'
  readonly priceFen?: number
  readonly note?: string
}
/** A callback that took place: who called, how, what was said. */
export interface Callback {
  readonly mode: 'chat' | 'phone' | 'visit'
  readonly by: number | 'resident'
  readonly at: string
  readonly rating: Rating
  readonly remark?: string
}

/** Free for the resident: public facilities and anything inside the warranty. */
export function isFree(order: Pick<RepairOrder, 'repairKind'>): boolean {
  return order.repairKind !== 'in_unit'
}

export function factsOf(
  order: RepairOrder,
  given: { readonly actorStaffId?: number; readonly vendorListed: boolean; readonly supervises?: boolean },
): RepairFacts {
  const { actorStaffId } = given
  return {
    kind: order.repairKind,
    inCatalogue: order.inCatalogue,
    vendorListed: given.vendorListed,
    consented: isFree(order) || order.consentedAt !== null,
    feeSettledOrPending: isFree(order) || order.feeState !== 'none',
    callerIsNotTechnician: actorStaffId === undefined || actorStaffId !== order.technicianId,
    callbackDays: order.callbackTries.length,
    mine:
      order.technicianId === null ||
      actorStaffId === order.technicianId ||
      given.supervises === true ||
      actorStaffId === undefined,
  }
}

export function arrivalFactsOf(order: RepairOrder): ArrivalFacts {
  return {
    kind: order.repairKind,
    urgency: order.urgency,
    slotStart: order.slotStart ?? undefined,
    reportedAt: order.createdAt,
    receivedAt: order.receivedAt ?? undefined,
    dispatchedAt: order.dispatchedAt ?? undefined,
    acceptedAt: order.acceptedAt ?? undefined,
    // Only an off-catalogue price moves the start of the limit.
    consentedAt: order.inCatalogue ? undefined : (order.consentedAt ?? undefined),
  }
}
