/** Plays a dialogue written as a table of lines against a whole house: who says what, what must be heard. */
import { expect, it } from 'vitest'
import type { Db } from '../../src/db/open.ts'
import type { ChannelName, Message } from '../../src/domain/message.ts'
import type { Manned, MannedOptions, Row } from '../desk/manned.ts'
import { openManned } from '../desk/manned.ts'

/** What somebody must hear because of a line; `null`: they hear nothing. */
type Hears = RegExp | null | Readonly<Record<string, RegExp | null>>

/**
 * Who, what they do, what is heard (by themselves, or by the named chats).
 *
 * `[label]` presses the newest button of that label; `(photo)`, `(photo album)` and `(voice)` send one, words
 * after it are the caption. A chat named `wx…` is on WeChat. `g:name` writes in the group `g`, `g:@name`
 * addresses the bot there. `@` moves the clock.
 */
export type Line = readonly [who: string, does: string, hears: Hears]

export interface Scenario {
  readonly title: string
  readonly at?: string
  readonly house?: Partial<MannedOptions>
  /** Anything to set up before the first line. */
  readonly before?: (house: Manned) => Promise<unknown>
  readonly lines: readonly Line[]
  /** What the records must say afterwards, oldest first: exactly these. */
  readonly records?: readonly (Partial<Omit<Row, 'time'>> & { readonly time?: object | null })[]
  readonly then?: (house: Manned) => Promise<unknown>
  /** A known defect: why it fails today. */
  readonly bug?: string
}

export function play(scenarios: readonly Scenario[], db: () => Db): void {
  for (const scenario of scenarios) {
    const test = scenario.bug === undefined ? it : it.fails
    test(scenario.bug === undefined ? scenario.title : `${scenario.title} (bug: ${scenario.bug})`, () =>
      run(scenario, db()),
    )
  }
}

async function run(scenario: Scenario, db: Db): Promise<void> {
  const house = await openManned({
    db,
    at: scenario.at ?? '2026-09-21T09:00:00+08:00',
    ...scenario.house,
  })
  await scenario.before?.(house)
  for (const [index, [who, does, hears]] of scenario.lines.entries()) {
    const from = house.heard.length
    await act(house, who, does)
    const heard = (chat: string) =>
      house.heard
        .slice(from)
        .filter((each) => each.chat === chat)
        .map((each) => each.text)
        .join('\n')
    const wanted = hears instanceof RegExp || hears === null ? { [chatOf(who)]: hears } : hears
    for (const [chat, words] of Object.entries(wanted)) {
      const where = `line ${index + 1}, after ${who}: ${does}, ${chat} hears`
      if (words === null) expect(heard(chat), where).toBe('')
      else expect(heard(chat), where).toMatch(words)
    }
  }
  if (scenario.records !== undefined) {
    const records = await house.records()
    expect(records.map((each) => each.number)).toHaveLength(scenario.records.length)
    for (const [index, wanted] of scenario.records.entries()) expect(records[index]).toMatchObject(wanted)
  }
  await scenario.then?.(house)
}

const chatOf = (who: string) => who.split(':')[0] ?? who

async function act(house: Manned, who: string, does: string): Promise<void> {
  if (who === '@') return house.passTo(does)
  const [chat = '', member] = who.split(':')
  const channel: ChannelName = chat.startsWith('wx') ? 'wechat' : 'web'
  const button = /^\[(.+)\]$/.exec(does)
  if (button !== null) return void (await house.presses(chat, button[1] ?? '', channel))
  const sent = /^\((photo|voice)(?: (\w+))?\)\s*(.*)$/s.exec(does)
  const said = (message: Message): Message =>
    member === undefined
      ? message
      : {
          ...message,
          chatKind: 'group',
          sender: { id: member.replace('@', ''), name: member },
          addressed: member.startsWith('@'),
        }
  if (sent === null)
    return house.send(said(house.message(chat, { kind: 'text', text: does } as never, channel)))
  const [, kind, album, text = ''] = sent
  const over =
    kind === 'photo'
      ? { kind, text, photos: [{ ref: `ref${house.heard.length}` }], album }
      : { kind: 'other', what: 'voice', text }
  await house.send(said(house.message(chat, over as never, channel)))
}
