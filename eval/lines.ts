import { readFileSync } from 'node:fs'

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
