/**
 * Trains the linear models from the messages in the repository: `npm run train [-- --without TABLE]`.
 * Deterministic. Writes src/language/weights.ts.
 */
import { writeFileSync } from 'node:fs'
import { wordsOf } from '../src/language/evidence.ts'
import { alphabet } from '../src/language/linear.ts'
import { complaintCategories, repairCategories } from '../src/domain/matter.ts'
import { intents } from '../src/language/meaning.ts'
import { normalise } from '../src/language/normalise.ts'
import { train, type Example, type Setting, type Weights } from './learn.ts'
import { readLines, readTables, type Line } from './lines.ts'

/** `--without NAME` leaves one table of `eval/corpus` out, to be measured with it afterwards. */
const without = process.argv.includes('--without')
  ? process.argv[process.argv.indexOf('--without') + 1]
  : undefined
const lines = [...readLines('eval/messages.jsonl'), ...readTables('eval/corpus')].filter(
  (line) => without === undefined || !line.id.startsWith(`${without}:`),
)

function pack(name: string, classes: readonly string[], weights: Weights): string {
  const step = 0.04
  const rows: string[] = []
  for (const [feature, row] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (/[\t\n\\`$]/.test(feature) && feature !== '$') continue
    let packed = ''
    row.forEach((weight, c) => {
      const quantised = Math.max(-31, Math.min(31, Math.round(weight / step)))
      if (Math.abs(weight) < 0.08 || quantised === 0) return
      packed += `${alphabet[c] ?? ''}${alphabet[quantised + 32] ?? ''}`
    })
    if (packed !== '') rows.push(`${feature}\t${packed}`)
  }
  console.log(name, rows.length, 'features', rows.join('\n').length, 'characters')
  return `export const ${name}: PackedModel = {
  classes: ${JSON.stringify(classes)},
  step: ${(step * sharpness).toFixed(3)},
  weights: ${JSON.stringify(rows.join('\n'))},
}
`
}

const featured = lines.map((line) => ({ line, features: wordsOf(normalise(line.text).text) }))

function examples(
  mine: (line: Line) => string | undefined,
  others: (line: Line) => readonly string[],
  classes: readonly string[],
): Example[] {
  return featured.flatMap(({ line, features }) => {
    const gold = classes.indexOf(mine(line) ?? '')
    const also = others(line).map((other) => classes.indexOf(other))
    return gold < 0 ? [] : [{ features, gold, others: also.filter((at) => at >= 0 && at !== gold) }]
  })
}
const byIntent = examples(
  (line) => line.intent,
  (line) => line.alt_intents,
  intents,
)
const repairs = examples(
  (line) =>
    ['repair.create', 'emergency', 'service.paid'].includes(line.intent) ? line.slots.category : undefined,
  (line) => line.slots.category_alt ?? [],
  repairCategories,
)
const complaints = examples(
  (line) => (line.intent === 'complaint.create' ? line.slots.category : undefined),
  (line) => line.slots.category_alt ?? [],
  complaintCategories,
)
const kinds = ['in-home', 'public'] as const
const places = examples(
  (line) => line.slots.location_kind,
  () => [],
  kinds,
)
const setting: Setting = { cost: 0.5, epochs: 40, least: 2 }
/** What makes the margins chances: fitted once on messages none of it had seen. */
const sharpness = 5.3

const file = `// Written by eval/train.ts; do not edit.
import type { PackedModel } from './linear.ts'

${pack('intentWeights', intents, train(byIntent, intents.length, setting))}
${pack('repairWeights', repairCategories, train(repairs, repairCategories.length, setting))}
${pack('complaintWeights', complaintCategories, train(complaints, complaintCategories.length, setting))}
${pack('kindWeights', kinds, train(places, kinds.length, setting))}`
writeFileSync(
  'src/language/weights.ts',
  file.replace(/"((?:[^"\\]|\\.)*)"/g, (whole, inner: string) =>
    inner.includes("'") ? whole : `'${inner}'`,
  ),
)
