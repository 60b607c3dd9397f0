/** The database of a run: one PGlite in memory, emptied between runs, with an estate and who is already known. */
import { emptyDatabase } from '../support/database.ts'
import { writeEstate } from '../../src/db/estate/writeEstate.ts'
import type { Db } from '../../src/db/open.ts'
import type { Person } from './people.ts'
import { residentsGroup, simulatedEstate, staffGroup } from './people.ts'

/** How often the database is emptied to the ground; in between only what a run wrote is taken away, which is faster. */
const groundEvery = 25
const used = new WeakMap<Db, number>()

const takeAway = `do $$
declare each text;
begin
  foreach each in array array['photos', 'buttons', 'outbox', 'record_events', 'deadlines', 'repair_tickets', 'records', 'inbox', 'binding_requests'] loop
    execute 'delete from ' || each;
  end loop;
  update binding_codes set used_at = null, used_by = null where used_at is not null;
  delete from channel_identities;
  delete from conversations;
  update estates set last_number = 1000;
  foreach each in array array['photos', 'outbox', 'record_events', 'deadlines', 'records', 'inbox', 'binding_requests', 'channel_identities', 'conversations'] loop
    perform setval(pg_get_serial_sequence(each, 'id'), 1, false);
  end loop;
end $$`

export async function freshEstate(db: Db, now: Date, known: readonly Person[]): Promise<void> {
  const runs = used.get(db) ?? 0
  used.set(db, runs + 1)
  if (runs % groundEvery === 0) {
    await emptyDatabase(db)
    await writeEstate(db, simulatedEstate, { now, newCode: () => 'UNUSED00', demo: true })
  } else await db.run(takeAway, [])
  await db.run(
    `insert into conversations (estate_id, channel, account, chat, kind, staff_group, updated_at)
     values (1, $1, 'bot', $2, 'group', true, $5::timestamptz), (1, $3, 'bot', $4, 'group', false, $5::timestamptz)`,
    [staffGroup.channel, staffGroup.chat, residentsGroup.channel, residentsGroup.chat, now.toISOString()],
  )
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
