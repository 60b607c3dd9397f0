import { describe, expect, it } from 'vitest'
import type { Fields } from '../../src/desk/ports.ts'
import { errorFields, openLog } from '../../src/edge/log.ts'
import type { LogLevel } from '../../src/edge/log.ts'

function logged(
  write: (log: ReturnType<typeof openLog>) => void,
  level: LogLevel = 'debug',
  known?: string[],
) {
  let text = ''
  write(openLog(level, { write: (line) => void (text += line) }, known))
  return text
}
const lineOf = (fields: unknown, event = 'sent') => logged((log) => log.info(event, fields as Fields))
const parsed = (text: string) => JSON.parse(text) as Record<string, unknown>

describe('a line of the log', () => {
  it('is one JSON object with time, level, event and fields', () => {
    const line = parsed(lineOf({ inbox: 42, channel: 'telegram', late: false, room: null, gone: undefined }))
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      event: 'sent',
      inbox: 42,
      channel: 'telegram',
      late: false,
      room: null,
    })
  })

  it('is written from its level on', () => {
    const all = (log: ReturnType<typeof openLog>) => {
      log.debug('a')
      log.info('b')
      log.warn('c')
      log.error('d')
    }
    const events = (level: LogLevel) =>
      logged(all, level)
        .split('\n')
        .filter(Boolean)
        .map((line) => `${String(parsed(line).level)} ${String(parsed(line).event)}`)
    expect(events('trace')).toEqual(['debug a', 'info b', 'warn c', 'error d'])
    expect(events('warn')).toEqual(['warn c', 'error d'])
    expect(events('silent')).toEqual([])
  })

  it('keeps its own keys when a field has the same name', () => {
    const text = lineOf({ level: 'x', time: 'y', event: 'z' })
    expect(parsed(text)).toMatchObject({ level: 'info', event: 'sent', level_: 'x', time_: 'y', event_: 'z' })
    expect(text.match(/"event":/g)).toHaveLength(1)
  })

  it('stays one line whatever is in it', () => {
    const nasty = 'a\n{"level":"error","event":"forged"}\r\u2028\u2029\u0085\u001b[31m\0"}'
    const text = lineOf({ reason: nasty, [nasty]: 1 }, nasty)
    expect(text.split(/[\n\r\u2028\u2029\u0085]/)).toHaveLength(2)
    expect(text.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
    expect(parsed(text).level).toBe('info')
  })

  it('is short: a text that slipped in is cut', () => {
    expect(lineOf({ reason: 'x'.repeat(100_000) }).length).toBeLessThan(700)
  })
})

describe('canaries never appear', () => {
  const canaries = [
    '13800138000',
    '138 0013 8000',
    '139-0013-8001',
    '+8613800138000',
    '008613800138000',
    '+86 138 0013 8000',
    '１３８００１３８０００',
    '025-84567890',
    '02584567890',
    '+852 9123 4567',
    '+1 (212) 555-0100',
    '110101199003071234',
    '11010119900307123X',
    '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
    'puppet_padlocal_0123456789abcdef',
    'puppet_paimon_63d6b063-01e5-48b9-86ed-9fa2c05a6930',
    'uuid_63d6b063-01e5-48b9-86ed-9fa2c05a6930',
    'insecure_63d6b06301e548b9',
    'postgres://guanjia:hunter22@db.example:5432/guanjia',
  ]
  const wrapped = canaries.flatMap((canary) => [
    canary,
    `电话${canary}谢谢`,
    `a\n${canary}\nb`,
    `tel:${canary}x`,
  ])

  it.each(canaries)('%s', (canary) => {
    for (const text of wrapped.filter((one) => one.includes(canary))) {
      const error = Object.assign(new Error(text), { code: text })
      const said = lineOf({ reason: text, [text]: 1, failure: error, deep: { text } }, text)
      expect(said).not.toContain(canary)
      expect(said).not.toContain(canary.slice(-6))
      expect(said).toContain('[redacted]')
    }
  })

  it('a phone as a number', () => {
    expect(lineOf({ phone: 13800138000, other: 110101199003071230 })).not.toMatch(/1380013|1101011/)
  })

  it('a token in the URL of a failed request', () => {
    const url = 'https://api.telegram.org/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe'
    expect(lineOf({ reason: `connect ETIMEDOUT ${url}` })).not.toContain('AAHdq')
  })

  it('a secret across the place where a long text is cut', () => {
    const text = `${'x'.repeat(480)} 110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw`
    expect(lineOf({ reason: text })).not.toContain('AAHdq')
  })

  it('the configured secrets, whatever they look like', () => {
    const text = logged((log) => log.info('said open-sesame', { a: 'xopen-sesamex' }), 'info', [
      'open-sesame',
    ])
    expect(text).not.toContain('sesame')
  })

  it('objects and stacks are not written at all', () => {
    const text = lineOf({ update: { text: '水管漏了' }, list: ['水管漏了'], failure: new Error('boom') })
    expect(text).not.toMatch(/水管|log\.test|at /)
    expect(parsed(text)).toMatchObject({ update: '[not logged]', list: '[not logged]', error: 'boom' })
  })
})

describe('what may be seen is seen', () => {
  it.each([
    '-1001234567890',
    '2026-11-19T15:00+08:00',
    '2026-11-19T07:00:00.000Z',
    'W-20261119-0042',
    '63d6b063-01e5-48b9-86ed-913800138000',
    'a13800138000b'.padEnd(64, '0').replace(/[^\da-f]/g, 'c'),
    'puppet_service_disconnected',
    '127.0.0.1:8788',
    'connect ECONNREFUSED 127.0.0.1:5432',
    'https://api.telegram.org/getMe',
    '1700000000000',
  ])('%s', (text) => {
    expect(parsed(lineOf({ id: text })).id).toBe(text)
  })

  it('numbers', () => {
    expect(parsed(lineOf({ ms: 1_700_000_000_000, n: -0.5, chat: -1001234567890 }))).toMatchObject({
      ms: 1_700_000_000_000,
      n: -0.5,
      chat: -1001234567890,
    })
  })
})

describe('what may be logged of a failure', () => {
  it('is its first line and its code', () => {
    const failure = Object.assign(new Error('Failed query: insert into inbox\nparams: 水管漏了,张三'), {
      code: '23505',
    })
    expect(errorFields(failure)).toEqual({ error: 'Failed query: insert into inbox', code: '23505' })
  })

  it('and a thrown thing that is no Error says only that', () => {
    expect(errorFields({ text: '水管漏了' })).toEqual({ error: 'not an Error' })
    expect(errorFields('call 13800138000')).toEqual({ error: '[redacted]' })
  })
})
