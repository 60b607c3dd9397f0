/** The records a dialogue leaves behind, in the words of the sample file beside those of `guanjia records`. */
import { roomLabel } from '../../domain/place.ts'
import type { RecordRow } from '../../db/records/readRecords.ts'
import { readRecords } from '../../db/records/readRecords.ts'
import { shownRecord } from '../records/recordLine.ts'
import type { Stage } from './stage.ts'

export async function allRecords(stage: Stage): Promise<RecordRow[]> {
  const rows: RecordRow[] = []
  for await (const batch of readRecords(stage.db)) rows.push(...batch)
  return rows
}

/** What was there before and the resident did not touch is no result of the dialogue. */
export function resulting(rows: readonly RecordRow[], earlier: readonly RecordRow[]): RecordRow[] {
  const byResident = ({ events }: RecordRow) => events.filter(({ actor }) => actor.kind === 'resident').length
  return rows.filter((row) => {
    const before = earlier.find((each) => each.id === row.id)
    return before === undefined || byResident(before) < byResident(row)
  })
}

export function outcomeOf(row: RecordRow): object {
  const shown = shownRecord(row)
  const { room, phone, time, category, location_kind } = shown
  const isSaid = room.building !== null || room.unit !== null || room.room !== null
  return {
    ...shown,
    status: row.status === 'cancelled' ? 'cancelled' : 'open',
    state: row.status,
    fields: {
      ...(isSaid ? { room: { raw: roomLabel(room), ...room } } : {}),
      ...(phone === '' ? {} : { phone: { raw: phone, value: phone } }),
      ...(time === null ? {} : { time }),
      ...(category === null ? {} : { category }),
      ...(location_kind === null ? {} : { location_kind }),
      description: shown.description,
    },
  }
}
