/** Everything one message needs to be understood, in one statement; the chat and identity are made on first sight. */
import type { Message } from '../../domain/message.ts'
import type { Loaded, OpenButton } from '../../desk/store.ts'
import { inCompany } from '../company.ts'
import type { Db } from '../open.ts'

interface Row {
  duplicate: boolean
  conversation:
    | (Omit<Loaded['conversation'], 'estateId' | 'staffGroup'> & { estate_id: number; staff_group: boolean })
    | null
  identity: {
    id: number
    locked_until: string | null
    person: Loaded['identity']['person']
    staff: Loaded['identity']['staff']
  } | null
  buttons: RawButton[] | null
  pressed: (RawButton & { used_at: string | null; expired: boolean; here: boolean }) | null
}
type RawButton = Omit<OpenButton, 'madeAt' | 'recordId'> & { made_at: string; record_id: number | null }

// `limit 1` keeps the planner from hashing a whole table for a handful of messages.
const text = `
with q as materialized (
  select * from jsonb_to_recordset($1::text::jsonb)
    as q(n integer, channel text, account text, chat text, sender text, message text, nonce text, now timestamptz)
)
select q.n,
  coalesce((select true from inbox where channel = q.channel and account = q.account and message_id = q.message limit 1), false) as duplicate,
  (select to_jsonb(c) || jsonb_build_object('backlog', coalesce((
     select true from outbox o where o.conversation_id = c.id and o.status in ('pending', 'sending', 'retry') and o.lane = 'live' limit 1), false))
   where c.id is not null) as conversation,
  (select jsonb_build_object('id', i.id, 'locked_until', i.locked_until,
     'person', (select jsonb_build_object('id', p.id, 'name', p.name, 'phone', p.phone, 'rooms', coalesce((
         select jsonb_agg(jsonb_build_object('id', r.id, 'building', r.building, 'unit', nullif(r.unit, ''), 'room', r.room, 'role', o.role) order by o.id)
         from occupancies o join rooms r on r.id = o.room_id where o.person_id = p.id and o.until is null), '[]'::jsonb))
       from people p where p.id = i.person_id),
     'staff', (select jsonb_build_object('id', s.id, 'name', s.name, 'roles', coalesce((
         select jsonb_agg(sr.role order by sr.role) from staff_roles sr where sr.staff_id = s.id), '[]'::jsonb))
       from staff s where s.id = i.staff_id and s.active))
   from channel_identities i where i.channel = q.channel and i.account = q.account and i.external_id = q.sender) as identity,
  (select jsonb_agg(to_jsonb(b) order by b.made_at, b.ordinal) from (
     select nonce, question, label, act, record_id, made_at, ordinal from buttons
     where conversation_id = c.id and used_at is null and expires_at > q.now
     order by made_at desc, ordinal desc limit 12) b) as buttons,
  (select jsonb_build_object('nonce', p.nonce, 'question', p.question, 'label', p.label, 'act', p.act, 'record_id', p.record_id,
     'made_at', p.made_at, 'used_at', p.used_at, 'expired', p.expires_at <= q.now, 'here', p.conversation_id = c.id)
   from buttons p where p.nonce = q.nonce) as pressed
from q left join lateral (
  select id, estate_id, channel, account, chat, kind, seq, talk, language, bucket, waiting, staff_group
  from conversations where channel = q.channel and account = q.account and chat = q.chat limit 1) c on true
order by q.n`

interface Asked {
  readonly message: Message
  readonly now: Date
}

/** The statement for many messages at once. */
function loadMany(db: Db): (asked: readonly Asked[]) => Promise<readonly Row[]> {
  return (asked) =>
    db.run<Row>(text, [
      JSON.stringify(
        asked.map(({ message, now }, n) => {
          const { channel, account, chat } = message.address
          const nonce = message.kind === 'button' ? message.nonce : ''
          return { n, channel, account, chat, sender: message.sender.id, message: message.id, nonce, now }
        }),
      ),
    ])
}

export type Load = (message: Message, now: Date, withDuplicate?: boolean) => Promise<Loaded | undefined>

export function loading(db: Db): Load {
  const ask = inCompany({ write: loadMany(db) })
  return async (message, now, withDuplicate = false) => {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const row = await ask({ message, now })
      if (row.duplicate && !withDuplicate) return undefined
      if (row.conversation !== null && row.identity !== null)
        return loaded(row, row.conversation, row.identity)
      await meet(db, message, now)
    }
    throw new Error('the conversation could not be made')
  }
}

function loaded(
  row: Row,
  conversation: NonNullable<Row['conversation']>,
  identity: NonNullable<Row['identity']>,
): Loaded {
  const { estate_id: estateId, staff_group: staffGroup, ...rest } = conversation
  return {
    conversation: { ...rest, estateId, staffGroup },
    identity: {
      id: identity.id,
      conversationId: conversation.id,
      externalId: '',
      person: identity.person,
      staff: identity.staff,
      lockedUntil: identity.locked_until === null ? null : new Date(identity.locked_until),
    },
    openButtons: (row.buttons ?? []).map(button),
    pressed:
      row.pressed === null
        ? null
        : {
            ...button(row.pressed),
            usedAt: row.pressed.used_at === null ? null : new Date(row.pressed.used_at),
            expired: row.pressed.expired,
            here: row.pressed.here,
          },
  }
}

function button({ nonce, question, label, act, record_id, made_at }: RawButton): OpenButton {
  return { nonce, question, label, act, recordId: record_id, madeAt: new Date(made_at) }
}

/** First sight of a chat or a person: both belong to the estate the install began with until a code says otherwise. */
async function meet(db: Db, message: Message, now: Date): Promise<void> {
  const { channel, account, chat } = message.address
  await db.run(
    `with e as (select id from estates order by demo, id limit 1),
     c as (insert into conversations (estate_id, channel, account, chat, kind, language, updated_at)
           select e.id, $1, $2, $3, $4, $5, $6::timestamptz from e on conflict do nothing),
     i as (insert into channel_identities (estate_id, channel, account, external_id)
           select e.id, $1, $2, $7 from e on conflict do nothing)
     select 1`,
    [
      channel,
      account,
      chat,
      message.chatKind,
      languageOf(message.locale),
      now.toISOString(),
      message.sender.id,
    ],
  )
}

function languageOf(locale: string | undefined): string {
  if (locale === undefined || locale === '') return 'zh-Hans'
  if (/^zh\b.*(hant|tw|hk|mo)/i.test(locale)) return 'zh-Hant'
  return /^zh/i.test(locale) ? 'zh-Hans' : /^en/i.test(locale) ? 'en' : 'zh-Hans'
}
