/** What must exist before a dialogue: a bound resident, records of earlier days. */
import type { EstateFile } from '../../desk/estate/estateFile.ts'
import { advanceRepair } from '../../desk/repairs/advanceRepair.ts'
import { fileRepair } from '../../desk/repairs/fileRepair.ts'
import type { RoomName } from '../../domain/place.ts'
import type { SaidTime } from '../../domain/saidTime.ts'
import { defaultZone } from '../../domain/time/zone.ts'
import { understand } from '../../language/index.ts'
import type { Draft } from '../../machines/draft.ts'
import { asRepairCategory, emptyDraft } from '../../machines/draft.ts'
import type { EarlierRecord, KnownResident, SaidPlace } from './dialogue.ts'
import type { Stage } from './stage.ts'

const residentCode = 'RES1DENT'

/** The estate with the resident's flat and a code that binds them. */
export function estateWith(estate: EstateFile, resident: KnownResident | undefined, now: Date): EstateFile {
  if (resident === undefined) return estate
  const { building, unit, room } = placeOf(resident.room, now)
  const flat = { building: building ?? '1', unit: unit ?? undefined, room: room ?? '101' }
  const same = (each: { building: string; unit?: string; room: string }) =>
    each.building === flat.building && (each.unit ?? '') === (flat.unit ?? '') && each.room === flat.room
  return {
    ...estate,
    rooms: estate.rooms.some(same) ? estate.rooms : [...estate.rooms, flat],
    residents: [
      ...estate.residents,
      { name: resident.name ?? '住户', phone: resident.phone, role: 'owner', ...flat, code: residentCode },
    ],
  }
}

export async function bindResident(stage: Stage): Promise<void> {
  await stage.says({ code: residentCode })
}

/** Files what can be filed; answers the ids, and what could not be done. */
export async function fileEarlier(
  stage: Stage,
  records: readonly EarlierRecord[],
): Promise<{ ids: number[]; notes: string[] }> {
  const ids: number[] = []
  const notes: string[] = []
  for (const record of records) {
    if (record.kind === 'repair') ids.push(await fileOne(stage, record))
    else notes.push(`a ${record.kind} in setup cannot be made yet and is left out`)
    if (record.kind === 'repair' && !['open', 'cancelled', undefined].includes(record.status))
      notes.push(`a repair in setup is made open, not ${record.status ?? ''}`)
  }
  return { ids, notes }
}

async function fileOne(stage: Stage, record: EarlierRecord): Promise<number> {
  const { store, estateId } = stage
  const now = stage.now()
  const loaded = await store.load(stage.draft(), now)
  if (loaded === undefined) throw new Error('the conversation of the resident is not there')
  const { person } = loaded.identity
  const actor = { kind: 'resident', id: person?.id ?? null, name: person?.name ?? '' } as const
  const by = {
    conversationId: loaded.conversation.id,
    personId: person?.id ?? null,
    channel: 'web',
    actor,
    part: 0,
  }
  const { result } = await store.work({ estateId, now, trace: 'setup' }, async (work) => {
    const order = await fileRepair(work, draftOf(record, now), by)
    if (record.status === 'cancelled') await advanceRepair(work, order, 'cancel', actor)
    return order
  })
  if (record.number !== undefined)
    await stage.db.run('update records set number = $2 where id = $1', [result.id, record.number])
  return result.id
}

function draftOf({ fields, description }: EarlierRecord, now: Date): Draft {
  const said = description ?? fields?.description ?? '报修'
  const phone = typeof fields?.phone === 'object' ? fields.phone?.value : fields?.phone
  const time = fields?.time ?? undefined
  const category = asRepairCategory(fields?.category ?? undefined)
  const room = fields?.room === null || fields?.room === undefined ? undefined : placeOf(fields.room, now)
  return {
    ...emptyDraft({ rooms: [] }),
    words: [said],
    locationKind: fields?.location_kind ?? 'in-home',
    ...(category === undefined ? {} : { category }),
    ...(room === undefined ? {} : { room }),
    ...(phone === undefined ? {} : { phone }),
    ...(time === undefined
      ? {}
      : {
          when: {
            kind: 'slot',
            raw: time.raw ?? '',
            iso: time.iso,
            precision: time.precision,
            role: 'visit',
          } as {
            kind: 'slot'
          } & SaidTime,
        }),
  }
}

function placeOf(said: SaidPlace, now: Date): RoomName {
  const found =
    typeof said === 'string'
      ? understand(said, { now, zone: defaultZone, asked: 'room', open: true }).slots.room
      : said
  return { building: found?.building ?? null, unit: found?.unit ?? null, room: found?.room ?? null }
}
