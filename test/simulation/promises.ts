/** The nine promises of the design as things that can be checked after every step. */
import { isQuiet } from '../../src/domain/time/quiet.ts'
import type { Facts, RecordFact } from './facts.ts'
import { illegal } from './histories.ts'
import { add, place, twice, unsorted } from './lists.ts'
import type { Person } from './people.ts'
import { everybody, keyOf } from './people.ts'
import type { Witness } from './witness.ts'

export const promises = {
  1: 'what a platform was told we have is in the inbox, and ends handled or quarantined with staff told',
  2: 'one message is kept once, and one intended report is one record',
  3: 'what is recorded as sent was sent, is not sent again, and repeats are bounded by recorded unknowns',
  4: 'a conversation is handled in the order received, a recipient hears in the order queued',
  5: 'a due deadline takes effect exactly once and never early, a cancelled one never',
  6: 'when faults stop, everything drains',
  7: 'every history is a legal path, and every actor was allowed to do it',
  8: 'private words stay out of groups, other households and the log',
  9: 'no notice goes out in quiet hours',
} as const
export type PromiseNumber = keyof typeof promises

export interface Violation {
  readonly promise: PromiseNumber
  readonly what: string
}
export interface Scene {
  readonly witness: Witness
  readonly facts: Facts
  /** Words each person said or owns that nobody else may see. */
  readonly secrets: ReadonlyMap<string, readonly string[]>
}
type Check = (scene: Scene) => readonly string[]

const kept: Check = ({ witness, facts }) => {
  const inbox = new Set(facts.inbox.map((row) => row.message_id))
  return witness.acknowledged
    .filter((message) => message.kind !== 'moved' && !inbox.has(message.id))
    .map((message) => `${message.id} was acknowledged and is not in the inbox`)
}

const once: Check = ({ facts, secrets }) => [
  ...twice(facts.inbox.map((row) => row.message_id)).map((id) => `${id} lies in the inbox twice`),
  ...twice(facts.records.flatMap((row) => row.origin ?? [])).map(
    (id) => `two records come from inbox row ${id}`,
  ),
  ...twice(facts.records.flatMap((row) => matterOf(row, secrets))).map(
    (what) => `two records of one report: ${what}`,
  ),
]

const bounded: Check = ({ witness, facts }) => {
  const times = new Map<number, number>()
  for (const { row } of witness.delivered) times.set(row.id, (times.get(row.id) ?? 0) + 1)
  return [
    ...witness.sentAgain.map((id) => `row ${id} was claimed again after its success was recorded`),
    ...facts.outbox.flatMap(({ id, status, unknowns }) => {
      const n = times.get(id) ?? 0
      if (status === 'sent' && n === 0) return [`row ${id} is recorded as sent and no platform saw it`]
      // One send may be in hand whose answer is not recorded yet: the claim that follows will count it.
      return n > 1 + unknowns ? [`row ${id} was delivered ${n} times with ${unknowns} unknowns`] : []
    }),
  ]
}

const inOrder: Check = ({ witness, facts }) => {
  const kept = new Map(facts.inbox.map((row) => [row.message_id, row]))
  const received = unsorted(
    facts.inbox,
    (row) => row.key,
    (row) => place(row.message_id),
  )
  const handled = unsorted(
    witness.handled,
    (message) => kept.get(message.id)?.key ?? '',
    (message) => place(message.id),
  )
  const seen = new Set<number>()
  const first = witness.delivered.filter(({ row }) => !seen.has(row.id) && seen.add(row.id))
  const heard = unsorted(
    first,
    ({ row }) => `${row.conversationId}/${row.lane}`,
    ({ row }) => row.id,
  )
  return [
    ...received.map((key) => `${key} was kept in another order than it was written`),
    ...handled.map((key) => `${key} was handled in another order than it was written`),
    ...heard.map((key) => `conversation ${key} heard things in another order than they were queued`),
  ]
}

