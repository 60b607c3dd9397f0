import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

type Env = Record<string, string | undefined>
const botToken = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const gateway = {
  WECHATY_PUPPET_SERVICE_TOKEN: 'puppet_padlocal_0123456789abcdef',
  WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:8788',
}

const defaults = {
  database: { kind: 'embedded' },
  dataDir: './data',
  http: { host: '127.0.0.1', port: 8080 },
  logLevel: 'info',
}

describe('the environment', () => {
  it('may be empty', () => {
    expect(readConfig({})).toEqual(defaults)
  })

  it('an empty or blank value counts as unset', () => {
    const names = [
      ...['DATABASE_URL', 'DATA_DIR', 'PORT', 'HOST', 'LOG_LEVEL', 'TELEGRAM_BOT_TOKEN', 'TELEGRAM_API_ROOT'],
      ...['TELEGRAM_MODE', 'TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_STAFF_CHAT', ...Object.keys(gateway)],
    ]
    for (const value of ['', ' ', '\r']) {
      expect(readConfig(Object.fromEntries(names.map((name) => [name, value])))).toEqual(defaults)
    }
  })

  it('other variables do not matter', () => {
    expect(readConfig({ PATH: '/bin', TELEGRAM_TOKEN: 'x' })).toEqual(defaults)
  })

  it('everything said is read', () => {
    expect(
      readConfig({
        DATABASE_URL: 'postgres://guanjia:pw@db:5432/guanjia',
        DATA_DIR: '/var/lib/guanjia',
        PORT: '0',
        HOST: '::1',
        TELEGRAM_BOT_TOKEN: botToken,
        TELEGRAM_API_ROOT: 'http://127.0.0.1:9999/',
        TELEGRAM_MODE: 'webhook',
        TELEGRAM_WEBHOOK_SECRET: 'a_b-C',
        TELEGRAM_STAFF_CHAT: '-1001234567890',
        ...gateway,
        LOG_LEVEL: 'warn',
      }),
    ).toEqual({
      database: { kind: 'postgres', url: 'postgres://guanjia:pw@db:5432/guanjia' },
      dataDir: '/var/lib/guanjia',
      http: { host: '::1', port: 0 },
      telegram: {
        token: botToken,
        apiRoot: 'http://127.0.0.1:9999',
        updates: { mode: 'webhook', webhookSecret: 'a_b-C' },
        staffChat: '-1001234567890',
      },
      wechat: { token: gateway.WECHATY_PUPPET_SERVICE_TOKEN, endpoint: '127.0.0.1:8788' },
      logLevel: 'warn',
    })
  })

  it('a bot token alone is Telegram by polling', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: ` ${botToken}\r\n` }).telegram).toEqual({
      token: botToken,
      apiRoot: 'https://api.telegram.org',
      updates: { mode: 'polling' },
    })
  })

  it.each<Env>([
    { PORT: '65535' },
    { DATABASE_URL: 'postgresql://db/guanjia?sslmode=require' },
    { DATABASE_URL: 'postgres:///guanjia?host=/var/run/postgresql' },
    { TELEGRAM_STAFF_CHAT: '@staff_room' },
    { TELEGRAM_API_ROOT: 'http://localhost:8081/api' },
    { ...gateway, WECHATY_PUPPET_SERVICE_ENDPOINT: '[::1]:8788' },
    { ...gateway, WECHATY_PUPPET_SERVICE_ENDPOINT: 'gateway.local:8788' },
    { LOG_LEVEL: 'silent' },
  ])('%j is fine', (env) => {
    expect(() => readConfig(env)).not.toThrow()
  })
})

