/** What one message costs: round trips, and how long one person alone waits, in and outside the database. */
import type { Db } from '../src/db/open.ts'
import { openPostgres } from '../src/db/open.ts'
import { systemChance } from '../src/edge/chance.ts'
import type { Recorded } from './sides/bare.ts'
import { openHouse } from './sides/house.ts'
import { chatsFor, lines } from './support/form.ts'
import { number, table } from './support/print.ts'
import type { Seen } from './support/watched.ts'

const forms = 60

export async function trips({ recorded }: { recorded: Recorded }, url: string): Promise<void> {
  const counts = recorded.marks.map((mark, n) => recorded.seen.slice(recorded.marks[n - 1] ?? 0, mark))
  const times = await alone(url)
  table(
    ['message', 'round trips', 'statements', 'ms alone', 'of it in the database', 'outside'],
    lines.map((line, n) => {
      const seen = counts[n] ?? []
      const { ms, db } = times[n] ?? { ms: 0, db: 0 }
      return [
        line,
        String(waits(seen)),
        String(seen.length),
        ms.toFixed(2),
        db.toFixed(2),
        `${number(100 * (1 - db / ms))} %`,
      ]
    }),
  )
  const spoken = counts.slice(0, -1).map(waits)
  const filing = waits(counts.at(-1) ?? [])
  const ms = times.reduce((sum, each) => sum + each.ms, 0)
  const db = times.reduce((sum, each) => sum + each.db, 0)
  console.log(
    `→ round trips: ${Math.max(...spoken)} a spoken turn (aim ≤ 4), ${filing} for the turn that files; ` +
      `${((100 * (ms - db)) / ms).toFixed(0)} % of the time outside the database, over a whole form`,
  )
}

/** Statements sent along with an unanswered one cost no wait of their own. */
function waits(seen: readonly Seen[]): number {
  return seen.filter((each) => !each.along).length
}

interface Time {
  ms: number
  db: number
}

/** One person, nobody else: medians would hide the tail, so means. */
async function alone(url: string): Promise<readonly Time[]> {
  let inDb = 0
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const from = performance.now()
    try {
      return await work()
    } finally {
      inDb += performance.now() - from
    }
  }
  const db = openPostgres({ url, connections: 2 })
  const watch: Db = {
    ...db,
    run: (text, params) => timed(() => db.run(text, params)),
    read: (work) => timed(() => db.read(work)),
    // What the desk does inside a transaction is counted as database time: it holds the connection.
    transaction: (work) => timed(() => db.transaction(work)),
  }
  const house = await openHouse(watch, systemChance)
  const sums = lines.map((): Time => ({ ms: 0, db: 0 }))
  const [chats = []] = chatsFor(1, forms + 5)
  await house.meet(chats)
  for (const [n, chat] of chats.entries())
    for (const [step, line] of lines.entries()) {
      const from = performance.now()
      inDb = 0
      await house.say(chat, line)
      const sum = sums[step]
      if (n < 5 || sum === undefined) continue
      sum.ms += (performance.now() - from) / forms
      sum.db += inDb / forms
      await house.settle()
    }
  await db.close()
  return sums
}
