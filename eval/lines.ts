import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export interface Line {
  id: string
  text: string
  lang: string
  intent: string
  alt_intents: string[]
  urgent: boolean
  slots: {
    room?: Place
    target_room?: Place
    phone?: { value: string }
    time?: { iso: string; precision: string; role: string; alt_iso?: string | string[] }
    location_kind?: string
    category?: string
    category_alt?: string[]
  }
  ignore_slots?: string[]
  tags?: string[]
  /** open: read and tuned to. held: the other half. fresh: written last, never trained on. */
  set?: 'held' | 'open' | 'fresh'
}
export interface Place {
  building: string | null
  unit: string | null
  room: string | null
}
export function readLines(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line)
}

const places: Readonly<Record<string, string>> = { h: 'in-home', p: 'public' }

/**
 * The messages of a folder of tables: `intent[,also right…]`, `category[,also right…]` or `-`, `h` (home),
 * `p` (public) or `-`, and the text, separated by tabs. They carry no rooms, phones and times: those are
 * read by grammars, not learned.
 */
export function readTables(folder: string): Line[] {
  return tablesIn(folder).flatMap((name) => readTable(join(folder, `${name}.tsv`)))
}

export function tablesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => basename(name, '.tsv'))
    .sort()
}

export function readTable(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, n) => {
      const [labels = '', category = '-', place = '-', text = ''] = line.split('\t')
      const [intent = 'other', ...others] = labels.split(',')
      const [own, ...also] = category === '-' ? [] : category.split(',')
      return {
        id: `${basename(file, '.tsv')}:${n + 1}`,
        text,
        lang: /[\u3400-\u9fff]/.test(text) ? 'zh' : 'en',
        intent,
        alt_intents: others,
        urgent: intent === 'emergency',
        slots: {
          ...(own === undefined ? {} : { category: own }),
          ...(also.length === 0 ? {} : { category_alt: also }),
          ...(places[place] === undefined ? {} : { location_kind: places[place] }),
        },
        ignore_slots: ['room', 'phone', 'time'],
      }
    })
}
