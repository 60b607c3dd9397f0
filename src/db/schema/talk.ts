import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { at, estateId } from './columns.ts'
import { identities } from './estate.ts'

/**
 * One row per chat. `seq` moves with every change and with everything queued to the chat: whoever wants to
 * write must have seen the newest, which keeps the order of handling and of sending.
 */
export const conversations = pgTable(
  'conversations',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    estateId: estateId(),
    channel: text('channel').notNull(),
    account: text('account').notNull(),
    chat: text('chat').notNull(),
    kind: text('kind').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull().default(0),
    language: text('language').notNull().default('zh-Hans'),
    /** What is being talked about: see `machines/talk.ts`. */
    talk: jsonb('talk').notNull().default({}),
    /** Token bucket of the person, see `domain/pace.ts`. */
    bucket: jsonb('bucket'),
    /** Kept but not yet handled messages: while there are any, new ones queue behind them. */
    waiting: integer('waiting').notNull().default(0),
    staffGroup: boolean('staff_group').notNull().default(false),
    unreachableSince: at('unreachable_since'),
    updatedAt: at('updated_at').notNull(),
    /** When a draft is to be offered back, at most once (15.2 `parked`). */
    nudgeAt: at('nudge_at'),
  },
  (t) => [
    uniqueIndex('conversations_address').on(t.channel, t.account, t.chat),
    index('conversations_nudge')
      .on(t.nudgeAt)
      .where(sql`nudge_at is not null`),
  ],
)

/** Every message ever acknowledged to a platform. The unique key makes one effect of one message. */
export const inbox = pgTable(
  'inbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    estateId: estateId(),
    channel: text('channel').notNull(),
    account: text('account').notNull(),
    messageId: text('message_id').notNull(),
    conversationId: bigint('conversation_id', { mode: 'number' })
      .notNull()
      .references(() => conversations.id),
    trace: text('trace').notNull(),
    body: jsonb('body').notNull(),
    receivedAt: at('received_at').notNull(),
    /** handled | waiting | quarantined */
    status: text('status').notNull(),
    tries: integer('tries').notNull().default(0),
    nextTryAt: at('next_try_at'),
    error: text('error'),
  },
  (t) => [
    uniqueIndex('inbox_message').on(t.channel, t.account, t.messageId),
    index('inbox_waiting')
      .on(t.conversationId, t.id)
      .where(sql`status = 'waiting'`),
  ],
)

/** Everything to be said. Rows of one conversation and lane go out strictly by id. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    estateId: estateId(),
    conversationId: bigint('conversation_id', { mode: 'number' })
      .notNull()
      .references(() => conversations.id),
    lane: text('lane').notNull(),
    trace: text('trace').notNull(),
    body: jsonb('body').notNull(),
    /** receipt, reply, ping, notice …: what may be repeated after an unknown outcome (see `desk/delivery/deliver.ts`). */
    kind: text('kind').notNull(),
    queuedAt: at('queued_at').notNull(),
    notBefore: at('not_before').notNull(),
    /** pending | sending | retry | sent | unknown | unreachable | dead */
    status: text('status').notNull().default('pending'),
    leaseUntil: at('lease_until'),
    tries: integer('tries').notNull().default(0),
    /** How often an outcome was not known: bounds how often the person can have seen this twice. */
    unknowns: integer('unknowns').notNull().default(0),
    sentAt: at('sent_at'),
    platformId: text('platform_id'),
    error: text('error'),
    /** What becomes true once the platform accepted it ("已通知维修师傅" is said only then). */
    onSent: jsonb('on_sent'),
  },
  (t) => [
    index('outbox_open')
      .on(t.conversationId, t.lane, t.id)
      .where(sql`status in ('pending', 'sending', 'retry')`),
    index('outbox_due')
      .on(t.notBefore)
      .where(sql`status in ('pending', 'sending', 'retry')`),
  ],
)

/** A button somebody may press, or answer in words: opaque, one-time, bound to chat and record. */
export const buttons = pgTable(
  'buttons',
  {
    nonce: text('nonce').primaryKey(),
    estateId: estateId(),
    conversationId: bigint('conversation_id', { mode: 'number' })
      .notNull()
      .references(() => conversations.id),
    /** Buttons of one question: pressing one uses up all. */
    question: text('question').notNull(),
    recordId: bigint('record_id', { mode: 'number' }),
    label: text('label').notNull(),
    /** Place in its row of buttons. */
    ordinal: integer('ordinal').notNull().default(0),
    act: jsonb('act').notNull(),
    madeAt: at('made_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
    usedBy: bigint('used_by', { mode: 'number' }).references(() => identities.id),
  },
  (t) => [
    index('buttons_open')
      .on(t.conversationId)
      .where(sql`used_at is null`),
    index('buttons_record').on(t.recordId),
  ],
)

export const photos = pgTable(
  'photos',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    estateId: estateId(),
    conversationId: bigint('conversation_id', { mode: 'number' })
      .notNull()
      .references(() => conversations.id),
    inboxId: bigint('inbox_id', { mode: 'number' }).notNull(),
    /** Where in its message. */
    part: integer('part').notNull(),
    ref: text('ref').notNull(),
    recordId: bigint('record_id', { mode: 'number' }),
    /** waiting | kept | refused */
    status: text('status').notNull().default('waiting'),
    hash: text('hash'),
    reason: text('reason'),
    tries: integer('tries').notNull().default(0),
    nextTryAt: at('next_try_at').notNull(),
  },
  (t) => [
    uniqueIndex('photos_part').on(t.inboxId, t.part),
    index('photos_waiting')
      .on(t.nextTryAt)
      .where(sql`status = 'waiting'`),
    index('photos_record').on(t.recordId),
  ],
)

/** Web sessions (hash of the token only) and what the web chat's page shows. */
export const webSessions = pgTable('web_sessions', {
  hash: text('hash').primaryKey(),
  side: text('side').notNull(),
  chat: text('chat').notNull(),
  openedAt: at('opened_at').notNull(),
  seenAt: at('seen_at').notNull(),
})

export const webLines = pgTable(
  'web_lines',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    chat: text('chat').notNull(),
    /** `me:<client id>` or `house:<outbox id>`: said twice, shown once. */
    key: text('key').notNull(),
    line: jsonb('line').notNull(),
    at: at('at').notNull(),
  },
  (t) => [uniqueIndex('web_lines_key').on(t.chat, t.key), index('web_lines_chat').on(t.chat, t.id)],
)

/** When a channel that keeps no queue was down: what was said meanwhile may be missing. */
export const lineGaps = pgTable('line_gaps', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  channel: text('channel').notNull(),
  account: text('account').notNull(),
  since: at('since').notNull(),
  until: at('until'),
  reason: text('reason').notNull(),
})
