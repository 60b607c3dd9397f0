/**
 * Trains the linear models from the messages in the repository: `node --import tsx eval/train.ts [--from open|held|all]`.
 * `open` leaves the held half out, `held` only the fresh messages, `all` nothing (what ships). Deterministic. Writes src/language/weights.ts.
 */
import { writeFileSync } from 'node:fs'
import { wordsOf } from '../src/language/evidence.ts'
import { alphabet } from '../src/language/linear.ts'
import { complaintCategories, repairCategories } from '../src/domain/matter.ts'
import { intents } from '../src/language/meaning.ts'
import { normalise } from '../src/language/normalise.ts'
import { share, train, type Example, type Setting } from './learn.ts'
import { readLines, type Line } from './lines.ts'

const from = process.argv.includes('--from') ? process.argv[process.argv.indexOf('--from') + 1] : 'all'
const lines = readLines('eval/messages.jsonl').filter(
  (line) => from === 'all' || line.set === 'open' || (from === 'held' && line.set === 'held'),
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
      if (Math.abs(weight) < 0.09 || quantised === 0) return
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

const featured = lines.map((line) => ({ line, features: wordsOf(normalise(line.text).text) }))
// little pull: what the cues cannot know has to be learned
const setting: Setting = { epochs: 14, rate: 0.1, decay: 0.002 }

function examples(
  mine: (line: Line) => string | undefined,
  others: (line: Line) => readonly string[],
  classes: readonly string[],
): Example[] {
  return featured.flatMap(({ line, features }) => {
    const gold = mine(line)
    return gold === undefined ? [] : [{ features, target: share(gold, others(line), classes) }]
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

const file = `// Written by eval/train.ts; do not edit.
import type { PackedModel } from './linear.ts'

${pack('intentWeights', intents, train(byIntent, intents, setting))}
${pack('repairWeights', repairCategories, train(repairs, repairCategories, setting))}
${pack('complaintWeights', complaintCategories, train(complaints, complaintCategories, setting))}
${pack('kindWeights', kinds, train(places, kinds, setting))}`
writeFileSync(
  'src/language/weights.ts',
  file.replace(/"((?:[^"\\]|\\.)*)"/g, (whole, inner: string) =>
    inner.includes("'") ? whole : `'${inner}'`,
  ),
)
