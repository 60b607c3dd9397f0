/** Child processes of a test: every one is known, and none outlives the test, whatever happens. */
import { spawn } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface Child {
  readonly process: ChildProcess
  readonly ended: Promise<Ended>
  readonly stdout: () => string
  readonly stderr: () => string
  readonly kill: (signal?: NodeJS.Signals) => void
}

const living = new Set<ChildProcess>()

/** Only what a program needs of our environment, and what the test gives: nothing of a developer's settings. */
export function environment(given: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...given }
}

export function launch(command: string, args: readonly string[], options: SpawnOptions): Child {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
  living.add(child)
  let [out, err] = ['', '']
  child.stdout?.on('data', (data: Buffer) => (out += data.toString()))
  child.stderr?.on('data', (data: Buffer) => (err += data.toString()))
  const ended = new Promise<Ended>((resolve) => {
    child.once('error', (error) => {
      err += error.message
      resolve({ code: null, signal: null })
    })
    child.once('close', (code, signal) => {
      living.delete(child)
      resolve({ code, signal })
    })
  })
  return {
    process: child,
    ended,
    stdout: () => out,
    stderr: () => err,
    kill: (signal = 'SIGKILL') => void child.kill(signal),
  }
}

const directories: string[] = []

/** A directory of its own, gone when the test ends. */
export function temporaryDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'guanjia-chaos-'))
  directories.push(dir)
  return dir
}

/** For `afterAll`: resolves when all are gone. */
export async function endAll(): Promise<void> {
  const last = [...living].map((child) => new Promise((gone) => child.once('close', gone)))
  cleanUp()
  await Promise.all(last)
}

function cleanUp(): void {
  for (const child of living) child.kill('SIGKILL')
  for (const dir of directories.splice(0)) rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
}
process.on('exit', cleanUp)
// A test process that is told to go leaves nothing behind either.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.once(signal, () => {
    cleanUp()
    process.exit()
  })
}