const portRule = 'PORT must be a whole number from 0 to 65535'
const wrong: readonly [env: Env, sentence: string | RegExp][] = [
  [{ PORT: 'abc' }, `${portRule}, but is "abc".`],
  [{ PORT: '65536' }, `${portRule}, but is "65536".`],
  [{ PORT: '-1' }, `${portRule}, but is "-1".`],
  [{ PORT: '80.5' }, `${portRule}, but is "80.5".`],
  [{ PORT: '0x50' }, `${portRule}, but is "0x50".`],
  [{ PORT: '1e3' }, `${portRule}, but is "1e3".`],
  [{ PORT: botToken }, `${portRule}.`],
  [{ HOST: 'http://x/' }, /^HOST must be a host name .*, but is "http:\/\/x\/"\.$/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of trace, debug, .*, but is "loud"\.$/],
  [{ DATABASE_URL: 'mysql://guanjia:hunter22@db/guanjia' }, /^DATABASE_URL must be a PostgreSQL address/],
  [{ DATABASE_URL: 'postgres://guanjia:hunter22@db:99999/guanjia' }, /^DATABASE_URL must be a PostgreSQL/],
  [{ DATABASE_URL: 'hunter22' }, /^DATABASE_URL must be a PostgreSQL address/],
  [{ TELEGRAM_BOT_TOKEN: 'hunter22' }, /^TELEGRAM_BOT_TOKEN must be the token from @BotFather/],
  [{ TELEGRAM_BOT_TOKEN: `bot${botToken}` }, /^TELEGRAM_BOT_TOKEN must be the token from @BotFather/],
  [{ TELEGRAM_BOT_TOKEN: `${botToken} x` }, /^TELEGRAM_BOT_TOKEN must be the token from @BotFather/],
  [{ TELEGRAM_API_ROOT: 'api.telegram.org' }, /^TELEGRAM_API_ROOT must be an address that begins with http/],
  [{ TELEGRAM_API_ROOT: 'ftp://u:hunter22@x' }, /^TELEGRAM_API_ROOT must be an address/],
  [{ TELEGRAM_API_ROOT: 'https://' }, /^TELEGRAM_API_ROOT must be an address/],
  [{ TELEGRAM_API_ROOT: 'https://x/?a=hunter22' }, /^TELEGRAM_API_ROOT must be an address/],
  [{ TELEGRAM_MODE: 'push' }, 'TELEGRAM_MODE must be polling or webhook, but is "push".'],
  [{ TELEGRAM_MODE: 'webhook' }, 'TELEGRAM_WEBHOOK_SECRET must be set when TELEGRAM_MODE is webhook.'],
  [
    { TELEGRAM_BOT_TOKEN: botToken, TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_SECRET: ' ' },
    'TELEGRAM_WEBHOOK_SECRET must be set when TELEGRAM_MODE is webhook.',
  ],
  [{ TELEGRAM_WEBHOOK_SECRET: 'hunter22!' }, /^TELEGRAM_WEBHOOK_SECRET must be 1 to 256 letters/],
  [{ TELEGRAM_WEBHOOK_SECRET: 'hunter22'.repeat(40) }, /^TELEGRAM_WEBHOOK_SECRET must be 1 to 256 letters/],
  [{ TELEGRAM_STAFF_CHAT: 'the staff' }, /^TELEGRAM_STAFF_CHAT must be a chat id .*, but is "the staff"\.$/],
  [
    { WECHATY_PUPPET_SERVICE_TOKEN: 'hunter22' },
    'WECHATY_PUPPET_SERVICE_ENDPOINT must be set when WECHATY_PUPPET_SERVICE_TOKEN is.',
  ],
  [
    { WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:8788' },
    'WECHATY_PUPPET_SERVICE_TOKEN must be set when WECHATY_PUPPET_SERVICE_ENDPOINT is.',
  ],
  [
    { ...gateway, WECHATY_PUPPET_SERVICE_TOKEN: 'hunter22 x' },
    /^WECHATY_PUPPET_SERVICE_TOKEN must not contain/,
  ],
  ...['127.0.0.1', 'https://hunter22/', ':8788', 'x:0', 'x:65536', 'x:y'].map((endpoint): [Env, RegExp] => [
    { ...gateway, WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint },
    /^WECHATY_PUPPET_SERVICE_ENDPOINT must be the host and port/,
  ]),
]

describe('what is missing or malformed', () => {
  it.each(wrong)('%j', (env, sentence) => {
    const failure = failureOf(env)
    expect(failure).toBeInstanceOf(ConfigError)
    expect(failure.message).toMatch(sentence)
    if (typeof sentence === 'string') expect(failure.message).toBe(sentence)
    // One line that ends as a sentence does, and no secret in it.
    expect(failure.message).toMatch(/^[^\n\r]+\.$/)
    expect(failure.message).not.toMatch(/hunter22|AAHdq|padlocal/)
  })

  it('of many, the first is said', () => {
    expect(failureOf({ PORT: 'x', HOST: '/', LOG_LEVEL: 'y' }).message).toMatch(/^PORT /)
  })
})

function failureOf(env: Env): Error {
  try {
    readConfig(env)
  } catch (failure) {
    return failure as Error
  }
  throw new Error('It was accepted')
}
