/** Child processes of a test: every one is known, and none outlives the test, whatever happens. */
import { spawn } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'
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

/** For `afterAll`: resolves when all are gone. */
export async function endAll(): Promise<void> {
  const last = [...living].map((child) => new Promise((gone) => child.once('close', gone)))
  killLiving()
  await Promise.all(last)
}

function killLiving(): void {
  for (const child of living) child.kill('SIGKILL')
}
process.on('exit', killLiving)
