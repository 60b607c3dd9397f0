/** A whole house with its real edges, on the embedded database in a directory of its own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import type { Hurry } from '../../src/main.ts'
import { startHouse } from '../../src/main.ts'

export interface Person {
  /** Everything this person's chat has shown so far, oldest first. */
  seen(): Promise<readonly { readonly text: string }[]>
  says(text: string): Promise<void>
}

export async function openRealHouse(env: Record<string, string>, hurry: Hurry = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'guanjia-loop-'))
  const house = await startHouse(
    readConfig({ PORT: '0', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal', DATA_DIR: dir, ...env }),
    hurry,
  )
  return {
    ...house,
    dir,
    health: async () =>
      (await (await fetch(`${house.url}/healthz`)).json()) as {
        channels: { channel: string; state: string; qr?: string }[]
        gaps: unknown[]
      },
    close: async () => {
      await house.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** Polls until `find` answers something; at most 20 s. */
export async function until<T>(what: string, find: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = performance.now() + 20_000
  for (;;) {
    const found = await find()
    if (found !== undefined) return found
    if (performance.now() > end) throw new Error(`Waited 20 s in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** Speaks, and waits for an answer that matches. */
export async function ask(person: Person, text: string, answer: RegExp): Promise<string> {
  const before = (await person.seen()).length
  await person.says(text)
  return hears(person, answer, before)
}

export async function hears(person: Person, answer: RegExp, after = 0): Promise<string> {
  return until(
    `an answer like ${answer.source}`,
    async () => (await person.seen()).slice(after).find((each) => answer.test(each.text))?.text,
  )
}
