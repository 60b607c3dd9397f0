import { and, asc, desc, eq, gte, isNull, ne, notInArray, or, sql } from 'drizzle-orm'
import type { Work } from '../../desk/store.ts'
import type { Complaint } from '../../domain/complaint/complaint.ts'
import type { HelpRequest } from '../../domain/help/request.ts'
import { endedStates } from '../../domain/matter.ts'
import type { RepairOrder } from '../../domain/repair/order.ts'
import { recordEvents, records, repairTickets, staff } from '../schema/index.ts'
import type { Tx } from '../open.ts'
import { runIn } from '../open.ts'
import type { Ledger } from './ledger.ts'
import { blankRecord, blankTicket } from './ledger.ts'
import type { About } from './openWork.ts'
import type { Met } from './met.ts'
import { nextNumber } from './statements.ts'

type RecordWork = Pick<
  Work,
  | 'newRecord'
  | 'newTicket'
  | 'repair'
  | 'changeRepair'
  | 'help'
  | 'changeHelp'
  | 'complaint'
  | 'changeComplaint'
  | 'complaintsSince'
  | 'addEvent'
  | 'hasEvent'
  | 'openRecordsOf'
  | 'openOrdersFor'
>

const lockById = 'select from records where id = $1 for no key update'
const lockByNumber = 'select from records where estate_id = $1 and number = $2 for no key update'

