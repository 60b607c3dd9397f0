import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Work } from '../../desk/store.ts'
import type { ResidentRole } from '../../domain/staff.ts'
import {
  bindingCodes,
  bindingRequests,
  conversations,
  identities,
  occupancies,
  people,
} from '../schema/index.ts'
import type { Tx } from '../open.ts'
import type { About } from './openWork.ts'

type IdentityWork = Pick<
  Work,
  | 'findCode'
  | 'spendCode'
  | 'issueCode'
  | 'bindIdentity'
  | 'wrongCode'
  | 'newBindingRequest'
  | 'bindingRequest'
  | 'decideBinding'
  | 'newOccupant'
>

export function identityWork(tx: Tx, { book, now }: About): IdentityWork {
  return {
    findCode: async (hash) => {
      const [row] = await tx
        .select({
          id: bindingCodes.id,
          estateId: bindingCodes.estateId,
          personId: bindingCodes.personId,
          staffId: bindingCodes.staffId,
        })
        .from(bindingCodes)
        .where(and(eq(bindingCodes.hash, hash), isNull(bindingCodes.usedAt), gt(bindingCodes.expiresAt, now)))
      return row
    },
    spendCode: async (codeId, identityId) => {
      const spent = await tx
        .update(bindingCodes)
        .set({ usedAt: now, usedBy: identityId })
        .where(and(eq(bindingCodes.id, codeId), isNull(bindingCodes.usedAt)))
        .returning({ id: bindingCodes.id })
      return spent.length > 0
    },
    issueCode: async (to, hash, expiresAt) => {
      await tx.insert(bindingCodes).values({ estateId: book.id, ...to, hash, expiresAt })
    },
    bindIdentity: async (identityId, to) => {
      const [identity] = await tx
        .update(identities)
        .set({
          estateId: to.estateId,
          boundAt: now,
          wrongCodes: 0,
          lockedUntil: null,
          ...(to.personId === undefined ? {} : { personId: to.personId }),
          ...(to.staffId === undefined ? {} : { staffId: to.staffId }),
        })
        .where(eq(identities.id, identityId))
        .returning()
      if (identity === undefined) return
      // The chat moves to the estate of the code.
      await tx
        .update(conversations)
        .set({ estateId: to.estateId })
        .where(
          and(
            eq(conversations.channel, identity.channel),
            eq(conversations.account, identity.account),
            eq(conversations.chat, identity.externalId),
          ),
        )
    },
    wrongCode: async (identityId, lockUntil) => {
      const [row] = await tx
        .update(identities)
        .set({ wrongCodes: sql`${identities.wrongCodes} + 1` })
        .where(eq(identities.id, identityId))
        .returning({ wrong: identities.wrongCodes })
      const until = lockUntil(row?.wrong ?? 0)
      if (until !== null)
        await tx.update(identities).set({ lockedUntil: until }).where(eq(identities.id, identityId))
    },
    newBindingRequest: async (request) => {
      const [row] = await tx
        .insert(bindingRequests)
        .values({ estateId: book.id, askedAt: now, ...request })
        .onConflictDoNothing()
        .returning({ id: bindingRequests.id })
      return row?.id
    },
    bindingRequest: async (id) => {
      const [row] = await tx.select().from(bindingRequests).where(eq(bindingRequests.id, id)).for('update')
      if (row === undefined) return undefined
      const [identity] = await tx
        .select({ personId: identities.personId })
        .from(identities)
        .where(eq(identities.id, row.identityId))
      const said = row.said as { name?: string; phone?: string }
      return {
        id: row.id,
        identityId: row.identityId,
        conversationId: row.conversationId,
        roomId: row.roomId,
        role: row.role as ResidentRole,
        name: said.name ?? '',
        phone: said.phone ?? '',
        decided: row.decision !== null,
        personId: identity?.personId ?? null,
      }
    },
    decideBinding: async (id, approve, by) => {
      await tx
        .update(bindingRequests)
        .set({ decision: approve ? 'approved' : 'rejected', decidedAt: now, decidedBy: by })
        .where(eq(bindingRequests.id, id))
    },
    newOccupant: async (roomId, role, { known, name, phone }, verifiedBy) => {
      const personId = known ?? (await newPerson(tx, book.id, name, phone))
      await tx
        .insert(occupancies)
        .values({ estateId: book.id, personId, roomId, role, since: now, verifiedBy })
        .onConflictDoNothing()
      return personId
    },
  }
}

async function newPerson(tx: Tx, estateId: number, name: string, phone: string): Promise<number> {
  const [row] = await tx.insert(people).values({ estateId, name, phone }).returning({ id: people.id })
  if (row === undefined) throw new Error('the person was not written')
  return row.id
}