const onTime: Check = ({ facts }) => {
  const fired = facts.deadlines.filter((row) => row.fired !== null)
  const early = fired.filter((row) => Number(row.fired) < row.due)
  const both = fired.filter((row) => row.cancelled !== null && Number(row.cancelled) < Number(row.fired))
  const count = new Map<string, number>()
  for (const { record_id, clock } of fired) add(count, `${record_id} clock:${clock}`, 1)
  for (const { record_id, event } of facts.events)
    if (event.startsWith('clock:')) add(count, `${record_id} ${event}`, -1)
  return [
    ...early.map((row) => `${row.clock} of record ${row.record_id} fired early`),
    ...both.map((row) => `${row.clock} of record ${row.record_id} fired after it was cancelled`),
    ...[...count]
      .filter(([, n]) => n !== 0)
      .map(([what]) => `${what} fired and took effect differently often`),
  ]
}

const legal: Check = ({ facts }) => facts.records.flatMap((record) => illegal(record, facts))

const discreet: Check = ({ witness, secrets }) => {
  const leaks: string[] = []
  const staffChats = new Set(everybody.filter((person) => person.part !== 'resident').map(keyOf))
  for (const { row, chat } of witness.delivered) {
    if (staffChats.has(chat)) continue
    for (const [owner, words] of secrets) {
      if (owner === chat) continue
      const found = words.find((word) => row.body.text.includes(word))
      if (found !== undefined) leaks.push(`${chat} saw ${found} of ${owner} in row ${row.id}`)
    }
  }
  const all = [...secrets.values()].flat()
  for (const line of witness.logged) {
    const found = all.find((word) => JSON.stringify(line).includes(word))
    if (found !== undefined) leaks.push(`the log line "${line.event}" holds ${found}`)
  }
  return leaks
}

const quietNights: Check = ({ witness }) =>
  witness.delivered
    .filter(({ row, at }) => row.kind === 'notice' && isQuiet(at))
    .map(({ row, at }) => `notice ${row.id} went out at ${at.toISOString()}`)

const always: readonly (readonly [PromiseNumber, Check])[] = [
  [1, kept],
  [1, ({ witness }) => witness.surprises],
  [2, once],
  [3, bounded],
  [4, inOrder],
  [5, onTime],
  [7, legal],
  [8, discreet],
  [9, quietNights],
]

export function broken(scene: Scene): Violation[] {
  return always.flatMap(([promise, check]) => check(scene).map((what) => ({ promise, what })))
}

/** What must be true besides, once the faults have stopped and everything had time. */
export function brokenAtTheEnd(scene: Scene, now: number): Violation[] {
  const { facts, witness } = scene
  const backAgain = Object.entries(facts.unreachable).filter(([key, since]) =>
    witness.delivered.some(({ chat, at }) => chat === key && at.getTime() > since),
  )
  const open = (status: string) => ['pending', 'sending', 'retry'].includes(status)
  const told = (trace: string) => facts.outbox.some((row) => row.text.includes(trace))
  const violations = (promise: PromiseNumber, list: readonly string[]) =>
    list.map((what) => ({ promise, what }))
  return [
    ...violations(
      6,
      facts.inbox.filter((row) => row.status === 'waiting').map((row) => `${row.message_id} waits for ever`),
    ),
    ...violations(
      6,
      facts.outbox.filter((row) => open(row.status)).map((row) => `row ${row.id} is never sent`),
    ),
    ...violations(
      6,
      backAgain.map(([key]) => `${key} takes messages and counts as unreachable`),
    ),
    ...violations(
      1,
      facts.inbox
        .filter((row) => row.status === 'quarantined' && !told(row.trace))
        .map((row) => `${row.message_id} was quarantined and nobody was told`),
    ),
    ...violations(
      5,
      facts.deadlines
        .filter((row) => row.fired === null && row.cancelled === null && row.due <= now)
        .map((row) => `${row.clock} of record ${row.record_id} is due and did not fire`),
    ),
  ]
}

export const ownSecrets = (person: Person): string[] =>
  [person.name, person.phone, person.room].filter((word) => word.length > 1)

/** The intended report a record stands for: what this resident set out to say. */
function matterOf({ description, kind, key }: RecordFact, secrets: Scene['secrets']): string[] {
  const words = kind === 'repair' ? (secrets.get(key ?? '')?.at(-1) ?? '') : ''
  return words !== '' && description.includes(words) ? [`${key} ${words}`] : []
}
