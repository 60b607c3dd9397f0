/**
 * A matter that is no repair becomes a record with a promised reply, and the people who answer it are
 * pinged: complaints by their own chapter, enquiries within two hours, applications and wishes by
 * the end of the next working day.
 */
import type { MatterKind, PlainKind } from '../../domain/matter.ts'
import { limitRung } from '../../domain/ladder.ts'
import type { RoomName } from '../../domain/place.ts'
import type { SaidTime } from '../../domain/saidTime.ts'
import type { StaffRole } from '../../domain/staff.ts'
import { due } from '../../domain/time/due.ts'
import type { Draft } from '../../machines/draft.ts'
import { staffWords } from '../../wording/index.ts'
import { openComplaint } from '../complaints/openComplaint.ts'
import type { Reporter } from '../repairs/fileRepair.ts'
import { whereOf } from '../repairs/describe.ts'
import { words } from '../repairs/tellResident.ts'
import { onDuty, ping } from '../staff/pingStaff.ts'
import type { MatterDetails, Work } from '../store.ts'

export interface Matter {
  readonly kind: MatterKind
  readonly text: string
  readonly room: RoomName | null
  readonly reporter: string
  readonly phone: string
  readonly category: string | null
  readonly locationKind: string | null
  readonly time: SaidTime | null
  readonly details: MatterDetails
}

const prefixes: Readonly<Record<MatterKind, string>> = {
  complaint: 'TS',
  service: 'FW',
  renovation: 'ZS',
  movein: 'RZ',
  moveout: 'BL',
  suggestion: 'JY',
  praise: 'BY',
  activity: 'HD',
  enquiry: 'ZX',
}
const answeredBy: Readonly<Partial<Record<MatterKind, readonly StaffRole[]>>> = {
  renovation: ['cs', 'eng_supervisor'],
}
const anybody: readonly StaffRole[] = ['front_desk', 'cs', 'duty']
const replyMs = 2 * 3_600_000

export async function fileMatter(
  work: Work,
  matter: Matter,
  by: Reporter,
): Promise<{ readonly number: string; readonly promisedAt: Date; readonly namesStaff?: boolean }> {
  const { kind, text, room, category, locationKind, time, details } = matter
  const named = details.anonymous !== true
  const { id, number } = await work.newRecord({
    kind,
    prefix: prefixes[kind],
    status: kind === 'complaint' ? 'logged' : 'open',
    conversationId: by.conversationId,
    personId: by.personId,
    reporter: named ? matter.reporter : '',
    phone: named ? matter.phone : '',
    room,
    place: '',
    category,
    locationKind,
    urgent: false,
    description: text,
    time,
    channel: by.channel,
    originInboxId: work.inboxId,
    originPart: by.part,
    details,
  })
  const status = kind === 'complaint' ? 'logged' : 'open'
  await work.addEvent({ recordId: id, event: 'report', from: null, to: status, actor: by.actor })
  if (by.conversationId !== null) await work.claimPhotos(by.conversationId, id)
  if (kind === 'complaint') return { number, ...(await openComplaint(work, id)) }
  const promisedAt = replyDue(kind, work)
  await work.startClock({
    recordId: id,
    clock: 'matter.reply',
    rung: 0,
    startedAt: work.now,
    promisedAt,
    dueAt: limitRung(work.now, promisedAt, 0).at,
  })
  await pingAnswerers(work, { ...matter, id, number, promisedAt })
  return { number, promisedAt }
}

function replyDue(kind: MatterKind, { now, book }: Work): Date {
  return kind === 'enquiry' ? new Date(now.getTime() + replyMs) : due(now, { workingDays: 1 }, book.calendar)
}

async function pingAnswerers(
  work: Work,
  matter: Matter & { readonly id: number; readonly number: string; readonly promisedAt: Date },
): Promise<void> {
  const { id, kind, number, text, promisedAt } = matter
  const roles = answeredBy[kind] ?? anybody
  const people = await onDuty(work, roles)
  await ping(work, people, {
    recordId: id,
    what: {
      text: staffWords.matter({
        title: staffWords.matterName[kind],
        number,
        room: matter.room === null ? '' : whereOf({ ...matter.room, place: '' }),
        reporter: matter.reporter,
        text,
        due: words(work, 'zh-Hans').moment(promisedAt),
      }),
      choices: [{ label: staffWords.takeHelp, act: { do: 'help', event: 'take', number } }],
    },
    forGroup: staffWords.groupMatter(staffWords.matterName[kind], number),
  })
}

/** A confirmed draft that is no repair. */
export function matterOf(draft: Draft): Matter {
  const { kind, words: said, room, when, target, anonymous } = draft
  if (kind === 'repair') throw new Error('a repair is filed as an order')
  return {
    kind,
    text: said.join('；') || '（见照片）',
    room: room ?? null,
    reporter: draft.name ?? draft.known.name ?? '',
    phone: draft.phone ?? '',
    category: draft.category ?? null,
    locationKind: draft.locationKind ?? null,
    time:
      when?.kind === 'slot'
        ? { raw: when.raw, iso: when.iso, precision: when.precision, role: when.role }
        : null,
    details: {
      ...(target === undefined ? {} : { target }),
      ...(anonymous === undefined ? {} : { anonymous }),
    },
  }
}

export function plainMatter(kind: PlainKind, text: string): Matter {
  const nothing = { reporter: '', phone: '', room: null, category: null, locationKind: null, time: null }
  return { kind, text: text.trim(), ...nothing, details: {} }
}
