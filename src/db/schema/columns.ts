import { bigint, bigserial, boolean, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** Milliseconds, because a JS Date has no more: with microseconds an optimistic comparison would fail. */
export const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

export const estates = pgTable('estates', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  name: text('name').notNull().unique(),
  profile: text('profile').notNull().default('strict'),
  /** Single policy keys set differently from the profile. */
  overrides: jsonb('overrides').notNull().default({}),
  zone: text('zone').notNull().default('Asia/Shanghai'),
  phone: text('phone').notNull().default(''),
  /** The last record number given out; numbers are consecutive per estate (003-P4 §7). */
  lastNumber: integer('last_number').notNull().default(1000),
  demo: boolean('demo').notNull().default(false),
})

/** Every table carries the estate: many estates, one database, and a shard key past that. */
export const estateId = () =>
  bigint('estate_id', { mode: 'number' })
    .notNull()
    .references(() => estates.id)
