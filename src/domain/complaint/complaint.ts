/** A complaint with its handling record (`Complaint`, `ComplaintHandling`, rulebook 3.2). */
import type { Policy } from '../policy.ts'
import type { ComplaintFacts, ComplaintState, Severity, Validity } from './lifecycle.ts'

export interface ComplaintDetails {
  /** Whom or what it is about, in the resident's words. */
  readonly target?: string
  /** Nobody below the manager sees who it was. */
  readonly anonymous?: boolean
  /** Staff it is about: hidden from them in every list, ping and search. */
  readonly accused?: readonly number[]
  readonly validity?: Validity
  readonly severity?: Severity
  readonly reason?: string
  /** When the resident was promised the answer, in agreement. */
  readonly agreedReplyAt?: string
  readonly answer?: string
  readonly handledAt?: string
  /** Ids of the complaints about the same event. */
  readonly together?: readonly number[]
  readonly callbackTries?: readonly string[]
  readonly unreached?: boolean
  readonly satisfaction?: 's' | 'u'
  /** The complaint whose answer this one is about, and the one about this one's. */
  readonly supersedes?: string
  readonly supersededBy?: string
}

export interface Complaint {
  readonly id: number
  readonly estateId: number
  readonly number: string
  readonly status: ComplaintState
  readonly conversationId: number | null
  readonly personId: number | null
  readonly building: string | null
  readonly unit: string | null
  readonly room: string | null
  readonly reporter: string
  readonly phone: string
  readonly category: string | null
  readonly locationKind: string | null
  readonly description: string
  readonly channel: string
  readonly staffId: number | null
  readonly createdAt: Date
  readonly policy: Policy
  readonly details: ComplaintDetails
}

export function factsOf(complaint: Complaint, byVisit = false): ComplaintFacts {
  const { severity, together = [], callbackTries = [] } = complaint.details
  return {
    severitySet: severity !== undefined,
    byVisit,
    collective: together.length > 0,
    callbackDays: callbackTries.length,
  }
}
