/** Plays one dialogue: the turns in order, then answers while the bot still asks. */
import type { EstateFile } from '../../desk/estate/estateFile.ts'
import type { Outgoing } from '../../domain/outgoing.ts'
import type { RecordRow } from '../../db/records/readRecords.ts'
import type { Db } from '../../db/open.ts'
import { answerTo, askedNow } from './askedNow.ts'
import type { Dialogue, DialogueTurn } from './dialogue.ts'
import { setupOf } from './dialogue.ts'
import { bindResident, estateWith, fileEarlier } from './earlier.ts'
import { allRecords, resulting } from './outcome.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

export interface Told {
  readonly at: Date
  /** What the resident wrote, or a photo. */
  readonly said: string
  readonly replies: readonly Outgoing[]
  /** The slot an answer of `on_ask` was for. */
  readonly slot?: string
}

const extraTurns = 6
/** People need a moment to write; it also keeps a long dialogue from looking like a flood. */
const writingMs = 10_000

export async function play(
  db: Db,
  estate: EstateFile,
  dialogue: Dialogue,
  now: Date,
  told: (line: Told) => void,
): Promise<{ records: readonly RecordRow[]; notes: readonly string[] }> {
  const start = dialogue.start === undefined ? now : new Date(dialogue.start)
  const { resident, records } = setupOf(dialogue)
  const began = Math.min(
    start.getTime(),
    ...records.map(({ at }) => (at === undefined ? Infinity : Date.parse(at))),
  )
  const stage = await setStage(db, estateWith(estate, resident, start), new Date(began))
  if (resident !== undefined) await bindResident(stage)
  const { notes } = await fileEarlier(stage, records)
  await stage.passTo(start)
  const earlier = await allRecords(stage)

  for (const [n, turn] of dialogue.turns.entries()) {
    await stage.passTo(momentOf(stage, turn, n))
    const replies = await stage.says(
      'text' in turn
        ? { text: turn.text }
        : { photos: turn.photo === true ? 1 : turn.photo, caption: turn.caption ?? '' },
    )
    told({ at: stage.now(), said: wordsOf(turn), replies })
  }
  for (let extra = 0; extra < extraTurns; extra += 1) {
    const loaded = await stage.store.load(stage.draft(), stage.now())
    const slot = loaded === undefined ? undefined : askedNow(loaded)
    const answer = slot === undefined ? undefined : answerTo(slot, dialogue.on_ask)
    if (slot === undefined || answer === undefined) break
    await stage.passTo(new Date(stage.now().getTime() + writingMs))
    told({ at: stage.now(), said: answer, replies: await stage.says({ text: answer }), slot })
  }
  // A question passed on is no record in the sense of a dialogue's expectations.
  const rows = (await allRecords(stage)).filter(({ kind }) => kind !== 'enquiry')
  return { records: resulting(rows, earlier), notes }
}

/** Its own time if it says one; the clock never goes back. */
function momentOf(stage: Stage, turn: DialogueTurn, n: number): Date {
  if (turn.at !== undefined) return new Date(turn.at)
  return n === 0 ? stage.now() : new Date(stage.now().getTime() + writingMs)
}

function wordsOf(turn: DialogueTurn): string {
  return 'text' in turn
    ? turn.text
    : `[照片 photo${turn.photo === true ? '' : ` ×${turn.photo}`}] ${turn.caption ?? ''}`.trim()
}
