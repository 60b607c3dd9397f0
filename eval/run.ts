/** `npm run eval [-- --set NAME] [--misses]`: open, held, fresh, sample, or a table of `eval/corpus` or `eval/unseen`. */
import { existsSync } from 'node:fs'
import { accepted, judgeSlots, meaningOf, slotNames, type Count, type SlotName } from './judge.ts'
import { readLines, readTable, tablesIn, type Line } from './lines.ts'

const sampleFile = process.env.UTTERANCES ?? '../shared/utterances.sample.jsonl'
const wanted = process.argv.includes('--set') ? process.argv[process.argv.indexOf('--set') + 1] : undefined
const showMisses = process.argv.includes('--misses')
const percent = (part: number, all: number): string =>
  all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`

function report(name: string, lines: readonly Line[]): void {
  if (lines.length === 0) return
  const counts = Object.fromEntries(
    slotNames.map((slot) => [slot, { hit: 0, falseAlarm: 0, miss: 0 }]),
  ) as Record<SlotName, Count>
  const confusions = new Map<string, number>()
  const byTag = new Map<string, [number, number]>()
  const recall = new Map<string, [number, number]>()
  const misses: string[] = []
  let right = 0
  let strict = 0
  let emergencies = 0
  let found = 0
  let quiet = 0
  let falseAlarms = 0
  let urgentRight = 0
  const started = performance.now()
  const meanings = lines.map(meaningOf)
  const took = performance.now() - started
  lines.forEach((line, i) => {
    const meaning = meanings[i]
    if (meaning === undefined) return
    const ok = accepted(line, meaning.intent)
    if (ok) right++
    if (meaning.intent === line.intent) strict++
    if (meaning.urgent === line.urgent) urgentRight++
    const mine = recall.get(line.intent) ?? [0, 0]
    recall.set(line.intent, [mine[0] + (ok ? 1 : 0), mine[1] + 1])
    for (const tag of [line.lang, ...(line.tags ?? [])]) {
      const seen = byTag.get(tag) ?? [0, 0]
      byTag.set(tag, [seen[0] + (ok ? 1 : 0), seen[1] + 1])
    }
    if (line.intent === 'emergency') {
      emergencies++
      if (meaning.intent === 'emergency') found++
      else misses.push(`!! MISSED EMERGENCY ${line.id} ${line.text}`)
    } else if (!line.alt_intents.includes('emergency')) {
      quiet++
      if (meaning.intent === 'emergency') {
        falseAlarms++
        misses.push(`!! FALSE ALARM ${line.id} ${line.text} ${JSON.stringify(meaning.why?.slice(0, 4))}`)
      }
    }
    if (!ok) {
      const pair = `${line.intent} → ${meaning.intent}`
      confusions.set(pair, (confusions.get(pair) ?? 0) + 1)
      misses.push(`${line.id} [${pair}] ${meaning.confidence} ${line.text}`)
    }
    const bad = judgeSlots(line, meaning, counts)
    for (const slot of bad) {
      const key = slot === 'location_kind' ? 'locationKind' : slot
      misses.push(
        `${line.id} {${slot}} ${JSON.stringify(line.slots[slot])} ≠ ${JSON.stringify(meaning.slots[key])} ${line.text}`,
      )
    }
  })
  console.log(`\n== ${name}: ${lines.length} messages, ${Math.round((lines.length / took) * 1000)}/s`)
  console.log(
    `intent ${percent(right, lines.length)}  strict ${percent(strict, lines.length)}  urgent ${percent(urgentRight, lines.length)}`,
  )
  console.log(
    `emergency recall ${found}/${emergencies}  false alarms ${falseAlarms}/${quiet} (${percent(falseAlarms, quiet)})`,
  )
  for (const slot of slotNames) {
    const { hit, falseAlarm, miss } = counts[slot]
    const f1 = hit === 0 ? 0 : (2 * hit) / (2 * hit + falseAlarm + miss)
    console.log(
      `  ${slot.padEnd(14)} F1 ${f1.toFixed(3)}  (right ${hit}, false ${falseAlarm}, missing ${miss})`,
    )
  }
  const weakest = [...recall]
    .filter(([, [ok, all]]) => ok < all)
    .sort((a, b) => a[1][0] / a[1][1] - b[1][0] / b[1][1])
  console.log(
    `  weakest: ${weakest
      .slice(0, 8)
      .map(([intent, [ok, all]]) => `${intent} ${ok}/${all}`)
      .join(', ')}`,
  )
  console.log(`  slices: ${[...byTag].map(([tag, [ok, all]]) => `${tag} ${ok}/${all}`).join(', ')}`)
  const pairs = [...confusions].sort((a, b) => b[1] - a[1]).slice(0, 10)
  console.log(`  confusions: ${pairs.map(([pair, n]) => `${pair} ${n}`).join(', ')}`)
  if (showMisses) for (const miss of misses) console.log(`  ${miss}`)
}

const own = existsSync('eval/messages.jsonl') ? readLines('eval/messages.jsonl') : []
if (own[0] !== undefined) meaningOf(own[0])
for (const set of ['open', 'held', 'fresh'])
  if (wanted === undefined || wanted === set)
    report(
      set,
      own.filter((line) => line.set === set),
    )
for (const folder of ['unseen', 'corpus'])
  for (const name of tablesIn(`eval/${folder}`))
    if (wanted === name || (wanted === undefined && folder === 'unseen'))
      report(name, readTable(`eval/${folder}/${name}.tsv`))
if ((wanted === undefined || wanted === 'sample') && existsSync(sampleFile))
  report('sample', readLines(sampleFile))
