/**
 * What a work writes about records, kept in hand until somebody asks the database or the work ends: then
 * each table gets one statement, all sent at once. A record filed in this work is written in the state it
 * ends in. So the locks of a filing, first of all the record number's, are held for two round trips instead
 * of thirty.
 */
import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../open.ts'
import { runIn } from '../open.ts'
import { buttons, records, repairTickets } from '../schema/index.ts'
import * as s from './statements.ts'

type Row = Record<string, unknown>
type Clock = { readonly recordId: number; readonly clock: string }
type Spent = { readonly by: number | null } & ({ readonly question: string } | { readonly recordId: number })

interface Patch {
  readonly id: number
  /** The version the row lies there with. */
  readonly version: number
  patch: Row
}

export interface Ledger {
  newRecord(row: Row & { id: number }): void
  newTicket(row: Row & { recordId: number }): void
  change(of: { id: number; version: number }, record: Row, ticket: Row): void
  event(row: Row): void
  startClock(row: Row & Clock): void
  stopClocks(recordId: number, clocks: readonly string[] | undefined, at: Date): void
  newButtons(rows: readonly Row[]): void
  spend(which: Spent, at: Date): void
  /** Writes what is in hand; whoever reads these tables, or ends the work, does this first. */
  write(): Promise<void>
}

const ledgers = new WeakMap<Tx, Ledger>()

/** The one ledger of a transaction. */
export function ledgerOf(tx: Tx): Ledger {
  const known = ledgers.get(tx)
  if (known !== undefined) return known
  const ledger = openLedger(tx)
  ledgers.set(tx, ledger)
  return ledger
}

/** Every column as the database would fill it. */
function blank(table: PgTable): Row {
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([key, column]) => [key, column.default ?? null]),
  )
}
export const blankRecord = blank(records)
export const blankTicket = blank(repairTickets)
const blankButton = blank(buttons)

function nothing() {
  return {
    records: new Map<number, Row>(),
    tickets: new Map<number, Row>(),
    recordPatches: new Map<number, Patch>(),
    ticketPatches: new Map<number, Patch>(),
    events: [] as Row[],
    clocks: [] as (Row & Clock)[],
    stopped: [] as { recordId: number; clock: string | null; at: Date }[],
    buttons: [] as Row[],
    spent: [] as (Spent & { readonly at: Date })[],
  }
}

function openLedger(tx: Tx): Ledger {
  let hand = nothing()
  const patch = (patches: Map<number, Patch>, { id, version }: { id: number; version: number }, row: Row) => {
    const known = patches.get(id)
    if (known === undefined) patches.set(id, { id, version, patch: row })
    else known.patch = { ...known.patch, ...row }
  }
  return {
    newRecord: (row) => void hand.records.set(row.id, row),
    newTicket: (row) => void hand.tickets.set(row.recordId, row),
    change: (of, record, ticket) => {
      const filed = hand.records.get(of.id)
      if (filed !== undefined) Object.assign(filed, record)
      else patch(hand.recordPatches, of, record)
      if (Object.keys(ticket).length === 0) return
      const made = hand.tickets.get(of.id)
      if (made !== undefined) Object.assign(made, ticket)
      else patch(hand.ticketPatches, of, ticket)
    },
    event: (row) => void hand.events.push(row),
    startClock: (row) => void hand.clocks.push(row),
    stopClocks: (recordId, clocks, at) => {
      for (const row of hand.clocks)
        if (row.recordId === recordId && (clocks?.includes(row.clock) ?? true)) row['cancelledAt'] ??= at
      // A record filed in this work has no clocks but those in hand.
      if (hand.records.has(recordId)) return
      for (const clock of clocks ?? [null]) hand.stopped.push({ recordId, clock, at })
    },
    newButtons: (rows) => void hand.buttons.push(...rows),
    spend: (which, at) => {
      for (const row of hand.buttons) {
        const hit =
          'question' in which ? row['question'] === which.question : row['recordId'] === which.recordId
        if (hit && row['usedAt'] === undefined) Object.assign(row, { usedAt: at, usedBy: which.by })
      }
      if (!('recordId' in which && hand.records.has(which.recordId))) hand.spent.push({ ...which, at })
    },
    write: async () => {
      const written = hand
      hand = nothing()
      await Promise.all(writing(tx, written))
    },
  }
}

/** Sent in this order without waiting: one connection runs them one after the other. */
function writing(tx: Tx, hand: ReturnType<typeof nothing>): Promise<unknown>[] {
  const all = (insert: s.Insert, rows: readonly Row[]) =>
    rows.length === 0 ? [] : [runIn(tx, insert.text, [JSON.stringify(rows.map(insert.row))])]
  const patched = (update: s.Insert, patches: ReadonlyMap<number, Patch>) =>
    patches.size === 0 ? [] : [changed(tx, update, [...patches.values()])]
  const runs = new Map<string, number>()
  const numbered = hand.clocks.map((row) => {
    if (row['generation'] !== undefined) return row
    const key = `${row.recordId} ${row.clock}`
    const run = (runs.get(key) ?? 0) + 1
    runs.set(key, run)
    return { ...row, run }
  })
  return [
    ...all(s.newRecords, [...hand.records.values()]),
    ...all(s.newTickets, [...hand.tickets.values()]),
    ...patched(s.recordPatches, hand.recordPatches),
    ...patched(s.ticketPatches, hand.ticketPatches),
    ...all(s.newEvents, hand.events),
    ...hand.stopped.map(({ recordId, clock, at }) =>
      runIn(tx, s.stopClocks, [recordId, clock, at.toISOString()]),
    ),
    ...all(s.newDeadlines, numbered),
    ...hand.spent.map((spent) =>
      'question' in spent
        ? runIn(tx, s.spendByQuestion, [spent.question, spent.at.toISOString(), spent.by])
        : runIn(tx, s.spendByRecord, [spent.recordId, spent.at.toISOString(), spent.by]),
    ),
    ...all(
      s.newButtons,
      hand.buttons.map((row) => ({ ...blankButton, ...row })),
    ),
  ]
}

async function changed(tx: Tx, update: s.Insert, patches: readonly Patch[]): Promise<void> {
  const rows = patches.map(({ id, version, patch }) => ({ id, version, patch: update.row(patch) }))
  const found = await runIn(tx, update.text, [JSON.stringify(rows)])
  if (found.length !== rows.length) throw new Error('the order changed under the hand')
}
