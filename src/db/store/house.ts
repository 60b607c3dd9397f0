/** What the running house keeps about itself: leases of lines, gaps of lines, ticks, figures for the health page. */
import { sql } from 'drizzle-orm'
import type { Work } from '../../desk/store.ts'
import { bindingCodes, conversations, estates, lineGaps, ticks } from '../schema/index.ts'
import type { Db } from '../open.ts'
import { txOf } from './work.ts'
import { eq, isNull, and, desc } from 'drizzle-orm'

export interface Figures {
  readonly outboxOpen: number
  readonly outboxOldestSeconds: number
  readonly waiting: number
  readonly quarantined: number
  readonly undelivered: number
  readonly overdue: number
}

export function houseStore(db: Db) {
  return {
    /** Takes or renews a lease; answers whether it is ours, and since when the former holder was silent. */
    lease: async (
      name: string,
      holder: string,
      now: Date,
      ms: number,
    ): Promise<{ ours: boolean; silentSince?: Date }> => {
      const until = new Date(now.getTime() + ms)
      const [row] = await db.run<{ before: Date | string | null }>(
        `with old as (select until from leases where name = $1)
         insert into leases (name, holder, until) values ($1, $2, $3::timestamptz)
         on conflict (name) do update set holder = $2, until = $3::timestamptz
           where leases.holder = $2 or leases.until < $4::timestamptz
         returning (select until from old) as before`,
        [name, holder, until.toISOString(), now.toISOString()],
      )
      if (row === undefined) return { ours: false }
      const before = row.before === null ? undefined : new Date(row.before)
      return before !== undefined && before < now
        ? { ours: true, silentSince: new Date(before.getTime() - ms) }
        : { ours: true }
    },
    release: async (name: string, holder: string, now: Date): Promise<void> => {
      await db.run('update leases set until = $3::timestamptz where name = $1 and holder = $2', [
        name,
        holder,
        now.toISOString(),
      ])
    },
    openGap: async (
      channel: string,
      account: string,
      since: Date,
      until: Date | undefined,
      reason: string,
    ): Promise<void> => {
      await db.read(async (orm) => {
        const closed =
          until === undefined
            ? []
            : await orm
                .update(lineGaps)
                .set({ until })
                .where(and(eq(lineGaps.channel, channel), isNull(lineGaps.until)))
                .returning({ id: lineGaps.id })
        if (closed.length === 0)
          await orm.insert(lineGaps).values({ channel, account, since, until: until ?? null, reason })
      })
    },
    gaps: (limit: number) =>
      db.read((orm) =>
        orm
          .select({
            channel: lineGaps.channel,
            since: lineGaps.since,
            until: lineGaps.until,
            reason: lineGaps.reason,
          })
          .from(lineGaps)
          .orderBy(desc(lineGaps.id))
          .limit(limit),
      ),
    /** Claims one tick of a job inside the work of its effect: it happens once, whoever runs it. */
    claimTick: async (work: Work, job: string, slot: Date, late: boolean): Promise<boolean> => {
      const claimed = await txOf(work)
        .insert(ticks)
        .values({ job: `${job}:${work.book.id}`, slot, ranAt: work.now, late })
        .onConflictDoNothing()
        .returning({ job: ticks.job })
      return claimed.length > 0
    },
    estateIds: () =>
      db.read(async (orm) =>
        (await orm.select({ id: estates.id }).from(estates).orderBy(estates.id)).map((row) => row.id),
      ),
    staffGroup: async (channel: string, account: string, chat: string, now: Date): Promise<void> => {
      await db.read(async (orm) => {
        const [estate] = await orm
          .select({ id: estates.id })
          .from(estates)
          .orderBy(estates.demo, estates.id)
          .limit(1)
        if (estate === undefined) return
        await orm
          .insert(conversations)
          .values({
            estateId: estate.id,
            channel,
            account,
            chat,
            kind: 'group',
            staffGroup: true,
            updatedAt: now,
          })
          .onConflictDoUpdate({
            target: [conversations.channel, conversations.account, conversations.chat],
            set: { staffGroup: true },
          })
      })
    },
    /** The demo estate's codes work again at every start, so that what the terminal prints is true. */
    rearmDemoCodes: async (now: Date): Promise<boolean> => {
      const armed = await db.read((orm) =>
        orm
          .update(bindingCodes)
          .set({ usedAt: null, usedBy: null, expiresAt: new Date(now.getTime() + 30 * 24 * 3_600_000) })
          .where(
            sql`${bindingCodes.estateId} in (select id from estates where demo) and not exists (select 1 from estates where not demo)`,
          )
          .returning({ id: bindingCodes.id }),
      )
      return armed.length > 0
    },
    figures: async (now: Date): Promise<Figures> => {
      const [row] = await db.run<Record<string, number | string | null>>(
        `select (select count(*) from outbox where status in ('pending', 'sending', 'retry') and not_before <= $1::timestamptz)::int as open,
           (select extract(epoch from $1::timestamptz - min(not_before)) from outbox where status in ('pending', 'sending', 'retry'))::float8 as oldest,
           (select count(*) from inbox where status = 'waiting')::int as waiting,
           (select count(*) from inbox where status = 'quarantined')::int as quarantined,
           (select count(*) from outbox where status in ('unknown', 'unreachable', 'dead'))::int as undelivered,
           (select count(*) from deadlines where fired_at is null and cancelled_at is null and due_at < $1::timestamptz)::int as overdue`,
        [now.toISOString()],
      )
      const n = (key: string) => Math.max(0, Number(row?.[key] ?? 0))
      return {
        outboxOpen: n('open'),
        outboxOldestSeconds: Math.round(n('oldest')),
        waiting: n('waiting'),
        quarantined: n('quarantined'),
        undelivered: n('undelivered'),
        overdue: n('overdue'),
      }
    },
  }
}
export type HouseStore = ReturnType<typeof houseStore>
