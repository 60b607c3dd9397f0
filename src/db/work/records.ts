import { and, asc, desc, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Work } from '../../desk/store.ts'
import type { HelpRequest } from '../../domain/help/request.ts'
import type { RepairOrder } from '../../domain/repair/order.ts'
import { estates, recordEvents, records, repairTickets, staff } from '../schema/index.ts'
import type { Tx } from '../open.ts'
import type { About } from './openWork.ts'

type RecordWork = Pick<
  Work,
  | 'newRecord'
  | 'newTicket'
  | 'repair'
  | 'changeRepair'
  | 'help'
  | 'changeHelp'
  | 'addEvent'
  | 'hasEvent'
  | 'openRecordsOf'
  | 'openOrdersFor'
  | 'helpInHand'
>

const ended = ['closed', 'closed_not_repaired', 'cancelled']

export function recordWork(tx: Tx, { book, now, trace, inboxId }: About): RecordWork {
  const here = eq(records.estateId, book.id)
  const called = (which: { number: string } | { id: number }) =>
    'id' in which ? eq(records.id, which.id) : and(here, eq(records.number, which.number))

  const repair: Work['repair'] = async (which) => {
    const [row] = await tx
      .select({ record: records, ticket: repairTickets, technicianName: staff.name })
      .from(records)
      .innerJoin(repairTickets, eq(repairTickets.recordId, records.id))
      .leftJoin(staff, eq(staff.id, repairTickets.technicianId))
      .where(called(which))
      .for('update', { of: records })
    if (row === undefined) return undefined
    const { recordId: _id, ...ticket } = row.ticket
    return { ...row.record, ...ticket, technicianName: row.technicianName } as unknown as RepairOrder
  }
  const help: Work['help'] = async (which) => {
    const [row] = await tx
      .select()
      .from(records)
      .where(and(called(which), eq(records.kind, 'help')))
      .for('update')
    return row === undefined ? undefined : ({ ...row, type: row.helpType } as unknown as HelpRequest)
  }
  const line = {
    id: records.id,
    number: records.number,
    kind: records.kind,
    status: records.status,
    description: records.description,
    createdAt: records.createdAt,
    technicianName: staff.name,
    slotStart: repairTickets.slotStart,
    promisedAt: sql<Date | null>`(select min(d.promised_at) from deadlines d where d.record_id = ${records.id}
      and d.fired_at is null and d.cancelled_at is null and d.clock <> 'repair.slot')`.mapWith(asDate),
  }
  const lines = () =>
    tx
      .select(line)
      .from(records)
      .leftJoin(repairTickets, eq(repairTickets.recordId, records.id))
      .leftJoin(staff, eq(staff.id, repairTickets.technicianId))

  return {
    newRecord: async (record) => {
      const [numbered] = await tx
        .update(estates)
        .set({ lastNumber: sql`${estates.lastNumber} + 1` })
        .where(eq(estates.id, book.id))
        .returning({ last: estates.lastNumber })
      const { prefix, room, ...rest } = record
      const number = `${prefix}-${numbered?.last ?? 0}`
      const [row] = await tx
        .insert(records)
        .values({
          ...rest,
          helpType: record.kind === 'help' ? (record.urgent ? 'emergency' : 'handoff') : null,
          estateId: book.id,
          number,
          building: room?.building ?? null,
          unit: room?.unit ?? null,
          room: room?.room ?? null,
          createdAt: now,
          updatedAt: now,
          profile: book.profile,
          policy: book.policy,
        })
        .returning({ id: records.id })
      if (row === undefined) throw new Error('the record was not written')
      return { id: row.id, number }
    },
    newTicket: async (recordId, ticket) => {
      await tx.insert(repairTickets).values({ recordId, estateId: book.id, ...ticket })
    },
    repair,
    changeRepair: async (order, patch) => {
      const { status, ...ticket } = patch
      const moved = await tx
        .update(records)
        .set({
          version: sql`${records.version} + 1`,
          updatedAt: now,
          ...(status === undefined ? {} : { status }),
          ...time(patch),
        })
        .where(and(eq(records.id, order.id), eq(records.version, order.version)))
        .returning({ version: records.version })
      if (moved.length === 0) throw new Error('the order changed under the hand')
      const columns = known(ticket)
      if (Object.keys(columns).length > 0)
        await tx.update(repairTickets).set(columns).where(eq(repairTickets.recordId, order.id))
      const changed = await repair({ id: order.id })
      if (changed === undefined) throw new Error('the order is gone')
      return changed
    },
    help,
    changeHelp: async (request, patch) => {
      await tx
        .update(records)
        .set({ version: sql`${records.version} + 1`, updatedAt: now, ...patch })
        .where(eq(records.id, request.id))
      const changed = await help({ id: request.id })
      if (changed === undefined) throw new Error('the help request is gone')
      return changed
    },
    addEvent: async ({ recordId, event, from, to, actor, payload }) => {
      await tx.insert(recordEvents).values({
        estateId: book.id,
        recordId,
        at: now,
        event,
        fromState: from,
        toState: to,
        actor,
        payload: payload ?? {},
        inboxId,
        trace,
      })
    },
    hasEvent: async (recordId, event) => {
      const found = await tx
        .select({ id: recordEvents.id })
        .from(recordEvents)
        .where(and(eq(recordEvents.recordId, recordId), eq(recordEvents.event, event)))
        .limit(1)
      return found.length > 0
    },
    openRecordsOf: ({ personId, conversationId }) =>
      lines()
        .where(
          and(
            here,
            notInArray(records.status, ended),
            or(
              eq(records.conversationId, conversationId),
              personId === null ? undefined : eq(records.personId, personId),
            ),
          ),
        )
        .orderBy(desc(records.id))
        .limit(10),
    openOrdersFor: ({ id, roles }) =>
      lines()
        .where(
          and(
            here,
            notInArray(records.status, ended),
            roles.some((role) => role !== 'technician')
              ? undefined
              : or(
                  eq(repairTickets.technicianId, id),
                  and(isNull(repairTickets.technicianId), eq(records.status, 'dispatching')),
                ),
            or(eq(records.kind, 'repair'), eq(records.staffId, id), eq(records.status, 'open')),
          ),
        )
        .orderBy(asc(records.id))
        .limit(30),
    helpInHand: async (conversationId) => {
      const [row] = await tx
        .select({ id: records.id })
        .from(records)
        .where(
          and(
            eq(records.conversationId, conversationId),
            eq(records.kind, 'help'),
            inArray(records.status, ['open', 'acknowledged']),
          ),
        )
        .orderBy(desc(records.id))
        .limit(1)
      return row === undefined ? undefined : help({ id: row.id })
    },
  }
}

/** The visit time lives on the intake row, everything else of an order on its ticket. */
function time(patch: object): { time?: object | null } {
  return 'time' in patch ? { time: patch.time as object | null } : {}
}

function known(patch: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(patch).filter(
      ([key, value]) => key !== 'time' && value !== undefined && key in repairTickets,
    ),
  )
}

export function asDate(value: unknown): Date | null {
  if (value === null || value === undefined) return null
  return value instanceof Date ? value : new Date(String(value))
}
