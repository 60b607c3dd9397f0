/**
 * One type over two engines: PostgreSQL through the `postgres` driver, and embedded PGlite.
 *
 * The gate: `postgres` may send BEGIN on a connection it did not reserve once more work is in flight than
 * there are connections, and acknowledged rows vanish (porsager/postgres#1189). So every unit of work, a
 * single statement or a whole transaction, first takes a permit, and there are as many permits as
 * connections. Nothing outside this file reaches a driver.
 */
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as onPostgres } from 'drizzle-orm/postgres-js'
import { drizzle as onPglite } from 'drizzle-orm/pglite'
import postgres from 'postgres'
import type { Transaction } from '@electric-sql/pglite'
import { PGlite } from '@electric-sql/pglite'
import { DatabaseRefused } from './refused.ts'
import { gate } from './gate.ts'
import { openEmbedded } from './embedded.ts'
import * as schema from './schema/index.ts'

export type Orm = PgDatabase<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>
/** A running transaction. Inside one, every statement uses it: PGlite has a single connection. */
export type Tx = Parameters<Parameters<Orm['transaction']>[0]>[0]

export interface Db {
  readonly engine: 'postgres' | 'pglite'
  /** One prepared statement, atomic by itself. Dates go in as ISO text and come out as the driver gives them. */
  run<Row>(text: string, params: readonly unknown[]): Promise<Row[]>
  /** Queries outside a transaction, in one unit of work. */
  read<T>(work: (orm: Orm) => Promise<T>): Promise<T>
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** How many units of work wait or run: for `/metrics`. */
  inFlight(): number
  close(): Promise<void>
}

export interface PostgresOptions {
  readonly url: string
  /** Connections of this process; default 10. */
  readonly connections?: number
  readonly onError?: (message: string) => void
}

export function openPostgres(options: PostgresOptions): Db {
  const connections = options.connections ?? 10
  const sql = postgres(options.url, {
    max: connections,
    connect_timeout: 10,
    idle_timeout: 60,
    // Its query for array types is nobody's to await: a connection lost under it would end the process.
    fetch_types: false,
    onnotice: () => {},
    connection: { TimeZone: 'UTC', application_name: 'guanjia' },
  })
  return overPostgres(sql, connections)
}

/** The same over a client opened elsewhere, which nobody else may use: `bench/` passes one that counts. */
export function overPostgres(sql: postgres.Sql, connections: number): Db {
  const orm = onPostgres(preparing(sql), { schema }) as unknown as Orm
  const permits = gate(connections)
  return {
    engine: 'postgres',
    run: <Row>(text: string, params: readonly unknown[]) =>
      permits.pass(async () => [...(await sql.unsafe(text, params as never[], { prepare: true }))] as Row[]),
    read: (work) => permits.pass(() => work(orm)),
    transaction: (work) => permits.pass(() => orm.transaction(work)),
    inFlight: () => permits.inFlight(),
    close: () => sql.end({ timeout: 3 }),
  }
}

/**
 * Drizzle sends its statements unnamed: parsed, described and planned every time, with a round trip more
 * (drizzle-orm#6096). Through this they are prepared once a connection; their texts are a closed set.
 */
function preparing(client: postgres.Sql): postgres.Sql {
  const { begin, savepoint } = client as unknown as Nesting
  return {
    options: client.options,
    unsafe: (text: string, params: never[] = [], options: postgres.UnsafeQueryOptions = {}) =>
      client.unsafe(text, params, params.length > 0 ? { ...options, prepare: true } : options),
    begin: (work: Nested) => begin((inner) => work(preparing(inner))),
    savepoint: (work: Nested) => savepoint((inner) => work(preparing(inner))),
  } as unknown as postgres.Sql
}

type Nested = (inner: postgres.Sql) => Promise<unknown>
interface Nesting {
  readonly begin: (work: Nested) => Promise<unknown>
  readonly savepoint: (work: Nested) => Promise<unknown>
}

/**
 * A bare statement inside a transaction, prepared, without drizzle's builder. Several may be sent without
 * waiting for each other: one connection runs them in the order they were sent.
 */
export async function runIn<Row>(tx: Tx, text: string, params: readonly unknown[]): Promise<Row[]> {
  const { client } = (tx as unknown as { session: { client: postgres.Sql | Transaction } }).session
  if ('unsafe' in client)
    return [...(await client.unsafe(text, params as never[], { prepare: true }))] as unknown as Row[]
  return (await client.query<Row>(text, params as unknown[])).rows
}

/** Embedded, below `dir`, or in memory for tests where `dir` is undefined. One process only. */
export async function openPglite(dir: string | undefined): Promise<Db> {
  const embedded =
    dir === undefined ? { client: await PGlite.create(), close: async () => {} } : await openEmbedded(dir)
  const { client } = embedded
  const orm = onPglite(client, { schema }) as unknown as Orm
  const permits = gate(1)
  await client.exec("set timezone to 'UTC'")
  return {
    engine: 'pglite',
    run: <Row>(text: string, params: readonly unknown[]) =>
      permits.pass(async () => (await client.query<Row>(text, params as unknown[])).rows),
    read: (work) => permits.pass(() => work(orm)),
    transaction: (work) => permits.pass(() => orm.transaction(work)),
    inFlight: () => permits.inFlight(),
    close: async () => {
      await embedded.close()
      if (!client.closed) await client.close()
    },
  }
}

/** SQLSTATE of a database error, wherever the layers put it. */
export function sqlState(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const code = (e as { code?: unknown }).code
    if (typeof code === 'string') return code
  }
  return undefined
}

export { DatabaseRefused }
