/** What people and platforms do besides the story: twice, late, all at once, at the wrong place. */
import type { RandomFate } from './fate.ts'
import type { FaultKind } from './coverage.ts'
import { keyOf, flooder, residentsGroup, staff, staffGroup } from './people.ts'
import type { Person } from './people.ts'
import { poison } from './perilousStore.ts'
import { say } from './says.ts'
import type { World } from './world.ts'

interface Trouble {
  readonly kind: FaultKind
  /** How likely in one step of a run in which it is armed. */
  readonly chance: number
  /** False when there was nothing to do it to. */
  readonly make: (world: World, people: readonly Person[]) => boolean
}

const minute = 60_000

const troubles: readonly Trouble[] = [
  {
    kind: 'duplicate',
    chance: 0.3,
    make: (world) => {
      const { acknowledged } = world.witness
      if (acknowledged.length === 0) return false
      const again = world.dice.one(acknowledged)
      world.note(`${again.id} is delivered again`)
      void world.dice.one(world.houses).take(again)
      return true
    },
  },
  {
    kind: 'poison',
    chance: 0.1,
    make: (world, people) => {
      world.says(world.dice.one(people), say(`这句话处理不了${poison}`))
      return true
    },
  },
  {
    kind: 'emergency',
    chance: 0.08,
    make: (world, people) => {
      world.says(world.dice.one(people), say('着火了快来人'))
      return true
    },
  },
  {
    kind: 'doubleTap',
    chance: 0.3,
    make: (world) => {
      const last = world.witness.acknowledged.findLast((message) => message.kind === 'button')
      if (last?.kind !== 'button') return false
      return pressAgain(world, last.sender.id, last.nonce)
    },
  },
  {
    kind: 'staleButton',
    chance: 0.2,
    make: (world) => {
      const chats = [...world.platform.chats.values()].filter((chat) => chat.kind === 'private')
      const bubbles = world.dice.one(chats)
      const old = bubbles.bubbles.find((bubble) => bubble.choices.length > 0)?.choices[0]
      return old !== undefined && pressAgain(world, bubbles.id, old.nonce)
    },
  },
  {
    kind: 'bothAccept',
    chance: 0.5,
    make: (world) => {
      const [zhang, he, liu] = staff
      const order = world.witness.delivered.findLast(({ row }) => row.body.text.startsWith('【派工】'))
      const number = /BX-\d+/.exec(order?.row.body.text ?? '')?.[0]
      if (number === undefined || zhang === undefined || he === undefined || liu === undefined) return false
      for (const person of [zhang, he, liu]) world.says(person, say(`接单 ${number}`))
      return true
    },
  },
  {
    kind: 'clockForward',
    chance: 0.08,
    make: (world) => {
      world.clock.pass(world.dice.one([20, 61, 240, 700]) * minute)
      return true
    },
  },
  {
    kind: 'clockBack',
    chance: 0.08,
    make: (world) => {
      world.clock.pass(-world.dice.below(60) * minute)
      return true
    },
  },
]

export function trouble(world: World, fate: RandomFate, people: readonly Person[]): void {
  for (const { kind, chance, make } of troubles) {
    if (!fate.armed(kind) || !world.dice.yes(chance) || !make(world, people)) continue
    world.note(`(${kind})`)
    world.coverage.fired(kind)
  }
  if (world.dice.yes(0.06)) inGroups(world, people)
}

/** A hundred messages as fast as they can be typed. */
export function flood(world: World): void {
  for (let n = 0; n < 100; n += 1) world.says(flooder, say(`在吗${n}`))
  world.coverage.fired('flood')
}

function pressAgain(world: World, chat: string, nonce: string): boolean {
  const person = world.everybody.find((each) => each.chat === chat && each.channel !== 'wechat')
  if (person === undefined) return false
  world.says(person, { press: nonce, label: '(again)' })
  return true
}

function inGroups(world: World, people: readonly Person[]): void {
  const { dice } = world
  if (dice.yes(0.5)) {
    const words = ['接单', '详情 BX-1001', '上报 BX-1001 缺人', '完工 80', '待办']
    world.says(
      dice.one(staff.filter((each) => each.channel === 'telegram')),
      say(dice.one(words)),
      world.platform.chat(staffGroup),
    )
    return
  }
  const person = people.find((each) => each.channel === 'telegram')
  if (person === undefined) return
  const group = world.platform.chat(residentsGroup)
  const words = world.secrets.get(keyOf(person))?.at(-1) ?? '你好'
  if (person.code !== '' && dice.yes(0.3))
    world.platform.write(group, { id: person.chat, name: person.name }, { kind: 'start', code: person.code })
  else world.says(person, say(dice.yes(0.5) ? words : '进度'), group)
}
