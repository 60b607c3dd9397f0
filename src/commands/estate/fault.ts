/** What is wrong with one line of an import file. */
export interface Fault {
  readonly line: number
  readonly says: string
}

export type EntryKind = 'estate' | 'room' | 'resident' | 'staff' | 'catalogue' | 'vendor'

/** One line of the file before it is checked. A value that is undefined has no column at all. */
export interface RawEntry {
  readonly kind: EntryKind
  readonly line: number
  readonly values: Readonly<Record<string, unknown>>
}

export interface RawFile {
  readonly entries: readonly RawEntry[]
  readonly faults: readonly Fault[]
}

export const kindNames: Readonly<Record<EntryKind, string>> = {
  estate: '小区',
  room: '房间',
  resident: '住户',
  staff: '员工',
  catalogue: '收费项目',
  vendor: '厂商',
}

export function faultLine({ line, says }: Fault): string {
  return `第 ${line} 行 (line ${line}) ${says}`
}

/** A cell as it may be shown: short, on one line, without what a terminal would act on. */
export function shown(said: string): string {
  const plain = said.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ').trim()
  const letters = [...plain]
  return `「${letters.length > 30 ? `${letters.slice(0, 30).join('')}…` : plain}」`
}
