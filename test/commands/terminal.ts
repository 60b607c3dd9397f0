/** A terminal for a command under test: what it printed, and a data directory of its own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandIo } from '../../src/commands/io.ts'

export interface Terminal extends CommandIo {
  readonly said: string[]
  readonly noted: string[]
}

export function terminal(
  given: { env?: NodeJS.ProcessEnv; stdin?: readonly (string | Uint8Array)[]; now?: string } = {},
): Terminal {
  const said: string[] = []
  const noted: string[] = []
  return {
    said,
    noted,
    env: given.env ?? {},
    stdin: (async function* () {
      yield* given.stdin ?? []
    })(),
    out: (line) => void said.push(line),
    err: (line) => void noted.push(line),
    now: () => new Date(given.now ?? '2026-11-18T10:00:00+08:00'),
  }
}

export async function workshop() {
  const dir = await mkdtemp(join(tmpdir(), 'guanjia-commands-'))
  return {
    dir,
    env: { DATA_DIR: join(dir, 'data') },
    async file(name: string, content: string | Uint8Array): Promise<string> {
      const path = join(dir, name)
      await writeFile(path, content)
      return path
    },
    clear: () => rm(dir, { recursive: true, force: true }),
  }
}
