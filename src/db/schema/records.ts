import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { at, estateId } from './columns.ts'
import { conversations } from './talk.ts'
import { people, staff } from './estate.ts'

/** The intake row shared by repairs, complaints, help requests and enquiries (`IntakeRecord`, 2.2). */
export const records = pgTable(
  'records',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    estateId: estateId(),
    number: text('number').notNull(),
    kind: text('kind').notNull(),
    status: text('status').notNull(),
    /** Moves with every change; a stale button or a second hand loses by it. */
    version: integer('version').notNull().default(0),
    conversationId: bigint('conversation_id', { mode: 'number' }).references(() => conversations.id),
    personId: bigint('person_id', { mode: 'number' }).references(() => people.id),
    reporter: text('reporter').notNull().default(''),
    phone: text('phone').notNull().default(''),
    building: text('building'),
    unit: text('unit'),
    room: text('room'),
    place: text('place').notNull().default(''),
    category: text('category'),
    locationKind: text('location_kind'),
    /** What only this kind of matter has (`MatterDetails`). */
    details: jsonb('details').$type<object>().notNull().default({}),
    urgent: boolean('urgent').notNull().default(false),
    /** emergency or handoff, of a help request. */
    helpType: text('help_type'),
    /** Who has taken a help request. */
    staffId: bigint('staff_id', { mode: 'number' }).references(() => staff.id),
    description: text('description').notNull(),
    /** When somebody should come, as it was said and resolved. */
    time: jsonb('time'),
    channel: text('channel').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    /** Profile and resolved policy values of its deadlines. */
    profile: text('profile').notNull(),
    policy: jsonb('policy').notNull(),
    /** The message it came from: one record of one matter of one message, whatever is redelivered. */
    originInboxId: bigint('origin_inbox_id', { mode: 'number' }),
    originPart: integer('origin_part').notNull().default(0),
  },
  (t) => [
    uniqueIndex('records_number').on(t.estateId, t.number),
    uniqueIndex('records_origin').on(t.originInboxId, t.originPart),
    index('records_person').on(t.personId),
    index('records_conversation').on(t.conversationId),
    index('records_status').on(t.estateId, t.kind, t.status),
  ],
)

/** The repair work order (工程维修单), made together with its intake row. */
export const repairTickets = pgTable(
  'repair_tickets',
  {
    recordId: bigint('record_id', { mode: 'number' })
      .primaryKey()
      .references(() => records.id),
    estateId: estateId(),
    repairKind: text('repair_kind').notNull(),
    urgency: text('urgency').notNull(),
    timing: text('timing').notNull(),
    slotStart: at('slot_start'),
    slotEnd: at('slot_end'),
    inCatalogue: boolean('in_catalogue').notNull(),
    catalogueId: bigint('catalogue_id', { mode: 'number' }),
    technicianId: bigint('technician_id', { mode: 'number' }).references(() => staff.id),
    orderedAt: at('ordered_at'),
    dispatchedAt: at('dispatched_at'),
    receivedAt: at('received_at'),
    acceptedAt: at('accepted_at'),
    arrivedAt: at('arrived_at'),
    checkIn: text('check_in'),
    arrivalConfirmed: boolean('arrival_confirmed'),
    finishedAt: at('finished_at'),
    signedAt: at('signed_at'),
    returnedAt: at('returned_at'),
    actualItem: text('actual_item'),
    /** {labourFen, materialsFen, totalFen, by, at} */
    quote: jsonb('quote'),
    consentedAt: at('consented_at'),
    materials: jsonb('materials'),
    work: text('work'),
    /** none → undetermined → fixed → billed → paid */
    feeState: text('fee_state').notNull().default('none'),
    feeFen: integer('fee_fen'),
    /** Who proposed which amount while the fee is undetermined. */
    feeProposals: jsonb('fee_proposals').notNull().default({}),
    payer: text('payer').notNull().default('none'),
    /** Where copies 1, 2 and 3 are. */
    copies: jsonb('copies').notNull().default({}),
    opinion: text('opinion'),
    notRepairedReason: text('not_repaired_reason'),
    /** Who signed that reason: the technician and the engineering supervisor. */
    reasonSigned: jsonb('reason_signed').notNull().default([]),
    satisfaction: text('satisfaction'),
    callback: jsonb('callback'),
    callbackTries: jsonb('callback_tries').notNull().default([]),
    unreached: boolean('unreached').notNull().default(false),
    reworks: integer('reworks').notNull().default(0),
  },
  (t) => [index('repair_tickets_technician').on(t.technicianId)],
)

/** Append-only: every change of a record, with its actor. Corrections are new events. */
export const recordEvents = pgTable(
  'record_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    estateId: estateId(),
    recordId: bigint('record_id', { mode: 'number' })
      .notNull()
      .references(() => records.id),
    at: at('at').notNull(),
    event: text('event').notNull(),
    fromState: text('from_state'),
    toState: text('to_state'),
    actor: jsonb('actor').notNull(),
    payload: jsonb('payload').notNull().default({}),
    inboxId: bigint('inbox_id', { mode: 'number' }),
    trace: text('trace').notNull(),
  },
  (t) => [index('record_events_record').on(t.recordId, t.id)],
)

/** One row per rung of a running clock; it fires at most once, in the transaction of its effect. */
export const deadlines = pgTable(
  'deadlines',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    estateId: estateId(),
    recordId: bigint('record_id', { mode: 'number' })
      .notNull()
      .references(() => records.id),
    clock: text('clock').notNull(),
    /** Counts how often this clock was started for this record. */
    generation: integer('generation').notNull(),
    rung: integer('rung').notNull(),
    startedAt: at('started_at').notNull(),
    /** The promise itself: the end of the limit. */
    promisedAt: at('promised_at').notNull(),
    dueAt: at('due_at').notNull(),
    firedAt: at('fired_at'),
    late: boolean('late').notNull().default(false),
    cancelledAt: at('cancelled_at'),
    acknowledgedBy: bigint('acknowledged_by', { mode: 'number' }).references(() => staff.id),
    tries: integer('tries').notNull().default(0),
    error: text('error'),
  },
  (t) => [
    uniqueIndex('deadlines_rung').on(t.recordId, t.clock, t.generation, t.rung),
    index('deadlines_due')
      .on(t.dueAt)
      .where(sql`fired_at is null and cancelled_at is null`),
  ],
)

/** A tick of a scheduled job is claimed here in the transaction of its effect: it happens once. */
export const ticks = pgTable(
  'job_ticks',
  {
    job: text('job').notNull(),
    slot: at('slot').notNull(),
    ranAt: at('ran_at').notNull(),
    late: boolean('late').notNull().default(false),
    outcome: jsonb('outcome').notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.job, t.slot] })],
)

/** One holder at a time: who polls a Telegram token or holds a WeChat line. */
export const leases = pgTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: at('until').notNull(),
})
