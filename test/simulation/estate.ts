/** The database of a run: one PGlite in memory, emptied between runs, with an estate and who is already known. */
import { emptyDatabase } from '../support/database.ts'
import { writeEstate } from '../../src/db/estate/writeEstate.ts'
import type { Db } from '../../src/db/open.ts'
import type { Person } from './people.ts'
import { residentsGroup, simulatedEstate, staffGroup } from './people.ts'

export async function freshEstate(db: Db, now: Date, known: readonly Person[]): Promise<void> {
  await emptyDatabase(db)
  await writeEstate(db, simulatedEstate, { now, newCode: () => 'UNUSED00', demo: true })
  for (const [group, isStaff] of [
    [staffGroup, true],
    [residentsGroup, false],
  ] as const) {
    await db.run(
      `insert into conversations (estate_id, channel, account, chat, kind, staff_group, updated_at)
       values (1, $1, 'bot', $2, 'group', $3, $4::timestamptz)`,
      [group.channel, group.chat, isStaff, now.toISOString()],
    )
  }
  await bind(db, now, known)
}

/** Those the house knew before the run began. */
async function bind(db: Db, now: Date, known: readonly Person[]): Promise<void> {
  await db.run(
    `with k as (select * from jsonb_to_recordset($1::text::jsonb) as k(channel text, chat text, name text)),
     c as (insert into conversations (estate_id, channel, account, chat, kind, updated_at)
           select 1, channel, 'bot', chat, 'private', $2::timestamptz from k)
     insert into channel_identities (estate_id, channel, account, external_id, person_id, staff_id, bound_at)
     select 1, k.channel, 'bot', k.chat, p.id, s.id, $2::timestamptz from k
     left join people p on p.name = k.name left join staff s on s.name = k.name`,
    [JSON.stringify(known.map(({ channel, chat, name }) => ({ channel, chat, name }))), now.toISOString()],
  )
}
