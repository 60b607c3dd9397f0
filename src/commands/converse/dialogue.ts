/** A dialogue as the sample file has it: what is said, what to answer when asked, what must exist before. */
import { z } from 'zod'

const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), {
  error: 'must be a moment like 2026-11-18T10:00+08:00',
})
const place = z.union([
  z.string(),
  z.object({
    raw: z.string().nullish(),
    building: z.string().nullish(),
    unit: z.string().nullish(),
    room: z.string().nullish(),
  }),
])

const turn = z.union([
  z.object({ text: z.string(), at: moment.optional() }),
  z.object({
    photo: z.union([z.literal(true), z.int().min(1).max(20)]),
    caption: z.string().optional(),
    at: moment.optional(),
  }),
])

const earlier = z.object({
  kind: z.string(),
  number: z.string().optional(),
  status: z.string().optional(),
  at: moment.optional(),
  description: z.string().optional(),
  fields: z
    .object({
      room: place.nullish(),
      phone: z.union([z.string(), z.object({ value: z.string() })]).nullish(),
      time: z.object({ raw: z.string().optional(), iso: z.string(), precision: z.string() }).nullish(),
      category: z.string().nullish(),
      location_kind: z.enum(['in-home', 'public']).nullish(),
      description: z.string().nullish(),
    })
    .optional(),
})
const resident = z.object({ name: z.string().optional(), phone: z.string().optional(), room: place })

export const dialogue = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string().default(''),
  start: moment.optional(),
  setup: z
    .union([
      z.array(earlier),
      z.object({ resident: resident.optional(), records: z.array(earlier).default([]) }),
    ])
    .nullish(),
  turns: z.array(turn),
  on_ask: z.record(z.string(), z.string()).default({}),
})

export type Dialogue = z.output<typeof dialogue>
export type DialogueTurn = Dialogue['turns'][number]
export type EarlierRecord = z.output<typeof earlier>
export type SaidPlace = z.output<typeof place>
export type KnownResident = z.output<typeof resident>

export function setupOf({ setup }: Dialogue): {
  resident?: KnownResident
  records: readonly EarlierRecord[]
} {
  if (setup === null || setup === undefined) return { records: [] }
  return Array.isArray(setup) ? { records: setup } : setup
}

export function readDialogue(text: string): Dialogue | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'not JSON; each line is one dialogue.'
  }
  const read = dialogue.safeParse(value)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  return `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'cannot be read'}`
}
