/** Marks what was sent, many in one statement. */
import { inCompany } from '../company.ts'
import type { Db } from '../open.ts'

export interface Mark {
  readonly id: number
  readonly status: string
  readonly sentAt: Date | null
  readonly platformId: string | null
  readonly error: string | null
  readonly notBefore: Date | null
  readonly unknowns: number
}

const text = `
update outbox o set status = m.status, sent_at = m."sentAt", platform_id = m."platformId", error = m.error,
  not_before = coalesce(m."notBefore", o.not_before), lease_until = null, unknowns = o.unknowns + m.unknowns
from jsonb_to_recordset($2::text::jsonb) as m(id bigint, status text, "sentAt" timestamptz, "platformId" text,
  error text, "notBefore" timestamptz, unknowns integer)
where o.id = any($1::text::bigint[]) and o.id = m.id and o.status = 'sending'`

export function marking(db: Db): (mark: Mark) => Promise<void> {
  // A row is in one process's hand only, so two of these never wait for each other.
  return inCompany<Mark, void>({
    write: async (marks) => {
      await db.run(text, [`{${marks.map(({ id }) => id).join(',')}}`, JSON.stringify(marks)])
      return []
    },
    most: 200,
  })
}
