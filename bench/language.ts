/** How long a message takes to be understood: pure CPU, so it can be set against the whole path. */
import { understand } from '../src/language/index.ts'
import { clock, lines } from './support/form.ts'
import { median, number, table } from './support/print.ts'

const times = 300

export function language(): void {
  const context = { now: clock.now(), zone: 'Asia/Shanghai' }
  const each = lines.map((line) => {
    const rounds = Array.from({ length: 6 }, () => {
      const from = performance.now()
      for (let n = 0; n < times; n += 1) understand(line, context)
      return ((performance.now() - from) / times) * 1000
    })
    return median(rounds.slice(1))
  })
  table(
    ['understand()', 'µs'],
    lines.map((line, n) => [line, number(each[n] ?? 0)]),
  )
  const mean = each.reduce((sum, one) => sum + one, 0) / each.length
  console.log(`→ understanding: ${number(1_000_000 / mean)} messages a second, ${number(mean)} µs a message`)
}
