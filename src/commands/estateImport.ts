/** `guanjia estate import FILE`: an office's list becomes an estate; all of it or nothing. */
import { newCode } from '../desk/identity/redeemCode.ts'
import type { Conflict, IssuedCode } from '../desk/estate/estateFile.ts'
import { EstateRefused } from '../desk/estate/estateFile.ts'
import { conflictsWith, writeEstate } from '../db/estate/writeEstate.ts'
import type { Db } from '../db/open.ts'
import { systemChance } from '../edge/chance.ts'
import { csvLine } from './csv.ts'
import { withDatabase } from './database.ts'
import type { CheckedFile } from './estate/checkFile.ts'
import { checkFile } from './estate/checkFile.ts'
import type { Fault } from './estate/fault.ts'
import { faultLine } from './estate/fault.ts'
import { readCsv } from './estate/readCsv.ts'
import { readJson } from './estate/readJson.ts'
import { readText } from './estate/readText.ts'
import type { CommandIo } from './io.ts'
import { telling } from './io.ts'

export { estateImportHelp } from './estate/help.ts'

export function estateImportCommand(args: { readonly file: string }, io: CommandIo): Promise<number> {
  return telling(io, async () => {
    const text = await readText(args.file)
    const checked = checkFile(isJson(args.file, text) ? readJson(text) : readCsv(text))
    return withDatabase(io, (db) => importEstate(db, args.file, checked, io))
  })
}

export async function importEstate(
  db: Db,
  name: string,
  checked: CheckedFile,
  io: CommandIo,
): Promise<number> {
  const { file, faults, otherRooms } = checked
  const now = io.now()
  const refused = (conflicts: readonly Conflict[]) =>
    refuse(io, name, [...faults, ...conflicts.map(faultOf(checked))])
  // Asked even when the file is wrong by itself, so that everything wrong is told at once.
  const conflicts = await conflictsWith(db, { ...file, rooms: [...file.rooms, ...otherRooms] }, now)
  if (faults.length + conflicts.length > 0) return refused(conflicts)
  try {
    const done = await writeEstate(db, file, { now, newCode: () => newCode(() => systemChance.number()) })
    const { added } = done
    io.err(
      `${file.estate.name}: ${done.rooms} rooms (${added.rooms} new), ${done.residents} residents (${added.residents} new), ${done.staff} staff (${added.staff} new).`,
    )
    showCodes(io, done.codes)
    return 0
  } catch (error) {
    // Somebody else imported in between.
    if (error instanceof EstateRefused) return refused(error.conflicts)
    throw error
  }
}

/** Once and only here: the database keeps hashes. */
function showCodes(io: CommandIo, codes: readonly IssuedCode[]): void {
  if (codes.length === 0) return
  io.err(`${codes.length} binding codes follow; they are shown only now and are valid for 90 days.`)
  io.out('who,role,code')
  for (const { who, role, room, code } of codes)
    io.out(csvLine([room === undefined ? who : `${who} ${room}`, role, code]))
}

function refuse(io: CommandIo, file: string, faults: readonly Fault[]): number {
  const inOrder = faults.toSorted((a, b) => a.line - b.line)
  for (const fault of inOrder) io.err(faultLine(fault))
  io.err(
    `${file}: ${faults.length === 1 ? 'one thing' : `${faults.length} things`} to correct, nothing was imported (什么都没有导入).`,
  )
  return 1
}

function faultOf({ file, lines }: CheckedFile) {
  return ({ list, index, because }: Conflict): Fault => {
    const line = lines[list][index] ?? 0
    if (because === 'code_taken')
      return { line, says: '绑定码 code：已经是别人的（belongs to somebody else）；换一个，或留空自动生成' }
    const { building = '', unit = '', room = '' } = file.residents[index] ?? {}
    const where = [building, unit, room].filter((part) => part !== '').join('-')
    return {
      line,
      says: `房号 room：${where} 不在房间表里（room not listed）；先加一行 房间 room，或改正楼栋、单元、房号`,
    }
  }
}

function isJson(file: string, text: string): boolean {
  return /\.json$/i.test(file) || (!/\.(csv|txt|tsv)$/i.test(file) && /^\uFEFF?\s*[{[]/.test(text))
}
