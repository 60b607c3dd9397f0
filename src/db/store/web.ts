/** The web chat's sessions (hash of the token only) and what its pages show. */
import { createHash, randomBytes } from 'node:crypto'
import type { Choice } from '../../domain/outgoing.ts'
import type { Db } from '../open.ts'

const day = 24 * 3_600_000
/** A resident's talk stays open on the family's phone; a staff session is shorter. */
const life = { resident: { idle: 90 * day, whole: 365 * day }, staff: { idle: 7 * day, whole: 30 * day } }
type Side = keyof typeof life

interface NewLine {
  readonly key: string
  readonly from: 'me' | 'house'
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly photos?: readonly string[]
  readonly at: Date
}
type Line = NewLine & { readonly id: number }

const hash = (token: string) => createHash('sha256').update(token).digest('hex')

export function webSessions(db: Db, clock: { now(): Date }) {
  return {
    open: async (now: Date, side: Side) => {
      const token = randomBytes(32).toString('base64url')
      const chat = randomBytes(12).toString('hex')
      await db.run(
        'insert into web_sessions (hash, side, chat, opened_at, seen_at) values ($1, $2, $3, $4::timestamptz, $4::timestamptz)',
        [hash(token), side, chat, now.toISOString()],
      )
      return { token, chat }
    },
    find: async (token: string, side: Side) => {
      const now = clock.now()
      // Written at most once an hour: every poll of every page comes through here.
      const [row] = await db.run<{ chat: string; stale: boolean }>(
        `select chat, seen_at < $5::timestamptz as stale from web_sessions
         where hash = $1 and side = $2 and seen_at > $3::timestamptz and opened_at > $4::timestamptz`,
        [
          hash(token),
          side,
          new Date(now.getTime() - life[side].idle).toISOString(),
          new Date(now.getTime() - life[side].whole).toISOString(),
          new Date(now.getTime() - 3_600_000).toISOString(),
        ],
      )
      if (row?.stale === true)
        await db.run('update web_sessions set seen_at = $2::timestamptz where hash = $1', [
          hash(token),
          now.toISOString(),
        ])
      return row === undefined ? undefined : { chat: row.chat }
    },
    end: async (token: string) => {
      await db.run('delete from web_sessions where hash = $1', [hash(token)])
    },
  }
}

interface Row {
  id: number | string
  key: string
  line: Omit<NewLine, 'key' | 'at'>
  at: Date | string
}

const lineOf = (row: Row): Line => ({ ...row.line, id: Number(row.id), key: row.key, at: new Date(row.at) })

export function webTranscript(db: Db) {
  const select = `select id, key, line, at from web_lines where chat = $1`
  return {
    since: async (chat: string, afterId: number, newest?: number): Promise<readonly Line[]> => {
      const rows =
        newest === undefined
          ? await db.run<Row>(`${select} and id > $2 order by id`, [chat, afterId])
          : await db.run<Row>(
              `select * from (${select} and id > $2 order by id desc limit $3) n order by id`,
              [chat, afterId, newest],
            )
      return rows.map(lineOf)
    },
    append: async (chat: string, lines: readonly NewLine[]): Promise<readonly Line[]> => {
      const rows = lines.map(({ key, at, ...line }) => ({ key, at: at.toISOString(), line }))
      // The lock makes ids of one chat appear in rising order; it is released with the statement's commit.
      const appended = await db.run<Row>(
        `with locked as materialized (select pg_advisory_xact_lock(hashtextextended($1, 7)) as l),
         added as (insert into web_lines (chat, key, line, at)
           select $1, e.v->>'key', e.v->'line', (e.v->>'at')::timestamptz
           from locked, jsonb_array_elements($2::text::jsonb) with ordinality as e(v, n) order by e.n
           on conflict do nothing returning id, key, line, at)
         select * from added order by id`,
        [chat, JSON.stringify(rows)],
      )
      if (appended.length === lines.length) return appended.map(lineOf)
      const keys = lines.map((line) => line.key)
      const all = await db.run<Row>(
        `${select} and key in (select jsonb_array_elements_text($2::text::jsonb)) order by id`,
        [chat, JSON.stringify(keys)],
      )
      return all.map(lineOf)
    },
    shows: async (chat: string, photo: string): Promise<boolean> => {
      const rows = await db.run(`select 1 from web_lines where chat = $1 and line->'photos' ? $2 limit 1`, [
        chat,
        photo,
      ])
      return rows.length > 0
    },
  }
}
