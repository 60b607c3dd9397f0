/**
 * `npm run eval:dialogues [-- FILE…] [--misses]`: plays whole conversations against the real desk and compares
 * the records they leave with those expected, by the rules of `samples.md` (4. Record correctness).
 */
import { readFileSync } from 'node:fs'
import { converseCommand } from '../src/commands/converse.ts'
import { sameTime } from './judge.ts'

interface Wanted {
  readonly kind: string
  readonly status?: string
  readonly photos?: number
  readonly fields?: {
    readonly room?: Place
    readonly phone?: { readonly value: string }
    readonly time?: {
      readonly iso: string
      readonly precision: string
      readonly role: string
      readonly alt_iso?: string
    }
    readonly category?: string
    readonly category_alt?: readonly string[]
    readonly location_kind?: string
    readonly description_any?: readonly string[]
  }
}
interface Place {
  readonly building: string | null
  readonly unit: string | null
  readonly room: string | null
}
interface Dialogue {
  readonly id: string
  readonly title: string
  readonly lang: string
  readonly expected: {
    readonly count: number
    readonly accept_counts?: readonly number[]
    readonly records: readonly Wanted[]
    readonly optional_records?: readonly Wanted[]
  }
}
interface Got {
  readonly kind: string
  readonly status: string
  readonly photos: number
  readonly fields: {
    readonly room?: Place
    readonly phone?: { readonly value: string }
    readonly time?: { readonly iso: string }
    readonly category?: string
    readonly location_kind?: string
    readonly description: string
  }
}

async function played(file: string): Promise<Map<string, readonly Got[]>> {
  const found = new Map<string, readonly Got[]>()
  await converseCommand({ file, records: true }, {
    out: (line) => {
      const { id, records } = JSON.parse(line) as { id: string; records: Got[] }
      found.set(id, records)
    },
    err: (line) => console.error(line),
    now: () => new Date('2026-11-18T10:00+08:00'),
  } as Parameters<typeof converseCommand>[1])
  return found
}

function wrongFields(wanted: Wanted, got: Got): string[] {
  const { fields = {} } = wanted
  const wrong: string[] = []
  const check = (name: string, ok: boolean) => void (ok || wrong.push(name))
  check('status', (wanted.status ?? 'open') === got.status)
  if (wanted.photos !== undefined) check('photos', wanted.photos === got.photos)
  const { room, phone, time, category, category_alt, location_kind, description_any } = fields
  if (room !== undefined)
    check(
      'room',
      (['building', 'unit', 'room'] as const).every(
        (part) => (got.fields.room?.[part] ?? null) === room[part],
      ),
    )
  if (phone !== undefined) check('phone', got.fields.phone?.value === phone.value)
  if (time !== undefined) check('time', got.fields.time !== undefined && sameTime(time, got.fields.time.iso))
  if (category !== undefined)
    check('category', [category, ...(category_alt ?? [])].includes(got.fields.category ?? ''))
  if (location_kind !== undefined) check('location_kind', got.fields.location_kind === location_kind)
  if (description_any !== undefined)
    check(
      'description',
      description_any.some((word) => got.fields.description.toLowerCase().includes(word.toLowerCase())),
    )
  return wrong
}

/** Each expected record takes the one of its kind that fits best. */
function compare({ expected }: Dialogue, all: readonly Got[]): string[] {
  const wantsCancelled = expected.records.some(({ status }) => status === 'cancelled')
  const got = all.filter(({ status }) => wantsCancelled || status !== 'cancelled')
  const wrong: string[] = []
  const counts = [expected.count, ...(expected.accept_counts ?? [])]
  const optional = expected.optional_records?.length ?? 0
  if (!counts.some((count) => got.length >= count && got.length <= count + optional))
    wrong.push(`${got.length} records, not ${expected.count}: ${got.map(({ kind }) => kind).join(' ')}`)
  const left = [...got]
  for (const wanted of expected.records) {
    const same = left.filter(({ kind }) => kind === wanted.kind)
    const [best] = same.toSorted((a, b) => wrongFields(wanted, a).length - wrongFields(wanted, b).length)
    if (best === undefined) {
      wrong.push(`no ${wanted.kind}`)
      continue
    }
    left.splice(left.indexOf(best), 1)
    const fields = wrongFields(wanted, best)
    if (fields.length > 0) wrong.push(`${wanted.kind}: ${fields.join(', ')} ${JSON.stringify(best.fields)}`)
  }
  return wrong
}

const showMisses = process.argv.includes('--misses')
const files = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
for (const file of files.length > 0
  ? files
  : ['open', 'held', 'unseen'].map((set) => `eval/dialogues.${set}.jsonl`)) {
  const dialogues = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Dialogue)
  const results = await played(file)
  const misses = dialogues.flatMap((dialogue) => {
    const wrong = compare(dialogue, results.get(dialogue.id) ?? [])
    return wrong.length === 0 ? [] : [`  ${dialogue.id} ${dialogue.title}: ${wrong.join(' | ')}`]
  })
  const right = dialogues.length - misses.length
  console.log(
    `== ${file}: ${right} of ${dialogues.length} fully right (${((100 * right) / dialogues.length).toFixed(1)} %)`,
  )
  if (showMisses) for (const miss of misses) console.log(miss)
}
