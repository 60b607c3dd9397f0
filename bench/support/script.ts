/**
 * The statements of one filled form, as a script that can be played again for somebody else: every id the
 * database gave out, chat, message and nonce in it is a hole. Ids are told from other numbers by their
 * range: each sequence begins at its own thousand million.
 */
import type postgres from 'postgres'
import type { Answer, Seen } from './watched.ts'

export const sequences = [
  'conversations_id_seq',
  'channel_identities_id_seq',
  'inbox_id_seq',
  'outbox_id_seq',
  'records_id_seq',
  'record_events_id_seq',
  'deadlines_id_seq',
].map((name, n) => `alter sequence ${name} restart with ${(n < 1 ? 1 : n + 2) * 1_000_000_000 + 1}`)
export const firstNumber = 2_000_000_000

const hole = /(?<![A-Za-z0-9])(?:[1-9]0000\d{5}|T\d{4}x+|c\d{7}|m\d{9})(?![A-Za-z0-9])/g
const wholeId = /^[1-9]0000\d{5}$/

type Param = unknown
type Piece = { readonly literal: string } | { readonly name: string }
interface Capture {
  readonly name: string
  readonly path: readonly (string | number)[]
}
export interface Step {
  readonly text: string
  readonly params: readonly (readonly Piece[] | { readonly same: Param })[]
  readonly captures: readonly Capture[]
  readonly asValues: boolean
  readonly along: boolean
}
/** A statement alone, or those of a transaction. */
export type Unit = { readonly alone: Step } | { readonly together: readonly Step[] }

export async function scriptOf(seen: readonly Seen[]): Promise<Unit[]> {
  const known = new Set<string>()
  const units: Unit[] = []
  let together: Step[] | undefined
  for (const each of seen) {
    if (each.kind === 'begin') together = []
    else if (each.kind === 'commit') {
      units.push({ together: together ?? [] })
      together = undefined
    } else {
      const step = stepOf(each, await each.answer, known)
      if (together === undefined) units.push({ alone: step })
      else together.push(step)
    }
  }
  return units
}

function stepOf(seen: Seen, { rows, asValues }: Answer, known: Set<string>): Step {
  const params = seen.params.map((param) => {
    const pieces = piecesOf(String(param))
    for (const piece of pieces)
      if ('name' in piece && wholeId.test(piece.name) && !known.has(piece.name))
        throw new Error(`no earlier answer holds ${piece.name}: ${seen.text}`)
    return pieces.length === 1 && 'literal' in (pieces[0] ?? {}) ? { same: param } : pieces
  })
  const captures: Capture[] = []
  walk(rows, [], (value, path) => {
    if (!wholeId.test(value) || known.has(value)) return
    known.add(value)
    captures.push({ name: value, path })
  })
  return { text: seen.text, params, captures, asValues, along: seen.along }
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(hole)) {
    if (match.index > from) pieces.push({ literal: text.slice(from, match.index) })
    pieces.push({ name: match[0] })
    from = match.index + match[0].length
  }
  if (from < text.length || pieces.length === 0) pieces.push({ literal: text.slice(from) })
  return pieces
}

function walk(
  value: unknown,
  path: (string | number)[],
  found: (value: string, path: Capture['path']) => void,
) {
  if (typeof value === 'number' || typeof value === 'string') found(String(value), path)
  else if (Array.isArray(value)) value.forEach((each, index) => walk(each, [...path, index], found))
  else if (value !== null && typeof value === 'object' && !(value instanceof Date))
    for (const [key, each] of Object.entries(value)) walk(each, [...path, key], found)
}

type Client = Pick<postgres.Sql, 'unsafe'>

/** One person's names: the holes filled so far. */
export class Player {
  readonly #names = new Map<string, string>()
  readonly #fresh: (name: string) => string
  constructor(fresh: (name: string) => string) {
    this.#fresh = fresh
  }

  async play(sql: postgres.Sql, units: readonly Unit[]): Promise<void> {
    for (const unit of units) {
      if ('alone' in unit) await this.#step(sql, unit.alone)
      else
        await sql.begin(async (tx) => {
          const client = tx as unknown as Client
          const sent: Promise<void>[] = []
          for (const step of unit.together) {
            if (!step.along) await Promise.all(sent.splice(0))
            sent.push(this.#step(client, step))
          }
          await Promise.all(sent)
        })
    }
  }

  async #step(client: Client, step: Step): Promise<void> {
    const params = step.params.map((param) =>
      'same' in param
        ? param.same
        : param.map((piece) => ('literal' in piece ? piece.literal : this.#name(piece.name))).join(''),
    )
    const query = client.unsafe(step.text, params as never[], { prepare: true })
    const rows: unknown = await (step.asValues ? query.values() : query)
    for (const { name, path } of step.captures) {
      const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], rows)
      this.#names.set(name, String(value))
    }
  }

  #name(name: string): string {
    const known = this.#names.get(name)
    if (known !== undefined) return known
    const fresh = this.#fresh(name)
    this.#names.set(name, fresh)
    return fresh
  }
}
