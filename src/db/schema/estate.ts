import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { at, estateId } from './columns.ts'

export const rooms = pgTable(
  'rooms',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    estateId: estateId(),
    building: text('building').notNull(),
    unit: text('unit').notNull().default(''),
    room: text('room').notNull(),
    /** Repairs before this day are free for the owner. */
    warrantyUntil: date('warranty_until', { mode: 'string' }),
  },
  (t) => [uniqueIndex('rooms_address').on(t.estateId, t.building, t.unit, t.room)],
)

export const people = pgTable('people', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  estateId: estateId(),
  name: text('name').notNull().default(''),
  phone: text('phone').notNull().default(''),
  language: text('language').notNull().default('zh-Hans'),
})

/** Who lives or owns where, many to many, and who vouched for it. */
export const occupancies = pgTable(
  'occupancies',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    estateId: estateId(),
    personId: bigint('person_id', { mode: 'number' })
      .notNull()
      .references(() => people.id),
    roomId: bigint('room_id', { mode: 'number' })
      .notNull()
      .references(() => rooms.id),
    role: text('role').notNull(),
    since: at('since').notNull(),
    until: at('until'),
    verifiedBy: text('verified_by').notNull(),
  },
  (t) => [
    uniqueIndex('occupancies_once')
      .on(t.personId, t.roomId)
      .where(sql`until is null`),
    index('occupancies_room').on(t.roomId),
  ],
)

export const staff = pgTable('staff', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  estateId: estateId(),
  name: text('name').notNull(),
  phone: text('phone').notNull().default(''),
  /** Repair categories a technician takes; empty = all. */
  skills: jsonb('skills').$type<string[]>().notNull().default([]),
  onDuty: boolean('on_duty').notNull().default(true),
  active: boolean('active').notNull().default(true),
})

export const staffRolesHeld = pgTable(
  'staff_roles',
  {
    estateId: estateId(),
    staffId: bigint('staff_id', { mode: 'number' })
      .notNull()
      .references(() => staff.id),
    role: text('role').notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.role] }), index('staff_roles_role').on(t.estateId, t.role)],
)

/** A platform identity, bound to a resident, a staff member, or (still) nobody. Never merged by name. */
export const identities = pgTable(
  'channel_identities',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    estateId: estateId(),
    channel: text('channel').notNull(),
    account: text('account').notNull(),
    externalId: text('external_id').notNull(),
    personId: bigint('person_id', { mode: 'number' }).references(() => people.id),
    staffId: bigint('staff_id', { mode: 'number' }).references(() => staff.id),
    boundAt: at('bound_at'),
    /** Wrong codes lately, for the lock-out. */
    wrongCodes: integer('wrong_codes').notNull().default(0),
    lockedUntil: at('locked_until'),
  },
  (t) => [
    uniqueIndex('identities_external').on(t.channel, t.account, t.externalId),
    index('identities_person').on(t.personId),
    index('identities_staff').on(t.staffId),
  ],
)

/** One-time codes, kept as salted hashes only. */
export const bindingCodes = pgTable('binding_codes', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  estateId: estateId(),
  hash: text('hash').notNull().unique(),
  personId: bigint('person_id', { mode: 'number' }).references(() => people.id),
  staffId: bigint('staff_id', { mode: 'number' }).references(() => staff.id),
  expiresAt: at('expires_at').notNull(),
  usedAt: at('used_at'),
  usedBy: bigint('used_by', { mode: 'number' }).references(() => identities.id),
})

/** "I live there": waits for staff or an already bound owner of the room. */
export const bindingRequests = pgTable(
  'binding_requests',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    estateId: estateId(),
    identityId: bigint('identity_id', { mode: 'number' })
      .notNull()
      .references(() => identities.id),
    conversationId: bigint('conversation_id', { mode: 'number' }).notNull(),
    roomId: bigint('room_id', { mode: 'number' }).references(() => rooms.id),
    said: jsonb('said').notNull(),
    role: text('role').notNull(),
    askedAt: at('asked_at').notNull(),
    decision: text('decision'),
    decidedAt: at('decided_at'),
    decidedBy: text('decided_by'),
  },
  (t) => [
    uniqueIndex('binding_requests_open')
      .on(t.identityId, t.roomId)
      .where(sql`decision is null`),
  ],
)

/** The office's price list (维修项目收费标准). */
export const catalogue = pgTable('service_catalogue', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  estateId: estateId(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  category: text('category').notNull(),
  /** The fee standard in words, as it is shown to the resident. */
  standard: text('standard').notNull(),
  feeFen: integer('fee_fen'),
  active: boolean('active').notNull().default(true),
})

export const vendors = pgTable('vendors', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  estateId: estateId(),
  name: text('name').notNull(),
  phone: text('phone').notNull(),
  category: text('category').notNull(),
  active: boolean('active').notNull().default(true),
})
