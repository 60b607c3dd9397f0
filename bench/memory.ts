/** Memory after very many conversations: nothing may be kept per conversation in the process. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openPostgres } from '../src/db/open.ts'
import { systemChance } from '../src/edge/chance.ts'
import { openHouse } from './sides/house.ts'
import { withDatabase } from './support/database.ts'
import { chatsFor, inLanes } from './support/form.ts'
import { table } from './support/print.ts'

const lanes = 16
const steps = 4

/** In a process of its own, so that nothing else is counted. */
export async function memory(people: number, connections: number): Promise<void> {
  await withDatabase(async (url) => {
    const child = spawn(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', fileURLToPath(import.meta.url), url, `${people}`, `${connections}`],
      { stdio: 'inherit' },
    )
    const code = await new Promise((resolve) => child.on('exit', resolve))
    if (code !== 0) throw new Error('the memory run failed')
  })
}

async function measure(url: string, people: number, connections: number): Promise<void> {
  const db = openPostgres({ url, connections })
  const house = await openHouse(db, systemChance)
  const talk = async (count: number) => {
    const chats = chatsFor(lanes, Math.ceil(count / lanes))
    await inLanes(lanes, async (lane) => {
      for (const chat of chats[lane] ?? []) await house.say(chat, '报修')
    })
    await house.settle()
  }
  // Warm: code compiled, statements prepared, the bounded maps filled.
  await talk(people / 10)
  const seen = [sample('warm')]
  for (let step = 1; step <= steps; step += 1) {
    await talk(people / steps)
    seen.push(sample(`${(people / steps) * step} conversations`))
  }
  await db.close()
  table(
    ['memory after', 'heap MB', 'RSS MB'],
    seen.map(({ what, heap, rss }) => [what, heap.toFixed(1), rss.toFixed(0)]),
  )
  const [first, last] = [seen[0], seen.at(-1)]
  if (first === undefined || last === undefined) return
  const bytes = ((last.heap - first.heap) * 1_048_576) / people
  console.log(
    `→ memory: ${bytes.toFixed(0)} bytes of heap a conversation; ${bytes < 20 ? 'flat' : 'NOT flat'}`,
  )
}

function sample(what: string) {
  for (let n = 0; n < 3; n += 1) globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  return { what, heap: heapUsed / 1_048_576, rss: rss / 1_048_576 }
}

const [, script, url, people, connections] = process.argv
if (script === fileURLToPath(import.meta.url) && url !== undefined)
  await measure(url, Number(people), Number(connections))
