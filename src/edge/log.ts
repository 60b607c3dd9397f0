/**
 * The log: one JSON object a line. Callers pass only ids, counts and closed words; what is here is the
 * second lock, for the day a text, a phone or a token slips in all the same.
 */
import { pino } from 'pino'
import type { DestinationStream } from 'pino'
import type { Fields, Log } from '../desk/ports.ts'

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

type Level = keyof Log

/**
 * Writes to stderr unless told otherwise: stdout belongs to the results of commands. `known` are the
 * configured secrets, for those that have no shape of their own.
 */
export function openLog(
  level: LogLevel,
  destination?: DestinationStream,
  known: readonly string[] = [],
): Log {
  const safe = safeWords(known)
  const lines = pino(
    {
      level,
      base: undefined,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  )
  const write = (at: Level) => (event: string, fields?: Fields) => {
    if (lines.isLevelEnabled(at)) lines[at](safeFields(fields, safe), safe(event))
  }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}

/** What of an unexpected failure may be logged: its first line and its code, never its stack or payload. */
export function errorFields(error: unknown): { readonly error: string; readonly code?: string } {
  if (!(error instanceof Error))
    return { error: typeof error === 'string' ? shapeSafe(error) : 'not an Error' }
  // Database errors carry the parameters, people's words among them, on the lines after the first.
  const message = shapeSafe(error.message.split(/[\r\n\u2028\u2029]/, 1)[0] ?? '')
  const code = 'code' in error && typeof error.code === 'string' ? shapeSafe(error.code) : undefined
  return code === undefined ? { error: message } : { error: message, code }
}

/** pino's own keys: a field of that name would appear twice in the line. */
const taken = new Set(['level', 'time', 'event'])

type Safe = (text: string) => string

function safeFields(fields: Fields = {}, safe: Safe): Record<string, unknown> {
  const written: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields as Record<string, unknown>)) {
    const name = taken.has(key) ? `${key}_` : safe(key)
    if (typeof value === 'string') written[name] = safe(value)
    else if (typeof value === 'number') written[name] = safe(String(value)) === redacted ? redacted : value
    else if (typeof value === 'boolean' || value === null) written[name] = value
    else if (value instanceof Error) Object.assign(written, safeFields(errorFields(value), safe))
    else if (value !== undefined) written[name] = '[not logged]'
  }
  return written
}

const redacted = '[redacted]'

const secrets: readonly RegExp[] = [
  // Chinese mobile and landline, any international number, an identity card.
  /(?<!\d)(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/,
  /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/,
  /\+\d(?:[- ()]*\d){7,}/,
  /(?<!\d)\d{17}[\dXx](?!\d)/,
  // A Telegram bot token, also inside a URL.
  /\d+:[\w-]{30,}/,
  // A wechaty token: `puppet_<protocol>_<hex>`, `<kind>_<uuid>`, `insecure_…`; ordinary words have no digits.
  /(?:puppet|uuid|insecure|padlocal|paimon|workpro|wxwork|donut|uos)_(?=[\w-]*\d)[\w-]{8,}/i,
  /[a-z]+_[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i,
  // The password of a URL.
  /:\/\/[^/\s@]*:[^/\s@]+@/,
]

/** Ids of ours: any run of digits in them means nothing. */
const ownIds = /(?<![\da-z_])(?:[\da-f]{64}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\da-z])/gi
const longest = 500

function safeWords(known: readonly string[]): Safe {
  const long = known.filter((secret) => secret.length >= 6)
  return (text) => (long.some((secret) => text.includes(secret)) ? redacted : shapeSafe(text))
}

function shapeSafe(text: string): string {
  // NFKC: a full-width １３８… is a phone number too. Read a little past the cut, for a secret across it.
  const plain = text
    .slice(0, longest + 100)
    .normalize('NFKC')
    .replace(ownIds, '#')
  if (secrets.some((secret) => secret.test(plain))) return redacted
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, longest)
}
