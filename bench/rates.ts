/** Messages a second of guanjia, of its own SQL sent bare, and of a telegraf wizard, round by round. */
import { trips } from './trips.ts'
import { bare } from './sides/bare.ts'
import { ours } from './sides/ours.ts'
import { wizard } from './sides/wizard.ts'
import { withDatabase } from './support/database.ts'
import type { Side } from './support/form.ts'
import { lines } from './support/form.ts'
import { median, number, table, verdict } from './support/print.ts'

export interface RateOptions {
  readonly rounds: number
  readonly forms: number
  readonly lanes: number
  readonly connections: number
}
/** Rounds that are not counted: code is compiled and statements are prepared in them. */
const warmUps = 2

interface Round {
  readonly perSecond: number
  readonly cpu: number
}

export async function rates(options: RateOptions): Promise<void> {
  const { lanes, forms, rounds, connections } = options
  await withDatabase((a) =>
    withDatabase((b) =>
      withDatabase(async (c) => {
        const sides = [await ours(a, connections), await bare(b, connections), await wizard(c, connections)]
        try {
          console.log(
            `${lanes} conversations at once, ${forms} forms of ${lines.length} messages each a round, ${connections} connections a side`,
          )
          const measured = sides.map((): Round[] => [])
          for (let round = 1 - warmUps; round <= rounds; round += 1)
            for (const [n, side] of sides.entries()) {
              const one = await measure(side, lanes, forms)
              if (round > 0) measured[n]?.push(one)
            }
          await complete(sides, lanes * forms * (rounds + warmUps))
          print(sides, measured)
          await trips(sides[1] as Awaited<ReturnType<typeof bare>>, a)
        } finally {
          for (const side of sides) await side.close()
        }
      }),
    ),
  )
}

async function measure(side: Side, lanes: number, forms: number): Promise<Round> {
  await side.prepare(lanes, forms)
  const cpu = process.cpuUsage()
  const from = performance.now()
  await side.run(lanes, forms)
  const ms = performance.now() - from
  const { user, system } = process.cpuUsage(cpu)
  const messages = lanes * forms * lines.length
  return { perSecond: (messages / ms) * 1000, cpu: (user + system) / messages }
}

/** A fast side that files nothing would win everything. */
async function complete(sides: readonly Side[], forms: number): Promise<void> {
  for (const side of sides) {
    const filed = await side.filed()
    if (filed !== forms) throw new Error(`${side.name} filed ${filed} of ${forms} forms`)
  }
}

function print(sides: readonly Side[], measured: readonly (readonly Round[])[]): void {
  const speeds = measured.map((rounds) => rounds.map((round) => round.perSecond))
  const [own = [], ...others] = speeds
  const ratios = others.map((speed) => own.map((mine, round) => mine / (speed[round] ?? mine)))
  table(
    ['messages a second', 'median', 'each round', 'CPU of this process, µs a message'],
    sides.map((side, n) => [
      side.name,
      number(median(speeds[n] ?? [])),
      (speeds[n] ?? []).map(number).join(' '),
      number(median((measured[n] ?? []).map((round) => round.cpu))),
    ]),
  )
  table(
    ['ratio', 'median', 'each round'],
    ratios.map((ratio, n) => [
      `guanjia ÷ ${sides[n + 1]?.name ?? ''}`,
      median(ratio).toFixed(2),
      ratio.map((each) => each.toFixed(2)).join(' '),
    ]),
  )
  verdict('guanjia ÷ the same SQL, bare', median(ratios[0] ?? []), 0.6, 0.8)
  verdict('guanjia ÷ telegraf wizard', median(ratios[1] ?? []), 0.7, 1)
}
