/**
 * `npm run bench`: how fast a message goes through the whole path, as ratios measured side by side in one
 * run on PostgreSQL. Options: --rounds N --forms N --lanes N --connections N --people N, --only rates|memory|language.
 */
import { parseArgs } from 'node:util'
import { language } from './language.ts'
import { memory } from './memory.ts'
import { rates } from './rates.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    forms: { type: 'string', default: '30' },
    lanes: { type: 'string', default: '16' },
    connections: { type: 'string', default: '10' },
    people: { type: 'string', default: '100000' },
    only: { type: 'string' },
  },
})
const wanted = (part: string) => values.only === undefined || values.only === part

if (wanted('rates')) {
  await rates({
    rounds: Number(values.rounds),
    forms: Number(values.forms),
    lanes: Number(values.lanes),
    connections: Number(values.connections),
  })
}
if (wanted('language')) language()
if (wanted('memory')) await memory(Number(values.people), Number(values.connections))
