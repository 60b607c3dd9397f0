import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { converseCommand } from '../../src/commands/converse.ts'
import { terminal, workshop } from './terminal.ts'

const lamp = {
  id: 's01',
  title: 'a lamp in the stairwell',
  start: '2026-11-18T10:00+08:00',
  turns: [
    { text: '你好，我们楼道的灯不亮了' },
    { text: '6栋1单元8楼', answers: 'room' },
    { text: '13700137000', answers: 'phone' },
    { text: '对的', answers: 'confirm' },
  ],
  on_ask: { room: '6-1-803', phone: '13700137000', time: '随时都可以', other: '没有了', confirm: '对' },
}
const givenUp = {
  id: 's03',
  start: '2026-11-18T10:00+08:00',
  turns: [{ text: '马桶堵了' }, { text: '算了 我自己通好了' }],
  on_ask: { room: '8-2-602', phone: '13600136000', other: '没有了', confirm: '不' },
}
const left = {
  id: 'asked',
  start: '2026-11-18T10:00+08:00',
  turns: [{ text: '8-2-602 厨房水管漏水，不急，明天上午来' }, { photo: true, caption: '' }],
  on_ask: { phone: '13600136000', confirm: '对', other: '没有了' },
}
const cancels = {
  id: 'cancels',
  start: '2026-11-18T10:00+08:00',
  setup: [
    {
      kind: 'repair',
      number: 'BX-2001',
      at: '2026-11-17T15:00+08:00',
      fields: { room: '8-2-602', phone: '13600136000', category: 'hvac', location_kind: 'in-home' },
      description: '空调滴水',
    },
    { kind: 'renovation' },
  ],
  turns: [{ text: '取消 BX-2001' }],
  on_ask: {},
}
const asks = {
  ...cancels,
  id: 'asks',
  setup: [cancels.setup[0]],
  turns: [{ text: '我的报修 BX-2001 到哪一步了？' }],
}
const bound = {
  id: 'bound',
  start: '2026-11-18T10:00+08:00',
  setup: { resident: { name: '王芳', phone: '13800138009', room: '9-1-1203' } },
  turns: [
    { text: '我家厨房水管漏水' },
    { text: '明天上午' },
    { text: '确认提交', at: '2026-11-18T11:00+08:00' },
  ],
  on_ask: {},
}

interface Outcome {
  id: string
  records: ({ kind: string; status: string; photos: number; phone: string; created_at: string } & Record<
    string,
    unknown
  >)[]
}

describe('guanjia converse', () => {
  let shop: Awaited<ReturnType<typeof workshop>>
  const outcomes = new Map<string, Outcome>()
  let file: string
  const played = terminal()
  beforeAll(async () => {
    shop = await workshop()
    const lines = [lamp, givenUp, left, cancels, asks, bound].map((each) => JSON.stringify(each))
    file = await shop.file(
      'dialogues.jsonl',
      `${lines.slice(0, 3).join('\n')}\nnonsense\n\n${lines.slice(3).join('\n')}\n`,
    )
    expect(await converseCommand({ file, records: true }, played)).toBe(1)
    for (const line of played.said) {
      const outcome = JSON.parse(line) as Outcome
      outcomes.set(outcome.id, outcome)
    }
  })
  afterAll(() => shop.clear())
  const recordsOf = (id: string) => outcomes.get(id)?.records

  it('prints only one line a dialogue, and names the line it cannot play', () => {
    expect(played.said).toHaveLength(6)
    expect(played.noted).toContainEqual(expect.stringMatching(/^line 4: not JSON/))
  })

  it('files the lamp in the stairwell', () => {
    expect(recordsOf('s01')).toEqual([
      expect.objectContaining({
        kind: 'repair',
        status: 'open',
        photos: 0,
        category: 'public_lighting',
        location_kind: 'public',
        phone: '13700137000',
        description: expect.stringContaining('灯') as string,
        fields: expect.objectContaining({
          category: 'public_lighting',
          location_kind: 'public',
          phone: { raw: '13700137000', value: '13700137000' },
        }) as object,
      }),
    ])
  })

  it('files nothing that was given up half way', () => {
    expect(recordsOf('s03')).toEqual([])
  })

  it('answers what is asked after the last turn, and counts the photo', () => {
    expect(recordsOf('asked')).toEqual([
      expect.objectContaining({
        status: 'open',
        photos: 1,
        fields: expect.objectContaining({
          room: { raw: '8-2-602', building: '8', unit: '2', room: '602' },
          time: expect.objectContaining({ iso: '2026-11-19T08:00+08:00/2026-11-19T12:00+08:00' }) as object,
          phone: { raw: '13600136000', value: '13600136000' },
        }) as object,
      }),
    ])
  })

  it('has the records of the setup at hand: one cancelled is a result, one asked about is not', () => {
    expect(recordsOf('cancels')).toEqual([
      expect.objectContaining({
        number: 'BX-2001',
        status: 'cancelled',
        created_at: '2026-11-17T15:00:00+08:00',
      }),
    ])
    expect(recordsOf('asks')).toEqual([])
    expect(played.noted).toContainEqual(
      expect.stringMatching(/^cancels: a renovation in setup cannot be made/),
    )
  })

  it('knows the resident the setup binds, and moves the clock as the turns say', () => {
    expect(recordsOf('bound')).toEqual([
      expect.objectContaining({
        reporter: '王芳',
        phone: '13800138009',
        room: { building: '9', unit: '1', room: '1203' },
        created_at: '2026-11-18T11:00:00+08:00',
      }),
    ])
  })

  it('reads as a conversation without --records', async () => {
    const at = terminal()
    expect(await converseCommand({ file: await shop.file('one.jsonl', JSON.stringify(lamp)) }, at)).toBe(0)
    expect(at.said[0]).toBe('# s01  a lamp in the stairwell')
    expect(at.said).toContainEqual(expect.stringMatching(/^11-18 10:00 > 你好，我们楼道的灯不亮了$/))
    expect(at.said).toContainEqual(expect.stringMatching(/^ {2}< .*BX-1001/))
    expect(at.said).toContainEqual(expect.stringMatching(/^= repair BX-1001 dispatching/))
  })
})
