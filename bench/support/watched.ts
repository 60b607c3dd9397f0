/** A `postgres` client that tells of every statement it sends. BEGIN and COMMIT are round trips too. */
import type postgres from 'postgres'

export interface Seen {
  readonly kind: 'alone' | 'begin' | 'inside' | 'commit'
  readonly text: string
  readonly params: readonly unknown[]
  /** Sent while an earlier statement of its transaction was not answered yet. */
  readonly along: boolean
  readonly answer: Promise<Answer>
}
export interface Answer {
  readonly rows: readonly unknown[]
  /** Rows as lists of values, the way drizzle asks for them. */
  readonly asValues: boolean
}

type Client = Pick<postgres.Sql, 'unsafe'>

export function watched(sql: postgres.Sql, see: (seen: Seen) => void): postgres.Sql {
  const unsafe = (client: Client, kind: 'alone' | 'inside') => {
    let open = 0
    return (text: string, params: never[] = [], options?: postgres.UnsafeQueryOptions) => {
      const query = client.unsafe(text, params, options)
      const answer = Promise.resolve(query).then(
        (rows) => ({
          rows: [...(rows as readonly unknown[])],
          asValues: (query as { isRaw?: unknown }).isRaw === 'values',
        }),
        () => ({ rows: [], asValues: false }),
      )
      see({ kind, text, params: [...params], along: kind === 'inside' && open > 0, answer })
      open += 1
      void answer.then(() => (open -= 1))
      return query
    }
  }
  const edge = (kind: 'begin' | 'commit') => {
    see({
      kind,
      text: kind,
      params: [],
      along: false,
      answer: Promise.resolve({ rows: [], asValues: false }),
    })
  }
  return {
    options: sql.options,
    unsafe: unsafe(sql, 'alone'),
    begin: async (work: (tx: postgres.TransactionSql) => Promise<unknown>) => {
      edge('begin')
      return sql.begin(async (tx) => {
        const result = await work({
          unsafe: unsafe(tx, 'inside'),
          options: sql.options,
        } as unknown as postgres.TransactionSql)
        edge('commit')
        return result
      })
    },
    end: (options?: { timeout?: number }) => sql.end(options),
  } as unknown as postgres.Sql
}
