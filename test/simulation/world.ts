/** A whole estate in one process: people, platforms, two houses over one database, and the clock. */
import type { Store } from '../../src/desk/store.ts'
import type { Message } from '../../src/domain/message.ts'
import type { Db } from '../../src/db/open.ts'
import { TestClock } from '../support/house.ts'
import type { Coverage } from './coverage.ts'
import { Dice } from './dice.ts'
import { factsOf, stillOpen } from './facts.ts'
import type { Fate } from './peril.ts'
import { Peril } from './peril.ts'
import type { Person } from './people.ts'
import { everybody, keyOf, residentsGroup, staffGroup } from './people.ts'
import type { Chat } from './platform.ts'
import { Platform } from './platform.ts'
import type { House } from './process.ts'
import { openHouse } from './process.ts'
import type { Violation } from './promises.ts'
import { broken, brokenAtTheEnd, ownSecrets } from './promises.ts'
import type { Saying } from './says.ts'
import { Turns } from './turns.ts'
import { Witness } from './witness.ts'

export interface WorldOptions {
  readonly db: Db
  readonly seed: number
  readonly start: string
  readonly fate: Fate
  readonly coverage: Coverage
  readonly houses?: number
  readonly mutate?: (store: Store) => Store
  readonly mutateSql?: (sql: string) => string
}

/** A promise was broken: thrown by the step that saw it. */
export class Broken extends Error {
  readonly violations: readonly Violation[]
  constructor(violations: readonly Violation[]) {
    super(violations.map(({ promise, what }) => `promise ${promise}: ${what}`).join('\n'))
    this.violations = violations
  }
}

export class World {
  readonly db: Db
  readonly clock: TestClock
  readonly dice: Dice
  readonly turns: Turns
  readonly witness = new Witness()
  readonly platform: Platform
  readonly houses: House[] = []
  readonly history: string[] = []
  readonly coverage: Coverage
  readonly secrets = new Map<string, string[]>()
  readonly everybody = everybody
  readonly #fate: Fate
  readonly #mutate: (store: Store) => Store
  readonly #mutateSql: (sql: string) => string

  constructor(options: WorldOptions) {
    this.db = options.db
    this.clock = new TestClock(options.start)
    this.dice = new Dice(options.seed)
    this.coverage = options.coverage
    this.turns = new Turns(this.clock, (among) => (among === 0 ? 0 : this.dice.below(among)))
    this.platform = new Platform(this.clock, this.witness, (line) => this.note(line))
    this.#fate = options.fate
    this.#mutate = options.mutate ?? ((store) => store)
    this.#mutateSql = options.mutateSql ?? ((sql) => sql)
    for (let n = 0; n < (options.houses ?? 1); n += 1) this.houses.push(this.#boot())
    for (const person of everybody) this.platform.chat(person)
    this.platform.chat(staffGroup, 'group')
    this.platform.chat(residentsGroup, 'group')
    for (const person of everybody)
      if (person.part === 'resident') this.secrets.set(keyOf(person), ownSecrets(person))
  }

  #boot(): House {
    const peril = new Peril(this.#fate, this.turns, this.coverage, () => (this.witness.mishaps += 1))
    return openHouse({ ...this, mutate: this.#mutate, mutateSql: this.#mutateSql }, peril)
  }

  chatOf(person: Person): Chat {
    return this.platform.chat(person)
  }

  says(person: Person, saying: Saying, chat: Chat = this.chatOf(person)): Message {
    const sender = { id: person.chat, name: person.name }
    this.note(`${person.key}${chat.kind === 'group' ? ' in a group' : ''}: ${JSON.stringify(saying)}`)
    if ('photo' in saying)
      return this.platform.write(chat, sender, { kind: 'photo', text: '', photos: [{ ref: saying.photo }] })
    if ('text' in saying) return this.platform.write(chat, sender, { kind: 'text', text: saying.text })
    // No buttons there: people type what they read.
    return chat.channel === 'wechat'
      ? this.platform.write(chat, sender, { kind: 'text', text: saying.label })
      : this.platform.write(chat, sender, { kind: 'button', nonce: saying.press })
  }

  note(line: string): void {
    this.history.push(`${this.clock.now().toISOString()} ${line}`)
  }

  /** Everything that can go on goes on; whoever died is started again. */
  async settle(): Promise<void> {
    await this.turns.drain()
    for (const [n, house] of this.houses.entries()) {
      if (!house.peril.dead) continue
      this.note(`process ${n} died and is started again`)
      this.houses[n] = this.#boot()
    }
  }

  /** The promises, after every step. */
  async check(): Promise<void> {
    this.coverage.steps += 1
    const violations = broken({ witness: this.witness, facts: await factsOf(this.db), secrets: this.secrets })
    const slow = this.turns.longestPause
    if (slow > 60_000) violations.push({ promise: 6, what: `the delivery paused for ${slow} ms` })
    if (violations.length > 0) throw new Broken(violations)
  }

  async checkTheEnd(): Promise<void> {
    await this.check()
    const facts = await factsOf(this.db)
    const scene = { witness: this.witness, facts, secrets: this.secrets }
    const violations = brokenAtTheEnd(scene, this.clock.now().getTime())
    if (violations.length > 0) throw new Broken(violations)
  }

  /** Delivers what is unacknowledged and lets every house do what is due, then waits until that is done. */
  async round(busy: readonly House[] = this.houses): Promise<void> {
    const waiting = this.platform.waiting()
    const order = this.#fate.fires('reordered') ? this.dice.shuffled(waiting) : waiting
    for (const chat of order) {
      const [one, other] = this.dice.shuffled(this.houses)
      if (one === undefined) continue
      const raced = other !== undefined && this.#fate.fires('raced')
      void (raced ? this.platform.offerToBoth(chat, one, other) : this.platform.offer(chat, one))
    }
    for (const house of busy) void house.tick()
    await this.settle()
  }

  /** Time passes and nothing new is said, until nothing is left to do; false when that never comes. */
  async calm(rounds = 40): Promise<boolean> {
    for (let n = 0; n < rounds; n += 1) {
      await this.round(this.houses.slice(0, 1))
      const { open, next } = await stillOpen(this.db, this.clock.now())
      if (open === 0 && this.platform.waiting().length === 0) return true
      const ahead = (next ?? 0) - this.clock.now().getTime()
      // Behind what waits may lie a lease of somebody who died: patience grows.
      this.clock.pass(Math.max(2_000 * 1.25 ** n, ahead + 1_000))
    }
    return false
  }
}
