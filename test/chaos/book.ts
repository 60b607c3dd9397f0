/** What the database holds at the end, read with the bare driver: the code under test is not asked about itself. */
import postgres from 'postgres'

export interface RecordRow {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly description: string
  readonly chat: string
  readonly status: string
}
export interface EventRow {
  readonly record: string
  readonly event: string
  readonly from: string | null
  readonly to: string | null
  readonly actor: { readonly kind: string; readonly roles?: readonly string[] }
}
export interface OutRow {
  readonly id: number
  readonly chat: string
  readonly lane: string
  readonly kind: string
  readonly status: string
  readonly tries: number
  readonly unknowns: number
  readonly platformId: string | null
  readonly text: string
}
export interface InRow {
  readonly messageId: string
  readonly status: string
  readonly error: string | null
}

const open = `('pending', 'sending', 'retry')`

export function openBook(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5 })
  const ask = async <Row>(text: string) => [...(await sql.unsafe(text))] as unknown as Row[]
  return {
    records: () =>
      ask<RecordRow>(
        `select r.id, number, r.kind, description, status, c.chat from records r left join conversations c on c.id = r.conversation_id order by r.id`,
      ),
    events: () =>
      ask<EventRow>(
        `select record_id as record, event, from_state as "from", to_state as "to", actor from record_events order by id`,
      ),
    outbox: () =>
      ask<OutRow>(
        `select o.id::int, c.chat, lane, o.kind, status, tries, unknowns, platform_id as "platformId", o.body->>'text' as text
         from outbox o join conversations c on c.id = o.conversation_id where c.channel = 'telegram' order by o.id`,
      ),
    inbox: () => ask<InRow>(`select message_id as "messageId", status, error from inbox order by id`),
    /** Rows somebody still has to do something about. */
    openWork: async (): Promise<number> => {
      const [row] = await ask<{ n: number }>(
        `select ((select count(*) from outbox where status in ${open}) + (select count(*) from inbox where status = 'waiting'))::int as n`,
      )
      return row?.n ?? 0
    },
    ask,
    close: () => sql.end({ timeout: 2 }),
  }
}
export type Book = ReturnType<typeof openBook>
