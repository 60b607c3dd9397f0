/** `guanjia understand`: messages in, what they mean out, line by line; nothing is stored. */
import { z } from 'zod'
import { defaultZone } from '../domain/time/zone.ts'
import type { Asked, Context, Meaning } from '../language/index.ts'
import { understand } from '../language/index.ts'
import type { CommandIo } from './io.ts'
import { telling } from './io.ts'
import { linesOf } from './lines.ts'
import { nowOf } from './now.ts'

export const understandHelp = `Reads JSON lines {"id","text"} on stdin, writes {"id","intent","urgent","slots"} on stdout.
A line may also say "asked": what the bot asked last, such as room, time, phone or confirm.
--now sets the clock that words like 明天 are counted from; --explain adds how sure and why.
A line that cannot be read is named on stderr; the others are answered, and the exit code is 1.`

export interface UnderstandArgs {
  readonly now?: string
  readonly explain?: boolean
}

const asked: readonly Asked[] = [
  'description',
  'location_kind',
  'room',
  'place',
  'time',
  'phone',
  'name',
  'photo',
  'confirm',
  'consent',
  'rating',
  'arrived',
  'signoff',
  'code',
  'target',
  'anonymous',
  'other',
]
const askedNow = z.enum(asked).optional().catch(undefined)
const message = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  text: z.string(),
  asked: askedNow,
  open: z.boolean().optional().catch(undefined),
  context: z
    .object({ asked: askedNow, open: z.boolean().optional().catch(undefined) })
    .optional()
    .catch(undefined),
})

export function understandCommand(args: UnderstandArgs, io: CommandIo): Promise<number> {
  return telling(io, async () => {
    const now = nowOf(args.now, io.now())
    let bad = 0
    for await (const lines of linesOf(io.stdin)) {
      for (const { number, text } of lines) {
        if (text.trim() === '') continue
        const read = readMessage(text)
        if (typeof read === 'string') {
          bad += 1
          io.err(`line ${number}: ${read}`)
        } else io.out(JSON.stringify(answer(read, now, args.explain === true)))
      }
      await io.drained?.()
    }
    return bad === 0 ? 0 : 1
  })
}

function readMessage(text: string): z.output<typeof message> | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'not JSON; each line is one object like {"id":"1","text":"水管漏水"}.'
  }
  const read = message.safeParse(value)
  if (read.success) return read.data
  return 'needs a "text" that is a string, like {"id":"1","text":"水管漏水"}.'
}

function answer(given: z.output<typeof message>, now: Date, explain: boolean): object {
  const context: Context = {
    now,
    zone: defaultZone,
    asked: given.asked ?? given.context?.asked,
    open: given.open ?? given.context?.open,
  }
  const meaning = understand(given.text, context)
  const { intent, urgent, confidence, why } = meaning
  return {
    id: given.id ?? null,
    intent,
    urgent,
    slots: slotsOf(meaning),
    ...(explain ? { confidence, why } : {}),
  }
}

function slotsOf({ slots }: Meaning): object {
  const { room, targetRoom, phone, time, locationKind, category, ticket } = slots
  return {
    ...(room && { room: inOrder(room) }),
    ...(targetRoom && { target_room: inOrder(targetRoom) }),
    ...(phone && { phone }),
    ...(time && { time }),
    ...(locationKind && { location_kind: locationKind }),
    ...(category && { category }),
    ...(ticket !== undefined && { ticket }),
  }
}

function inOrder({ raw, building, unit, room }: NonNullable<Meaning['slots']['room']>): object {
  return { raw, building, unit, room }
}
