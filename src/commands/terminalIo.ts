/** The real terminal of a process as a {@link CommandIo}. */
import { once } from 'node:events'
import type { CommandIo } from './io.ts'

export function terminalIo(process: NodeJS.Process): CommandIo {
  const { stdin, stdout, stderr } = process
  // `guanjia records | head` ends the reader first: that is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    env: process.env,
    stdin: stdin as AsyncIterable<string | Uint8Array>,
    out: (line) => void stdout.write(`${line}\n`),
    err: (line) => void stderr.write(`${line}\n`),
    now: () => new Date(),
    drained: async () => {
      if (stdout.writableNeedDrain) await once(stdout, 'drain')
    },
  }
}