export function recordWork(
  tx: Tx,
  { book, now, trace, inboxId }: About,
  ledger: Ledger,
  met: Met,
): RecordWork {
  /** Orders locked or made in this work, as they are with everything in hand: nobody else can change them. */
  const orders = new Map<number, RepairOrder>()
  const here = eq(records.estateId, book.id)
  const called = (which: { number: string } | { id: number }) =>
    'id' in which ? eq(records.id, which.id) : and(here, eq(records.number, which.number))

  const repair: Work['repair'] = async (which) => {
    const known =
      'id' in which
        ? orders.get(which.id)
        : [...orders.values()].find((order) => order.number === which.number && order.estateId === book.id)
    if (known !== undefined) return known
    // Locked first and read in a second statement, sent along: a lock that was waited for shows the new row
    // of its own table only, and the ticket beside it would be the old one.
    const locked =
      'id' in which ? runIn(tx, lockById, [which.id]) : runIn(tx, lockByNumber, [book.id, which.number])
    const reading = tx
      .select({ record: records, ticket: repairTickets, technicianName: staff.name })
      .from(records)
      .innerJoin(repairTickets, eq(repairTickets.recordId, records.id))
      .leftJoin(staff, eq(staff.id, repairTickets.technicianId))
      .where(called(which))
    const [[row]] = await Promise.all([reading, locked])
    if (row === undefined) return undefined
    const { recordId: _id, ...ticket } = row.ticket
    const order = { ...row.record, ...ticket, technicianName: row.technicianName } as unknown as RepairOrder
    orders.set(order.id, order)
    return order
  }
  const help: Work['help'] = async (which) => {
    await ledger.write()
    const [row] = await tx
      .select()
      .from(records)
      .where(and(called(which), ne(records.kind, 'repair')))
      .for('update')
    return row === undefined ? undefined : ({ ...row, type: row.helpType } as unknown as HelpRequest)
  }
  const complaint: Work['complaint'] = async (which) => {
    await ledger.write()
    const [row] = await tx
      .select()
      .from(records)
      .where(and(called(which), eq(records.kind, 'complaint')))
      .for('update')
    return row as unknown as Complaint | undefined
  }
  const made = new Map<number, object>()
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
      // A repair is dispatched in the same breath: who can take it is read before the number's lock is taken.
      if (record.kind === 'repair') met.expectDispatch()
      const [numbered] = await runIn<{ last_number: number; id: number | string; photos: boolean }>(
        tx,
        nextNumber,
        [book.id, record.conversationId],
      )
      if (numbered === undefined) throw new Error('the estate is not there')
      if (record.conversationId !== null && !numbered.photos) met.noPhotos.add(record.conversationId)
      const { prefix, room, ...rest } = record
      const id = Number(numbered.id)
      const number = `${prefix}-${numbered.last_number}`
      const row = {
        ...blankRecord,
        ...rest,
        id,
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
      }
      ledger.newRecord(row)
      made.set(id, row)
      return { id, number }
    },
    newTicket: async (recordId, ticket) => {
      const row = { ...blankTicket, recordId, estateId: book.id, ...ticket }
      ledger.newTicket(row)
      const { recordId: _id, ...rest } = row
      orders.set(recordId, {
        ...made.get(recordId),
        ...rest,
        technicianName: null,
      } as unknown as RepairOrder)
    },
    repair,
    changeRepair: async (order, patch) => {
      const current = orders.get(order.id) ?? (await repair({ id: order.id }))
      if (current?.version !== order.version) throw new Error('the order changed under the hand')
      const { status, ...ticket } = patch
      const record = {
        ...(status === undefined ? {} : { status }),
        ...time(patch),
        version: current.version + 1,
        updatedAt: now,
      }
      const columns = known(ticket)
      ledger.change(current, record, columns)
      const { technicianId } = { ...current, ...columns }
      const name =
        technicianId === current.technicianId
          ? current.technicianName
          : technicianId === null
            ? null
            : await met.nameOf(technicianId)
      if (technicianId !== null || current.technicianId !== null) met.loadsChanged()
      const changed = {
        ...current,
        ...columns,
        ...record,
        technicianName: name,
      } as RepairOrder
      orders.set(order.id, changed)
      return changed
    },
    help,
    changeHelp: async (request, patch) => {
      await ledger.write()
      await tx
        .update(records)
        .set({ version: sql`${records.version} + 1`, updatedAt: now, ...patch })
        .where(eq(records.id, request.id))
      const changed = await help({ id: request.id })
      if (changed === undefined) throw new Error('the help request is gone')
      return changed
    },
    complaint,
    changeComplaint: async ({ id }, patch) => {
      await ledger.write()
      await tx
        .update(records)
        .set({ version: sql`${records.version} + 1`, updatedAt: now, ...patch })
        .where(eq(records.id, id))
      const changed = await complaint({ id })
      if (changed === undefined) throw new Error('the complaint is gone')
      return changed
    },
    complaintsSince: async (since, category) => {
      await ledger.write()
      const rows = await tx
        .select()
        .from(records)
        .where(
          and(
            here,
            eq(records.kind, 'complaint'),
            gte(records.createdAt, since),
            category === null ? isNull(records.category) : eq(records.category, category),
          ),
        )
        .orderBy(asc(records.id))
      return rows.map(({ id, createdAt, category: about, building, unit, room }) => ({
        id,
        receivedAt: createdAt,
        category: about,
        room: building === null && room === null ? null : { building, unit, room },
      }))
    },
    addEvent: async ({ recordId, event, from, to, actor, payload }) => {
      ledger.event({
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
      await ledger.write()
      const found = await tx
        .select({ id: recordEvents.id })
        .from(recordEvents)
        .where(and(eq(recordEvents.recordId, recordId), eq(recordEvents.event, event)))
        .limit(1)
      return found.length > 0
    },
    openRecordsOf: async ({ personId, conversationId }) => {
      await ledger.write()
      return lines()
        .where(
          and(
            here,
            notInArray(records.status, [...endedStates]),
            or(
              eq(records.conversationId, conversationId),
              personId === null ? undefined : eq(records.personId, personId),
            ),
          ),
        )
        .orderBy(desc(records.id))
        .limit(10)
    },
    openOrdersFor: async ({ id, roles }) => {
      await ledger.write()
      return lines()
        .where(
          and(
            here,
            notInArray(records.status, [...endedStates]),
            roles.some((role) => role !== 'technician')
              ? undefined
              : or(
                  eq(repairTickets.technicianId, id),
                  and(isNull(repairTickets.technicianId), eq(records.status, 'dispatching')),
                ),
            or(
              eq(records.kind, 'repair'),
              eq(records.kind, 'complaint'),
              eq(records.staffId, id),
              eq(records.status, 'open'),
            ),
            // A complaint about somebody does not exist for that person.
            sql`not coalesce(${records.details} -> 'accused' @> to_jsonb(${id}::bigint), false)`,
          ),
        )
        .orderBy(asc(records.id))
        .limit(30)
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

export function asDate(value: Date | string | null | undefined): Date | null {
  if (value === null || value === undefined) return null
  return value instanceof Date ? value : new Date(value)
}
