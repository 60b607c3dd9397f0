/** An EstateFile in JSON as entries, each with its line number. */
import { jsonLines } from './jsonLines.ts'
import type { EntryKind, Fault, RawEntry, RawFile } from './fault.ts'
import { shown } from './fault.ts'

const lists: Readonly<Record<string, EntryKind>> = {
  rooms: 'room',
  residents: 'resident',
  staff: 'staff',
  catalogue: 'catalogue',
  vendors: 'vendor',
}
const allowed = ['estate', ...Object.keys(lists)].join('、')

export function readJson(given: string): RawFile {
  const text = given.replace(/^\uFEFF/, '')
  const parsed = parse(text)
  if ('fault' in parsed) return { entries: [], faults: [parsed.fault] }
  const file = parsed.value
  if (!isObject(file))
    return { entries: [], faults: [{ line: 1, says: `要一个对象（an object）：${allowed}` }] }
  const lineOf = jsonLines(text)
  const entries: RawEntry[] = []
  const faults: Fault[] = []
  for (const [key, value] of Object.entries(file)) {
    const line = lineOf([key])
    const kind = Object.hasOwn(lists, key) ? lists[key] : undefined
    if (key === 'estate' && isObject(value)) entries.push({ kind: 'estate', line, values: value })
    else if (key === 'estate') faults.push({ line, says: 'estate 要一个对象（an object）' })
    else if (kind === undefined)
      faults.push({ line, says: `${shown(key)}不认识（unknown field）；可以用：${allowed}` })
    else if (!Array.isArray(value)) faults.push({ line, says: `${key} 要一个列表（a list）` })
    else {
      for (const [at, each] of (value as unknown[]).entries()) {
        const here = lineOf([key, at])
        if (isObject(each)) entries.push({ kind, line: here, values: each })
        else faults.push({ line: here, says: `${key} 的第 ${at + 1} 个要是对象（an object）` })
      }
    }
  }
  return { entries, faults }
}

function parse(text: string): { value: unknown } | { fault: Fault } {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    const line = text.slice(0, position).split('\n').length
    return {
      fault: { line, says: `不是 JSON（not JSON）：${shown(message.replace(/ in JSON at.*$/s, ''))}` },
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
