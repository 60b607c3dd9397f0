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

/** Never repeats the address: it may hold a password. */
function databaseSentence(code: string): string | undefined {
  if (/^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|EPIPE|CONNECT|CONNECTION|08|57P)/.test(code))
    return `The database cannot be reached (${code}): check that it runs and that DATABASE_URL is right.`
  if (code === '28P01' || code === '28000')
    return 'The database does not accept the user or password of DATABASE_URL: check both.'
  if (code === '3D000')
    return 'The database named in DATABASE_URL does not exist: create it first, or name another.'
  if (code === '42501')
    return 'The user of DATABASE_URL may not do this in that database: give it the right to create tables.'
  if (code === '53300') return 'The database has no free connection left: try again, or raise its limit.'
  return undefined
}
