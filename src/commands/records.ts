/** `guanjia records`: what was reported and what became of it, one record a line. */
import { isLocalDate } from '../domain/time/zone.ts'
import type { Db } from '../db/open.ts'
import type { RecordFilter } from '../db/records/readRecords.ts'
import { estateNames, readRecords } from '../db/records/readRecords.ts'
import { withDatabase } from './database.ts'
import type { CommandIo } from './io.ts'
import { CommandRefused, telling } from './io.ts'
import { csvHeader, csvRecord, shownRecord } from './records/recordLine.ts'

export const recordKinds = [
  'repair',
  'complaint',
  'renovation',
  'movein',
  'moveout',
  'service',
  'survey',
  'emergency',
  'suggestion',
  'praise',
  'handoff',
  'activity',
] as const

export const recordsHelp = `Prints records, oldest first, one a line.
Kinds: ${recordKinds.join(', ')}.
T is a day (2026-11-18, from its midnight at the estate) or a moment (2026-11-18T10:00+08:00).`

export interface RecordsArgs {
  readonly kind?: string
  readonly since?: string
  readonly estate?: string
  readonly format?: string
}

export function recordsCommand(args: RecordsArgs, io: CommandIo): Promise<number> {
  return telling(io, async () => {
    const format = formatOf(args.format)
    const filter = filterOf(args)
    return withDatabase(io, (db) => printRecords(db, filter, format, io))
  })
}

export async function printRecords(
  db: Db,
  filter: RecordFilter,
  format: 'jsonl' | 'csv',
  io: CommandIo,
): Promise<number> {
  if (filter.estate !== undefined) {
    const names = await estateNames(db)
    if (!names.includes(filter.estate))
      throw new CommandRefused(
        `--estate ${JSON.stringify(filter.estate)} is not here; there is: ${names.join('、') || 'none yet'}.`,
      )
  }
  if (format === 'csv') io.out(csvHeader)
  for await (const rows of readRecords(db, filter)) {
    for (const row of rows) {
      const record = shownRecord(row)
      io.out(format === 'csv' ? csvRecord(record) : JSON.stringify(record))
    }
    await io.drained?.()
  }
  return 0
}

function formatOf(said = 'jsonl'): 'jsonl' | 'csv' {
  if (said === 'jsonl' || said === 'csv') return said
  throw new CommandRefused(`--format must be jsonl or csv, but is ${JSON.stringify(said)}.`)
}

function filterOf({ kind, since, estate }: RecordsArgs): RecordFilter {
  if (kind !== undefined && !recordKinds.some((known) => known === kind))
    throw new CommandRefused(
      `--kind must be one of ${recordKinds.join(', ')}, but is ${JSON.stringify(kind)}.`,
    )
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(estate === undefined ? {} : { estate }),
    ...(since === undefined ? {} : { since: sinceOf(since) }),
  }
}

function sinceOf(said: string): NonNullable<RecordFilter['since']> {
  const [, date = '', time = '00:00', offset] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      said.trim(),
    ) ?? []
  if (!isLocalDate(date))
    throw new CommandRefused(
      `--since must be a day like 2026-11-18 or a moment like 2026-11-18T10:00+08:00, but is ${JSON.stringify(said)}.`,
    )
  const wall = `${date}T${time}`
  return offset === undefined ? { wall } : { instant: `${wall}${offset}` }
}
