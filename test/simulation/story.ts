/** One repair from the first word to the satisfied callback, with everything on its way that has a crash point. */
import { everybody, residentsGroup } from './people.ts'
import type { Person } from './people.ts'
import { poison } from './perilousStore.ts'
import { say } from './says.ts'
import type { World } from './world.ts'

export interface Step {
  readonly name: string
  /** `fault call` or `fault`: each happens once, whoever crashes. */
  readonly faults?: readonly string[]
  readonly act: (world: World) => void
}

const minute = 60_000

function someone(key: string): Person {
  const person = everybody.find((each) => each.key === key)
  if (person === undefined) throw new Error(`nobody is called ${key}`)
  return person
}
export const wang = someone('wang')
const chen = someone('chen')
export const zhang = someone('zhang')
export const liu = someone('liu')

/** Presses the newest button with this label that the chat shows. */
export function tap(world: World, person: Person, label: string): void {
  const choice = world
    .chatOf(person)
    .bubbles.toReversed()
    .flatMap((bubble) => bubble.choices)
    .find((each) => each.label === label)
  if (choice === undefined)
    throw new Error(`${person.key} sees no button ${label}\n${world.history.slice(-40).join('\n')}`)
  world.says(person, { press: choice.nonce, label })
}

/** The office's group becomes a supergroup, and Telegram says so. */
function groupMoves(world: World): void {
  const group = world.platform.chat(residentsGroup)
  const old = { channel: group.channel, account: 'bot', chat: group.id }
  group.id = `${group.id}9`
  world.platform.write(
    group,
    { id: wang.chat, name: wang.name },
    { kind: 'moved', address: old, to: group.id },
  )
}

export const story: readonly Step[] = [
  { name: 'reports', act: (world) => void world.says(wang, say('我家厨房水管漏水了')) },
  {
    name: 'sends a photo that does not load at once',
    faults: ['photoFailed'],
    act: (world) => void world.says(wang, { photo: 'leak' }),
  },
  { name: 'wants it soon', act: (world) => tap(world, wang, '尽快上门') },
  {
    name: 'confirms while the staff group moves',
    faults: ['moved'],
    act: (world) => tap(world, wang, '确认提交'),
  },
  { name: 'the residents group moves', act: groupMoves },
  {
    name: 'nobody accepts, and the database is away for a moment',
    faults: ['dbBefore work'],
    act: (world) => world.clock.pass(6 * minute),
  },
  { name: 'the rung that failed comes again', act: (world) => world.clock.pass(2 * minute) },
  { name: 'accepts', act: (world) => tap(world, zhang, '接单') },
  { name: 'arrives', act: (world) => tap(world, zhang, '到场') },
  { name: 'agrees to the price', act: (world) => tap(world, wang, '同意') },
  { name: 'writes what makes the code throw', act: (world) => void world.says(wang, say(`坏消息${poison}`)) },
  {
    name: 'sends a photo that is gone',
    faults: ['photoFailed', 'photoFailed'],
    act: (world) => void world.says(wang, { photo: 'gone' }),
  },
  { name: 'finishes', act: (world) => void world.says(zhang, say('完工 BX-1001 80')) },
  { name: 'signs', act: (world) => tap(world, wang, '正常，签收') },
  { name: 'hands the order in', act: (world) => tap(world, zhang, '返单') },
  { name: 'returns the order', act: (world) => tap(world, liu, '返单') },
  { name: 'a neighbour begins a report', act: (world) => void world.says(chen, say('卧室门锁打不开了')) },
  { name: 'the neighbour is reminded', act: (world) => world.clock.pass(31 * minute) },
  { name: 'is satisfied', act: (world) => tap(world, wang, '满意') },
]
