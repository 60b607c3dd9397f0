import type { Log, Receive } from '../../desk/ports.ts'
import type { Message } from '../../domain/message.ts'
import { Refused } from './refused.ts'

/** Where messages leave the pages and enter the house: open between the channel's start and stop. */
export class Doorway {
  readonly #log: Log
  readonly #underWay = new Set<Promise<void>>()
  #receive: Receive | undefined

  constructor(log: Log) {
    this.#log = log
  }

  open(receive: Receive): void {
    this.#receive = receive
  }

  async close(): Promise<void> {
    this.#receive = undefined
    await Promise.allSettled(this.#underWay)
  }

  /** Returns once the house has committed the message; refuses when it could not. */
  async hand(message: Message): Promise<void> {
    if (!this.#receive) throw new Refused('not_kept')
    const handing = this.#receive(message)
    this.#underWay.add(handing)
    try {
      await handing
    } catch (error) {
      this.#log.warn('web.not_kept', { kind: message.kind, error: error instanceof Error ? error.name : '' })
      throw new Refused('not_kept')
    } finally {
      this.#underWay.delete(handing)
    }
  }
}
