/**
 * The statements a {@link Ledger} is written with: one per table, whose rows come as one JSON array, so the
 * texts never change and stay prepared however many rows there are.
 */
import type { PgTable } from 'drizzle-orm/pg-core'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { buttons, deadlines, recordEvents, records, repairTickets } from '../schema/index.ts'

/** Columns of a table by the name the code knows them by; the given ones are left to the database. */
function columnsOf(table: PgTable, without: readonly string[] = []) {
  return Object.entries(getTableColumns(table))
    .filter(([key]) => !without.includes(key))
    .map(([key, column]) => ({
      key,
      name: column.name,
      type: column.getSQLType().replace('bigserial', 'bigint'),
    }))
}

export interface Insert {
  readonly text: string
  readonly row: (values: object) => Record<string, unknown>
}

function insert(table: PgTable, without: readonly string[] = []): Insert {
  const columns = columnsOf(table, without)
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const types = columns.map(({ name, type }) => `"${name}" ${type}`).join(', ')
  return {
    text: `insert into ${getTableName(table)} (${names}) select ${names} from jsonb_to_recordset($1::text::jsonb) as x(${types})`,
    row: (values) => {
      const given = values as Record<string, unknown>
      return Object.fromEntries(columns.map(({ key, name }) => [name, given[key]]))
    },
  }
}

/** Rows as they are, with the patched columns set; `since` is a condition on the row as it lies there. */
function patch(table: PgTable, key: string, version: boolean): Insert {
  const columns = columnsOf(table)
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  return {
    text: `update ${getTableName(table)} t set (${names}) = (select ${names} from jsonb_populate_record(t, p.patch))
from jsonb_to_recordset($1::text::jsonb) as p(id bigint, version integer, patch jsonb)
where t.${key} = p.id${version ? ' and t.version = p.version' : ''} returning 1`,
    row: (values) => {
      const given = values as Record<string, unknown>
      const named = columns.filter(({ key: known }) => given[known] !== undefined)
      return Object.fromEntries(named.map(({ key: known, name }) => [name, given[known]]))
    },
  }
}

export const newRecords = insert(records)
export const newTickets = insert(repairTickets)
export const newEvents = insert(recordEvents, ['id'])
export const newButtons = insert(buttons)
export const recordPatches = patch(records, 'id', true)
export const ticketPatches = patch(repairTickets, 'record_id', false)

const clockColumns = [
  ...['estate_id', 'record_id', 'clock', 'generation', 'rung', 'started_at', 'promised_at', 'due_at'],
  'cancelled_at',
]

/** Without a generation a new run of the clock begins: one more than there were, so its rungs never meet older ones. */
export const newDeadlines: Insert = insertDeadlines()

function insertDeadlines(): Insert {
  const columns = columnsOf(deadlines).filter(({ name }) => clockColumns.includes(name))
  const row = (values: object) => {
    const given = values as Record<string, unknown>
    return { ...Object.fromEntries(columns.map(({ key, name }) => [name, given[key]])), run: given['run'] }
  }
  return {
    row,
    text: `insert into deadlines (${clockColumns.join(', ')})
select estate_id, record_id, clock, coalesce(generation, run + (select coalesce(max(d.generation), 0) from deadlines d
  where d.record_id = x.record_id and d.clock = x.clock)), rung, started_at, promised_at, due_at, cancelled_at
from jsonb_to_recordset($1::text::jsonb) as x(run integer, ${columns.map(({ name, type }) => `${name} ${type}`).join(', ')})`,
  }
}

/** Without a clock, all of the record's. */
export const stopClocks = `update deadlines set cancelled_at = $3::timestamptz
where record_id = $1::bigint and ($2::text is null or clock = $2::text) and fired_at is null and cancelled_at is null`

export const spendByRecord = `update buttons set used_at = $2::timestamptz, used_by = $3::bigint where record_id = $1 and used_at is null`
export const spendByQuestion = `update buttons set used_at = $2::timestamptz, used_by = $3::bigint where question = $1 and used_at is null`

/** The number's lock is held to the end of the work, so that numbers have no gaps. */
export const nextNumber = `with numbered as (update estates set last_number = last_number + 1 where id = $1 returning last_number)
select last_number, nextval('records_id_seq') as id,
  exists (select 1 from photos where conversation_id = $2 and record_id is null) as photos from numbered`
