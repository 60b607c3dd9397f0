/**
 * Trains the linear models from the messages in the repository: `node --import tsx eval/train.ts [--from open|all]`.
 * Deterministic: fixed order, no chance. Writes src/language/weights.ts.
 */
import { writeFileSync } from 'node:fs'
import { settledBefore } from '../src/language/decide.ts'
import { cueValues, intentValues } from '../src/language/evidence.ts'
import { featuresOf } from '../src/language/features.ts'
import { alphabet } from '../src/language/linear.ts'
import { complaintCategories, repairCategories } from '../src/domain/matter.ts'
import { intents } from '../src/language/meaning.ts'
import { normalise } from '../src/language/normalise.ts'
import { share, train, type Example, type Setting } from './learn.ts'
import { readLines, type Line } from './lines.ts'

const from = process.argv.includes('--from') ? process.argv[process.argv.indexOf('--from') + 1] : 'all'
const lines = readLines('eval/messages.jsonl').filter(
  (line) => line.set === 'open' || (from === 'all' && line.set === 'held'),
)

function pack(name: string, classes: readonly string[], weights: ReadonlyMap<string, Float64Array>): string {
  let widest = 0
  for (const row of weights.values()) for (const weight of row) widest = Math.max(widest, Math.abs(weight))
  const step = Math.max(0.02, Math.min(0.12, widest / 31))
  const rows: string[] = []
  for (const [feature, row] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (/[\t\n\\`$]/.test(feature) && feature !== '$') continue
    let packed = ''
    row.forEach((weight, c) => {
      const quantised = Math.max(-31, Math.min(31, Math.round(weight / step)))
      if (Math.abs(weight) < 0.04 || quantised === 0) return
      packed += `${alphabet[c] ?? ''}${alphabet[quantised + 32] ?? ''}`
    })
    if (packed !== '') rows.push(`${feature}\t${packed}`)
  }
  console.log(name, rows.length, 'features', rows.join('\n').length, 'characters, step', step.toFixed(3))
  return `export const ${name}: PackedModel = {
  classes: ${JSON.stringify(classes)},
  step: ${step},
  weights: ${JSON.stringify(rows.join('\n'))},
}
`
}

const read = lines.map((line) => ({ line, text: normalise(line.text).text }))
const featured = read.map(({ line, text }) => ({ line, text, features: featuresOf(text) }))
const setting: Setting = { epochs: 30, rate: 0.1, decay: 0.03, prior: 1.8, minimum: 1, hold: 0.05 }
const narrow: Setting = { epochs: 30, rate: 0.1, decay: 0.1, prior: 2, minimum: 1, hold: 0.1 }

// what is settled without weighing would only teach that short things are a yes
const intentExamples = featured
  .filter(({ text }) => !settledBefore(text))
  .map(({ line, text, features }): Example => ({
    features,
    values: intentValues(text),
    target: share(line.intent, line.alt_intents, intents),
  }))

type Featured = (typeof featured)[number]
const categoryExamples = (mine: (line: Line) => boolean, classes: readonly string[]): Example[] =>
  featured
    .filter(({ line }) => mine(line) && line.slots.category !== undefined)
    .map(({ line, text, features }: Featured) => ({
      features,
      values: cueValues(text, classes === repairCategories ? 'repair' : 'complaint'),
      target: share(line.slots.category ?? 'other', line.slots.category_alt ?? [], classes),
    }))
const repairs = (line: Line): boolean => ['repair.create', 'emergency', 'service.paid'].includes(line.intent)
const complaints = (line: Line): boolean => line.intent === 'complaint.create'
const kinds = ['in-home', 'public'] as const
const kindExamples = featured
  .filter(({ line }) => line.slots.location_kind !== undefined)
  .map(({ line, text, features }): Example => ({
    features,
    values: cueValues(text, 'place'),
    target: share(line.slots.location_kind ?? 'public', [], kinds),
  }))

const file = `// Written by eval/train.ts; do not edit.
import type { PackedModel } from './linear.ts'

${pack('intentWeights', intents, train(intentExamples, intents, setting))}
${pack('repairWeights', repairCategories, train(categoryExamples(repairs, repairCategories), repairCategories, narrow))}
${pack('complaintWeights', complaintCategories, train(categoryExamples(complaints, complaintCategories), complaintCategories, narrow))}
${pack('kindWeights', kinds, train(kindExamples, kinds, narrow))}`
writeFileSync(
  'src/language/weights.ts',
  file.replace(/"((?:[^"\\]|\\.)*)"/g, (whole, inner: string) =>
    inner.includes("'") ? whole : `'${inner}'`,
  ),
)
