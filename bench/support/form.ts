/** The form every side fills: asked for, six answers, filed. Seven updates. */
import type { TextMessage } from '../../src/domain/message.ts'

export const lines = [
  '报修',
  '厨房水管漏水',
  '家里',
  '3栋2单元501',
  '明天上午',
  '13800138000 王先生',
  '确认提交',
] as const

/** 2026-09-21 09:00 in Shanghai, and running: a working Monday, so no quiet hours get in the way. */
const began = performance.now()
export const clock = { now: () => new Date(1_789_952_400_000 + Math.round(performance.now() - began)) }

export function line(chat: string, id: string, text: string): TextMessage {
  return {
    kind: 'text',
    text,
    address: { channel: 'telegram', account: 'bot', chat },
    chatKind: 'private',
    id,
    sender: { id: chat, name: '王先生' },
    at: clock.now(),
    addressed: true,
  }
}

/** What one side can do: fill `forms` forms in each of `lanes` conversations at once. */
export interface Side {
  readonly name: string
  /** Makes the people of the next round known; not timed. */
  prepare(lanes: number, forms: number): Promise<void>
  run(lanes: number, forms: number): Promise<void>
  /** Forms that ended in a stored ticket, ever. */
  filed(): Promise<number>
  close(): Promise<void>
}

export async function inLanes(lanes: number, work: (lane: number) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: lanes }, (_, lane) => work(lane)))
}

let chats = 0

/** Names of people who fill one form each, lane by lane. */
export function chatsFor(lanes: number, forms: number): string[][] {
  return Array.from({ length: lanes }, () =>
    Array.from({ length: forms }, () => `c${String((chats += 1)).padStart(7, '0')}`),
  )
}
