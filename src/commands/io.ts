/** What a command may touch of the terminal, and how an expected failure is told: one sentence, exit code 1. */
import { ConfigError } from '../config.ts'
import { DatabaseRefused, sqlState } from '../db/open.ts'

export interface CommandIo {
  readonly env: NodeJS.ProcessEnv
  readonly stdin: AsyncIterable<string | Uint8Array>
  /** One line of the result. */
  out(line: string): void
  /** One line of a note. */
  err(line: string): void
  now(): Date
  /** Resolves when the reader of the results has caught up; absent where nothing is held back. */
  drained?(): Promise<void>
}

/** Something the caller of a command can put right; the message is one sentence for them. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
}

export async function telling(io: CommandIo, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === undefined) throw error
    io.err(sentence)
    return 1
  }
}

function sentenceOf(error: unknown): string | undefined {
  const told = [ConfigError, DatabaseRefused, CommandRefused].some((known) => error instanceof known)
  if (told && error instanceof Error) return error.message
  const code = sqlState(error)
  return code === undefined ? undefined : databaseSentence(code)
}

/** The database went away while the command ran; `openHouseDb` tells of one that is not there at all. */
function databaseSentence(code: string): string | undefined {
  if (/^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|EPIPE|CONNECT|08|57P)/.test(code))
    return `The database no longer answers (${code}): nothing was half done; run the command again when it is back.`
  if (code === '42501')
    return 'The user of DATABASE_URL may not create or change tables there: give it that right.'
  return undefined
}
