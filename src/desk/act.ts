/** What a button press or a staff command asks for: a closed list, stored with the button, never with the client. */
import type { RepairEvent } from '../domain/repair/lifecycle.ts'
import type { Severity, Validity } from '../domain/complaint/lifecycle.ts'
import type { HelpEvent } from '../domain/help/request.ts'

export type Act =
  /** The same as typing `text`. */
  | { readonly do: 'say'; readonly text: string }
  | ({
      readonly do: 'repair'
      readonly event: RepairEvent
      readonly number: string
      readonly means?: Means
    } & RepairArgs)
  /** Did the technician come? */
  | { readonly do: 'arrived'; readonly number: string; readonly came: boolean; readonly means: Means }
  | { readonly do: 'help'; readonly event: HelpEvent; readonly number: string; readonly typed?: boolean }
  /** Staff answer a resident through the bot. */
  | { readonly do: 'reply'; readonly number?: string; readonly text: string }
  | { readonly do: 'binding'; readonly request: number; readonly approve: boolean }
  | { readonly do: 'due' }
  /** Somebody takes an overdue step upon himself: the ladder stops climbing (13.3 `acknowledged`). */
  | { readonly do: 'ack'; readonly number: string; readonly clock: string }
  | { readonly do: 'up'; readonly number: string; readonly reason: string }
  | { readonly do: 'extend'; readonly number: string; readonly reason: string }
  /** How the vendor's work came out, asked seven days later. */
  | { readonly do: 'vendor'; readonly number: string; readonly done: boolean; readonly means: Means }
  /** What the complainant says of the answer; staff note it after a call. */
  | {
      readonly do: 'opinion'
      readonly number: string
      readonly rating?: 's' | 'u' | 'missed'
      readonly remark?: string
      readonly means?: Means
    }
  | {
      readonly do: 'classify'
      readonly number: string
      readonly validity?: Validity
      readonly severity?: Severity
      readonly reason: string
    }
  | { readonly do: 'agree'; readonly number: string; readonly when: string }
  | { readonly do: 'progress'; readonly number: string; readonly text: string }
  | { readonly do: 'show'; readonly number: string }
  | {
      readonly do: 'materials'
      readonly number: string
      readonly check?: 'qualified' | 'unqualified' | 'poor'
      readonly note: string
    }
  | { readonly do: 'fee'; readonly number: string; readonly fen?: number }
  | { readonly do: 'sign_reason'; readonly number: string }
  | { readonly do: 'on_behalf'; readonly text: string }
  /** A code to bind another channel of one's own. */
  | { readonly do: 'own_code' }
  | { readonly do: 'help_words' }

/** Which answer in words the button stands for. */
export type Means = 'yes' | 'no' | 's' | 'b' | 'u'

export interface RepairArgs {
  readonly fen?: number
  readonly materialsFen?: number
  readonly text?: string
  readonly staffId?: number
  readonly staffName?: string
  /** A visit time in the words it was said with, resolved when performed. */
  readonly when?: string
  readonly mode?: 'chat' | 'phone' | 'visit'
  readonly rating?: 's' | 'b' | 'u'
  readonly feePending?: boolean
}
