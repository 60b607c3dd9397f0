/** `guanjia converse FILE`: plays dialogues against the real desk on a throw-away database in memory. */
import { demoEstate } from '../desk/estate/demoEstate.ts'
import { isoWithOffset } from '../domain/time/zone.ts'
import { migrate } from '../db/migrate.ts'
import type { Db } from '../db/open.ts'
import { openPglite } from '../db/open.ts'
import type { RecordRow } from '../db/records/readRecords.ts'
import { readDialogue } from './converse/dialogue.ts'
import { outcomeOf } from './converse/outcome.ts'
import type { Told } from './converse/play.ts'
import { play } from './converse/play.ts'
import { readText } from './estate/readText.ts'
import type { CommandIo } from './io.ts'
import { telling } from './io.ts'
import { nowOf } from './now.ts'

export const converseHelp = `Plays dialogues (one JSON object a line) against the real desk on a throw-away database in memory.
Each one starts at its own "start", else at --now, else now; a turn's "at" moves the clock, and what falls
due meanwhile happens. After the turns, while the bot still asks, it is answered from "on_ask" (6 times at most).
Prints what was said and answered; with --records only {"id","records":[…]}, one line a dialogue.
Records of "setup" are in the result only if the resident changed them.`

export interface ConverseArgs {
  readonly file: string
  readonly now?: string
  readonly records?: boolean
}

const zone = demoEstate.estate.zone ?? 'Asia/Shanghai'

export function converseCommand(args: ConverseArgs, io: CommandIo): Promise<number> {
  return telling(io, async () => {
    const now = nowOf(args.now, io.now())
    const lines = (await readText(args.file)).replace(/^\uFEFF/, '').split(/\r?\n/)
    const db = await openPglite(undefined)
    try {
      await migrate(db)
      let bad = 0
      for (const [index, line] of lines.entries()) {
        if (line.trim() === '') continue
        const failure = await playLine(db, line, now, args.records === true, io).catch(reasonOf)
        if (failure === undefined) continue
        bad += 1
        io.err(`line ${index + 1}: ${failure}`)
      }
      return bad === 0 ? 0 : 1
    } finally {
      await db.close()
    }
  })
}

/** Why the line could not be played, if it could not. */
async function playLine(
  db: Db,
  line: string,
  now: Date,
  recordsOnly: boolean,
  io: CommandIo,
): Promise<string | undefined> {
  const dialogue = readDialogue(line)
  if (typeof dialogue === 'string') return dialogue
  const { id, title } = dialogue
  if (!recordsOnly) io.out(`# ${id}${title === '' ? '' : `  ${title}`}`)
  const { records, notes } = await play(db, demoEstate, dialogue, now, (told) => {
    if (!recordsOnly) for (const each of linesOf(told)) io.out(each)
  })
  for (const note of notes) io.err(`${id}: ${note}`)
  if (recordsOnly) io.out(JSON.stringify({ id, records: records.map(outcomeOf) }))
  else {
    for (const each of summary(records)) io.out(each)
    io.out('')
  }
  await io.drained?.()
  return undefined
}

/** One dialogue that breaks the desk does not keep the others from being played. */
function reasonOf(error: unknown): string {
  return `could not be played: ${error instanceof Error ? error.message.split('\n', 1)[0] : 'unknown reason'}`
}

function linesOf({ at, said, replies, slot }: Told): string[] {
  const time = isoWithOffset(at, zone).slice(5, 16).replace('T', ' ')
  const heard = replies.flatMap(({ text, choices }) => [
    ...text.split('\n').map((each) => `  < ${each}`),
    ...(choices === undefined || choices.length === 0
      ? []
      : [`    ${choices.map(({ label }) => `[${label}]`).join(' ')}`]),
  ])
  return [`${time} > ${said}${slot === undefined ? '' : `   (asked: ${slot})`}`, ...heard]
}

function summary(records: readonly RecordRow[]): string[] {
  if (records.length === 0) return ['= nothing filed']
  return records.map(
    ({ kind, number, status, description }) => `= ${kind} ${number} ${status}: ${description}`,
  )
}
