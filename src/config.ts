/** The environment as one typed value (docs: README, "Settings"). */
import { z } from 'zod'
import { logLevels } from './edge/log.ts'
import type { LogLevel } from './edge/log.ts'

export interface Config {
  /** `url` is a secret: it may hold a password. */
  readonly database: { readonly kind: 'postgres'; readonly url: string } | { readonly kind: 'embedded' }
  /** Photos, and the embedded database. */
  readonly dataDir: string
  readonly http: { readonly host: string; readonly port: number }
  readonly telegram?: TelegramConfig
  readonly wechat?: { readonly token: string; readonly endpoint: string }
  readonly logLevel: LogLevel
}

export interface TelegramConfig {
  readonly token: string
  /** Without a slash at its end. */
  readonly apiRoot: string
  readonly updates:
    { readonly mode: 'polling' } | { readonly mode: 'webhook'; readonly webhookSecret: string }
  readonly staffChat?: string
}

/** One sentence for the person who starts guanjia; never holds a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.entries(env).map(([name, value]) => [name, value?.trim() || undefined])
  const read = environment.safeParse(Object.fromEntries(given))
  if (!read.success) throw new ConfigError(read.error.issues[0]?.message)
  const says = read.data
  const { TELEGRAM_BOT_TOKEN: botToken } = says
  const { WECHATY_PUPPET_SERVICE_TOKEN: puppetToken, WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint } = says
  return {
    database: says.DATABASE_URL ? { kind: 'postgres', url: says.DATABASE_URL } : { kind: 'embedded' },
    dataDir: says.DATA_DIR,
    http: { host: says.HOST, port: says.PORT },
    ...(botToken && { telegram: telegramOf(says, botToken) }),
    ...(puppetToken && endpoint && { wechat: { token: puppetToken, endpoint } }),
    logLevel: says.LOG_LEVEL,
  }
}

function telegramOf(says: Environment, token: string): TelegramConfig {
  const { TELEGRAM_WEBHOOK_SECRET: secret, TELEGRAM_STAFF_CHAT: staffChat } = says
  return {
    token,
    apiRoot: says.TELEGRAM_API_ROOT,
    updates:
      says.TELEGRAM_MODE === 'webhook' && secret
        ? { mode: 'webhook', webhookSecret: secret }
        : { mode: 'polling' },
    ...(staffChat && { staffChat }),
  }
}

type Environment = z.infer<typeof environment>

const environment = z
  .object({
    DATABASE_URL: secretLike(
      (text) => isUrl(text, /^postgres(ql)?:\/\//),
      'DATABASE_URL must be a PostgreSQL address like postgres://user:password@host:5432/name; leave it out for the embedded database.',
    ).optional(),
    DATA_DIR: z.string().default('./data'),
    PORT: z
      .string()
      .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
        error: saying('PORT must be a whole number from 0 to 65535'),
      })
      .default('8080')
      .transform(Number),
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, {
        error: saying('HOST must be a host name or an IP address, without a port or path'),
      })
      .default('127.0.0.1'),
    TELEGRAM_BOT_TOKEN: secretLike(
      (text) => /^\d+:[\w-]+$/.test(text),
      'TELEGRAM_BOT_TOKEN must be the token from @BotFather: digits, a colon, then letters, digits, _ or -.',
    ).optional(),
    TELEGRAM_API_ROOT: secretLike(
      (text) => isUrl(text, /^https?:\/\/[^?#]*$/),
      'TELEGRAM_API_ROOT must be an address that begins with http:// or https://; leave it out for the public one.',
    )
      .default('https://api.telegram.org')
      .transform((url) => url.replace(/\/+$/, '')),
    TELEGRAM_MODE: z
      .enum(['polling', 'webhook'], { error: saying('TELEGRAM_MODE must be polling or webhook') })
      .default('polling'),
    TELEGRAM_WEBHOOK_SECRET: secretLike(
      (text) => /^[\w-]{1,256}$/.test(text),
      'TELEGRAM_WEBHOOK_SECRET must be 1 to 256 letters, digits, _ or -.',
    ).optional(),
    TELEGRAM_STAFF_CHAT: z
      .string()
      .regex(/^(-?\d+|@\w+)$/, {
        error: saying('TELEGRAM_STAFF_CHAT must be a chat id like -1001234567890 or a name like @staff'),
      })
      .optional(),
    WECHATY_PUPPET_SERVICE_TOKEN: secretLike(
      (text) => !/\s/.test(text),
      'WECHATY_PUPPET_SERVICE_TOKEN must not contain spaces.',
    ).optional(),
    WECHATY_PUPPET_SERVICE_ENDPOINT: secretLike(
      isHostAndPort,
      'WECHATY_PUPPET_SERVICE_ENDPOINT must be the host and port of the gateway, like 127.0.0.1:8788.',
    ).optional(),
    LOG_LEVEL: z
      .enum(logLevels, { error: saying(`LOG_LEVEL must be one of ${logLevels.join(', ')}`) })
      .default('info'),
  })
  .superRefine((says, context) => {
    const missing = (message: string) => context.addIssue({ code: 'custom', message })
    if (says.TELEGRAM_MODE === 'webhook' && !says.TELEGRAM_WEBHOOK_SECRET)
      missing('TELEGRAM_WEBHOOK_SECRET must be set when TELEGRAM_MODE is webhook.')
    if (says.WECHATY_PUPPET_SERVICE_TOKEN && !says.WECHATY_PUPPET_SERVICE_ENDPOINT)
      missing('WECHATY_PUPPET_SERVICE_ENDPOINT must be set when WECHATY_PUPPET_SERVICE_TOKEN is.')
    if (says.WECHATY_PUPPET_SERVICE_ENDPOINT && !says.WECHATY_PUPPET_SERVICE_TOKEN)
      missing('WECHATY_PUPPET_SERVICE_TOKEN must be set when WECHATY_PUPPET_SERVICE_ENDPOINT is.')
  })

/** For values that are secret or may hold one: the sentence does not repeat them. */
function secretLike(isRight: (text: string) => boolean, sentence: string) {
  return z.string().refine(isRight, { error: sentence })
}

/** Repeats a short wrong value; a long one may be a secret pasted into the wrong line. */
function saying(rule: string) {
  return ({ input }: { readonly input?: unknown }) =>
    typeof input === 'string' && input.length <= 20 ? `${rule}, but is ${JSON.stringify(input)}.` : `${rule}.`
}

function isUrl(text: string, beginning: RegExp): boolean {
  return beginning.test(text) && URL.canParse(text)
}

function isHostAndPort(text: string): boolean {
  const match = /^(?:[\w.-]+|\[[\da-f:.]+\]):(\d{1,5})$/i.exec(text)
  return match !== null && Number(match[1]) >= 1 && Number(match[1]) <= 65_535
}
