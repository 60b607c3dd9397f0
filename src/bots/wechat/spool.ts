/**
 * Messages the house could not take yet, on disk: one file of lines, `{"keep": message}` when one is put
 * there and `{"done": key}` when the house has it. What was kept and is not done waits, in file order;
 * when nothing waits the file is emptied. A line cut off by a crash is skipped.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Message } from '../../domain/message.ts'
import type { Log } from '../../desk/ports.ts'

export interface Spool {
  /** How many wait. */
  size(): number
  /** What an earlier run left, in order. */
  waiting(): Message[]
  keep(message: Message): void
  done(message: Message): void
  /** For one that fails while others get through: out of the way, for a person to look at. */
  setAside(message: Message): void
}

export const keyOf = (message: Message): string => `${message.address.account}/${message.id}`

export function openSpool(directory: string, log: Log): Spool {
  const file = join(directory, 'undelivered.jsonl')
  const aside = join(directory, 'refused.jsonl')
  const kept = new Map<string, Message>()

  mkdirSync(directory, { recursive: true, mode: 0o700 })
  if (existsSync(file)) {
    const { messages, damaged } = readLines(readFileSync(file, 'utf8'))
    for (const message of messages) kept.set(keyOf(message), message)
    if (damaged > 0) {
      log.error('wechat.spool-damaged', { lines: damaged })
      renameSync(file, `${file}.damaged`)
      for (const message of messages) append(file, { keep: message })
    }
  }

  function append(to: string, line: object): void {
    appendFileSync(to, `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true })
  }
  /** A full disk must not lose what is still in memory. */
  function tried(write: () => void): void {
    try {
      write()
    } catch (error) {
      log.error('wechat.spool-failed', { code: (error as NodeJS.ErrnoException).code })
    }
  }

  function done(message: Message): void {
    if (!kept.delete(keyOf(message))) return
    tried(() => (kept.size === 0 ? truncateSync(file) : append(file, { done: keyOf(message) })))
  }

  return {
    size: () => kept.size,
    waiting: () => [...kept.values()],
    keep(message) {
      if (kept.has(keyOf(message))) return
      kept.set(keyOf(message), message)
      tried(() => append(file, { keep: message }))
    },
    done,
    setAside(message) {
      tried(() => append(aside, message))
      done(message)
    },
  }
}

function readLines(text: string): { messages: Message[]; damaged: number } {
  const waiting = new Map<string, Message>()
  const lines = text.split('\n')
  const cutOff = lines.pop() ?? ''
  let damaged = cutOff === '' ? 0 : 1
  for (const line of lines) {
    try {
      const entry = JSON.parse(line) as { keep?: Message; done?: string }
      if (entry.keep) waiting.set(keyOf(entry.keep), { ...entry.keep, at: new Date(entry.keep.at) })
      if (entry.done) waiting.delete(entry.done)
    } catch {
      damaged++
    }
  }
  return { messages: [...waiting.values()], damaged }
}
