/** The lines of a CSV file as entries, each with its line number. */
import Papa from 'papaparse'
import type { Column } from './columns.ts'
import {
  columnCalled,
  columnName,
  columns,
  fieldName,
  kindCalled,
  kindList,
  requiredFields,
} from './columns.ts'
import type { EntryKind, Fault, RawEntry, RawFile } from './fault.ts'
import { kindNames, shown } from './fault.ts'

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

export function readCsv(text: string): RawFile {
  const { rows, faults } = rowsIn(text)
  const [head, ...body] = rows
  if (head === undefined) return { entries: [], faults }
  const header = readHeader(head)
  faults.push(...header.faults)
  if (!header.columns.some((column) => column?.name === 'type')) return { entries: [], faults }
  const entries: RawEntry[] = []
  for (const row of body) {
    const entry = readRow(row, header.columns)
    if ('says' in entry) faults.push(entry)
    else entries.push(entry)
  }
  if (body.length === 0)
    faults.push({ line: head.line, says: '只有表头，没有数据（no lines below the header）' })
  faults.push(...missingColumns(head.line, header.columns, new Set(entries.map((entry) => entry.kind))))
  return { entries, faults }
}

/** Line breaks inside quoted cells count, so that the number is the one an editor shows. */
function rowsIn(text: string): { rows: Row[]; faults: Fault[] } {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { data, errors } = Papa.parse<string[]>(plain, { delimiter: delimiterOf(plain), newline: '\n' })
  let line = 1
  const all = data.map((cells) => {
    const row = { line, cells }
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0)
    return row
  })
  const broken = new Set(errors.map((error) => error.row ?? 0))
  return {
    rows: all.filter(({ cells }, at) => !broken.has(at) && cells.some((cell) => cell.trim() !== '')),
    faults: [...broken].map((at) => ({
      line: all[at]?.line ?? line,
      says: '引号不成对（the quotes " do not match）；单元格里的引号要写成两个 ""',
    })),
  }
}

/** Excel writes what the computer's region divides lists with. */
function delimiterOf(text: string): string {
  const header = text.trimStart().split('\n', 1)[0] ?? ''
  const count = (sign: string) => header.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function readHeader({ line, cells }: Row): { columns: (Column | undefined)[]; faults: Fault[] } {
  const faults: Fault[] = []
  const found: (Column | undefined)[] = []
  // Excel writes empty cells as far as any line was ever filled.
  const filled = cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)
  for (const cell of filled) {
    const column = columnCalled(cell)
    if (column === undefined && cell.trim() !== '')
      faults.push({ line, says: `${shown(cell)}不是能用的列名（unknown column）；可以用：${allColumns}` })
    if (column !== undefined && found.includes(column))
      faults.push({ line, says: `列 ${columnName(column)} 有两个（twice）` })
    found.push(column)
  }
  if (!found.some((column) => column?.name === 'type'))
    faults.push({ line, says: `缺少列 类型 type（missing column）；可以用的列：${allColumns}` })
  return { columns: found, faults }
}
const allColumns = columns.map(columnName).join('、')

function readRow({ line, cells }: Row, header: readonly (Column | undefined)[]): RawEntry | Fault {
  const surplus = cells.slice(header.length).some((cell) => cell.trim() !== '')
  if (cells.length < header.length || surplus)
    return {
      line,
      says: `有 ${cells.length} 格，表头有 ${header.length} 列（wrong number of columns）；单元格里的逗号要用引号括起来`,
    }
  const said = cells[header.findIndex((column) => column?.name === 'type')] ?? ''
  const kind = kindCalled(said)
  if (kind === undefined)
    return {
      line,
      says: `类型 type：${said.trim() === '' ? '不能为空' : `${shown(said)}不认识（unknown）`}；可以填：${kindList}`,
    }
  const stray = header.findIndex((column, at) => column === undefined && (cells[at] ?? '').trim() !== '')
  if (stray !== -1)
    return { line, says: `第 ${stray + 1} 格${shown(cells[stray] ?? '')}上面没有能用的列名（no column）` }
  return { kind, line, values: valuesOf(kind, cells, header) }
}

function valuesOf(kind: EntryKind, cells: readonly string[], header: readonly (Column | undefined)[]) {
  const values: Record<string, unknown> = {}
  for (const [at, column] of header.entries()) {
    if (column === undefined || column.name === 'type') continue
    const field = column.field[kind]
    const said = (cells[at] ?? '').trim()
    // What is no matter of this kind must stay empty: a filled cell there means the columns have slipped.
    if (field === undefined && said !== '') values[column.name] = said
    if (field !== undefined && (values[field] === undefined || values[field] === '')) values[field] = said
  }
  return values
}

function missingColumns(
  line: number,
  header: readonly (Column | undefined)[],
  kinds: ReadonlySet<EntryKind>,
): Fault[] {
  return [...kinds].flatMap((kind) =>
    requiredFields[kind]
      .filter((field) => !header.some((column) => column?.field[kind] === field))
      .map((field) => ({
        line,
        says: `缺少列 ${fieldName(kind, field)}（missing column）：${kindNames[kind]} ${kind} 行要填它`,
      })),
  )
}
