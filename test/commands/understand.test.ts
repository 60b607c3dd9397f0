import { describe, expect, it } from 'vitest'
import { understandCommand } from '../../src/commands/understand.ts'
import type { UnderstandArgs } from '../../src/commands/understand.ts'
import { terminal } from './terminal.ts'

const now = '2026-11-18T10:00+08:00'

async function answers(stdin: readonly (string | Uint8Array)[], args: UnderstandArgs = { now }) {
  const at = terminal({ stdin })
  const exit = await understandCommand(args, at)
  return { exit, said: at.said.map((line) => JSON.parse(line) as Record<string, unknown>), noted: at.noted }
}

describe('guanjia understand', () => {
  it('answers a line in the format of the samples', async () => {
    const { exit, said } = await answers([
      '{"id":"a","text":"三栋二单元五零一厨房水管漏水，明天下午3点来，13800138000"}\n',
    ])
    expect(exit).toBe(0)
    expect(said).toEqual([
      {
        id: 'a',
        intent: 'repair.create',
        urgent: expect.any(Boolean) as boolean,
        slots: {
          room: { raw: expect.any(String) as string, building: '3', unit: '2', room: '501' },
          phone: { raw: '13800138000', value: '13800138000' },
          time: expect.objectContaining({
            iso: '2026-11-19T15:00+08:00',
            precision: 'minute',
            role: 'visit',
          }) as object,
          location_kind: 'in-home',
          category: 'plumbing',
        },
      },
    ])
  })

  it('leaves out what was not said', async () => {
    expect((await answers(['{"id":1,"text":"谢谢"}'])).said).toEqual([
      { id: 1, intent: 'thanks', urgent: false, slots: {} },
    ])
  })

  it('names a line it cannot read, answers the others, and says so by its exit code', async () => {
    const { exit, said, noted } = await answers([
      '{"id":"a","text":"你好"}\nnonsense\n\n{"id":"b"}\n{"id":"c","text":"你好"}',
    ])
    expect(exit).toBe(1)
    expect(said.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(noted).toEqual([
      expect.stringMatching(/^line 2: not JSON/),
      expect.stringMatching(/^line 4: needs a "text"/),
    ])
  })

  it('reads letters that arrive in two pieces, and lines that end in CRLF', async () => {
    const bytes = Buffer.from('{"id":"a","text":"水管漏水"}\r\n{"id":"b","text":"你好"}\r\n')
    const { said } = await answers([bytes.subarray(0, 20), bytes.subarray(20, 21), bytes.subarray(21)])
    expect(said.map(({ intent }) => intent)).toEqual(['repair.create', 'greeting'])
  })

  it('takes what the bot asked into account when the line says it', async () => {
    const line = (extra: object) => `${JSON.stringify({ id: 'a', text: '501', ...extra })}\n`
    const [asked] = (await answers([line({ asked: 'room' })])).said
    const [inContext] = (await answers([line({ context: { asked: 'room' } })])).said
    expect(asked).toMatchObject({ slots: { room: { room: '501' } } })
    expect(inContext).toEqual(asked)
    expect((await answers([line({ asked: 'nonsense' })])).exit).toBe(0)
  })

  it('counts words like 明天 from --now, else from the real clock', async () => {
    const line = '{"id":"a","text":"水管漏水，明天下午3点来"}\n'
    const time = async (args: UnderstandArgs) =>
      ((await answers([line], args)).said[0] as { slots: { time: { iso: string } } }).slots.time.iso
    expect(await time({ now: '2026-12-31T10:00+08:00' })).toBe('2027-01-01T15:00+08:00')
    expect(await time({})).toBe('2026-11-19T15:00+08:00')
    const { exit, noted } = await answers([line], { now: 'soon' })
    expect({ exit, noted }).toEqual({ exit: 1, noted: [expect.stringMatching(/--now must be a moment/)] })
  })

  it('explains itself on request', async () => {
    expect((await answers(['{"id":"a","text":"水管漏水"}'], { now, explain: true })).said[0]).toMatchObject({
      confidence: expect.any(Number) as number,
      why: expect.any(Array) as object,
    })
  })

  it('answers each line before the next one comes', async () => {
    const said: string[] = []
    const seen: number[] = []
    const io = { ...terminal(), out: (line: string) => void said.push(line) }
    const stdin = (async function* () {
      for (let n = 0; n < 3; n += 1) {
        seen.push(said.length)
        yield '{"id":"a","text":"你好"}\n'
      }
    })()
    await understandCommand({ now }, { ...io, stdin })
    expect(seen).toEqual([0, 1, 2])
  })
})
