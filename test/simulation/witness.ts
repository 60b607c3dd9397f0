/** Sees what passes between the desk, the database and the platforms; judged by `promises.ts`. */
import type { OutboxRow } from '../../src/desk/store.ts'
import type { Message } from '../../src/domain/message.ts'
import type { Outgoing } from '../../src/domain/outgoing.ts'
import type { Fields } from '../../src/desk/ports.ts'

/** One thing a platform took from us. */
export interface Delivered {
  /** The outbox row it came from. */
  readonly row: OutboxRow
  /** The chat that saw it, as `channel:chat` of its first days. */
  readonly chat: string
  readonly at: Date
}

export class Witness {
  /** Messages the platform was told we have, in that order. */
  readonly acknowledged: Message[] = []
  /** Messages whose handling was committed, in that order. */
  readonly handled: Message[] = []
  readonly delivered: Delivered[] = []
  /** Rows whose success was recorded. */
  readonly recordedSent = new Set<number>()
  readonly sentAgain: number[] = []
  /** The WeChat gateway keeps no queue: what died in our hands there is a gap that is known. */
  readonly gaps: Message[] = []
  readonly surprises: string[] = []
  readonly logged: { event: string; fields?: Fields }[] = []
  /** Crashes and database errors so far. */
  mishaps = 0
  readonly #rows = new WeakMap<Outgoing, OutboxRow>()

  claimed(rows: readonly OutboxRow[]): void {
    for (const row of rows) {
      this.#rows.set(row.body, row)
      if (this.recordedSent.has(row.id)) this.sentAgain.push(row.id)
    }
  }
  rowOf(body: Outgoing): OutboxRow {
    const row = this.#rows.get(body)
    if (row === undefined) throw new Error('something was sent that no outbox row holds')
    return row
  }
}
