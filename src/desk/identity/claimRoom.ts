/** "I live in 3-2-501": decided by a bound owner of the room or by the front desk, never by the bot. */
import type { RoomName } from '../../domain/place.ts'
import { roomLabel } from '../../domain/place.ts'
import type { Language } from '../../domain/matter.ts'
import { hasRole } from '../../domain/staff.ts'
import { staffWords } from '../../wording/index.ts'
import { onDuty } from '../staff/pingStaff.ts'
import { words } from '../repairs/tellResident.ts'
import type { IdentityRow, Telling, Work } from '../store.ts'
import type { Here } from '../staff/reach.ts'

export async function claimRoom(
  work: Work,
  who: { readonly identity: IdentityRow; readonly conversationId: number; readonly language: Language },
  room: RoomName,
  said: { readonly name: string; readonly phone: string },
): Promise<readonly Telling[]> {
  const w = words(work, who.language)
  const known = await work.roomCalled(room)
  const request = await work.newBindingRequest({
    identityId: who.identity.id,
    conversationId: who.conversationId,
    roomId: known?.id ?? null,
    role: 'occupant',
    said: { ...said, room: roomLabel(room) },
  })
  // The answer to a room that does not exist is the same: nobody can find out which are taken.
  if (known === undefined || request === undefined) return [{ text: w.bindNotYet }]
  const act = (approve: boolean) => ({ do: 'binding', request, approve }) as const
  for (const conversationId of await work.ownersOf(known.id)) {
    const theirs = words(work, await work.languageOf(conversationId))
    await work.tell(
      conversationId,
      {
        text: theirs.bindAsk(roomLabel(room), said.name),
        choices: [
          { label: theirs.bindYes, act: act(true) },
          { label: theirs.bindNo, act: act(false) },
        ],
      },
      { kind: 'notice', question: `binding:${request}` },
    )
  }
  const people = await onDuty(work, ['front_desk', 'cs'])
  for (const person of people) {
    for (const conversationId of person.conversations) {
      await work.tell(
        conversationId,
        {
          text: staffWords.bindingAsk(roomLabel(room), said.name, said.phone),
          choices: [
            { label: staffWords.approve, act: act(true) },
            { label: staffWords.refuse, act: act(false) },
          ],
        },
        { kind: 'ping', question: `binding:${request}`, evenAtNight: true },
      )
    }
  }
  return [{ text: w.bindNotYet }]
}

export async function decideClaim(
  work: Work,
  id: number,
  approve: boolean,
  here: Here,
): Promise<readonly Telling[]> {
  const request = await work.bindingRequest(id)
  const { actor } = here
  const staff = hasRole(
    actor,
    'duty',
    'shift_head',
    'front_desk',
    'cs',
    'cs_supervisor',
    'director',
    'property_manager',
  )
  const owner = request?.roomId != null && (await work.ownersOf(request.roomId)).includes(here.conversationId)
  const w = words(work, here.language)
  if (request === undefined || (!staff && !owner)) return [{ text: w.buttonNotYours }]
  if (request.decided) return [{ text: staff ? staffWords.alreadyDecided : w.buttonUsed }]
  await work.decideBinding(
    id,
    approve,
    actor.kind === 'staff' ? `staff:${actor.id}` : `owner:${actor.kind === 'resident' ? (actor.id ?? 0) : 0}`,
  )
  await work.spendButtons({ question: `binding:${id}` })
  const theirs = words(work, await work.languageOf(request.conversationId))
  if (approve && request.roomId !== null) {
    const personId = await work.newOccupant(
      request.roomId,
      request.role,
      { name: request.name, phone: request.phone, known: request.personId },
      actor.kind === 'staff' ? `staff:${actor.id}` : 'owner',
    )
    await work.bindIdentity(request.identityId, { personId, estateId: work.book.id })
    const rooms = await work.roomsOf(personId)
    await work.tell(
      request.conversationId,
      { text: theirs.bindApproved(rooms.map(roomLabel).join('、')) },
      { kind: 'follow', silent: true },
    )
  } else {
    await work.tell(request.conversationId, { text: theirs.bindRejected }, { kind: 'follow', silent: true })
  }
  return [{ text: staff ? staffWords.bindingDone(approve) : w.bindDecided }]
}
