/** A staff member's message: a command in words, a press, a photo for the order in hand. */
import type { Message } from '../../domain/message.ts'
import { understand } from '../../language/index.ts'
import { staffWords } from '../../wording/index.ts'
import type { Act } from '../act.ts'
import type { Loaded, RecordLine, Telling, Work } from '../store.ts'
import { asCode, redeemCode } from '../identity/redeemCode.ts'
import { actorOf } from '../talking/performTasks.ts'
import { performAct } from './performAct.ts'
import { staffCommand } from './staffCommands.ts'

/**
 * True when the message is staff business: written by staff in private, or a command or a press in a staff
 * group. A staff member's own cry for help is an emergency like anybody's.
 */
export function isStaffMessage(
  { identity, conversation }: Loaded,
  message: Message,
  now: Date,
  zone: string,
): boolean {
  if (identity.staff === null) return false
  const isCommand = message.kind === 'text' && staffCommand(message.text) !== undefined
  if (conversation.kind === 'group')
    return conversation.staffGroup && (isCommand || message.kind === 'button')
  if (message.kind !== 'text' || isCommand) return true
  const { intent, confidence } = understand(message.text, { now, zone })
  return intent !== 'emergency' || confidence < 0.5
}

export async function staffTurn(work: Work, loaded: Loaded, message: Message): Promise<readonly Telling[]> {
  const { conversation, openButtons, pressed } = loaded
  const isPrivate = conversation.kind === 'private'
  const here = {
    actor: actorOf(loaded),
    conversationId: conversation.id,
    isPrivate,
    language: 'zh-Hans' as const,
  }
  switch (message.kind) {
    case 'button':
      if (pressed === null || pressed.expired) return [{ text: '这个按钮已经过期了，请发"待办"看最新的单。' }]
      if (!pressed.here) return [{ text: '这个按钮不是给您的，没有改动任何内容。' }]
      return performAct(work, pressed.act, here)
    case 'text': {
      const number = /^\s*([1-9])\s*$/.exec(message.text.normalize('NFKC'))
      const last = openButtons.at(-1)
      if (number !== null && last !== undefined) {
        const choices = openButtons.filter(
          (button) => button.question === last.question && +button.madeAt === +last.madeAt,
        )
        const choice = choices[Number(number[1]) - 1]
        if (choice !== undefined) return performAct(work, choice.act, here)
      }
      const command = staffCommand(message.text)
      if (command === undefined) {
        const code = asCode(message.text)
        if (code !== undefined) return redeemCode(work, loaded.identity, code, 'zh-Hans')
        return [{ text: staffWords.unknown }]
      }
      if (!command.needsNumber) return performAct(work, command.act, here)
      const found = await onlyFitting(work, loaded, command.act)
      return found === undefined ? [{ text: staffWords.which }] : performAct(work, found, here)
    }
    case 'photo':
      return staffPhotos(work, loaded, message)
    case 'start':
      return message.code === undefined
        ? [{ text: staffWords.help }]
        : redeemCode(work, loaded.identity, asCode(message.code) ?? message.code, 'zh-Hans')
    case 'contact':
    case 'other':
    case 'moved':
      return [{ text: staffWords.unknown }]
  }
}

/** The number was left out: the one order in hand for which the command makes sense. */
async function onlyFitting(work: Work, loaded: Loaded, act: Act): Promise<Act | undefined> {
  const { staff } = loaded.identity
  if (staff === null || !('number' in act)) return undefined
  const all = (await work.openOrdersFor(staff)).filter(
    (line) => (line.kind !== 'repair') === (act.do === 'help'),
  )
  const fitting = all.filter((line) => fits(line, act))
  // With a single order in hand the refusal can say why it does not fit.
  const lines = fitting.length === 0 && all.length === 1 ? all : fitting
  const [only] = lines
  return only !== undefined && lines.length === 1 ? { ...act, number: only.number } : undefined
}

const wants: Readonly<Partial<Record<string, readonly string[]>>> = {
  accept: ['dispatching'],
  arrive: ['accepted', 'awaiting_materials'],
  start: ['on_site', 'requoting'],
  no_access: ['on_site'],
  not_now: ['on_site'],
  requote: ['on_site', 'repairing'],
  finish: ['repairing'],
  buy_parts: ['repairing'],
  parts_ready: ['awaiting_materials'],
  hand_back: ['accepted'],
  return: ['signed_off'],
  rework: ['rework'],
  rebook: ['accepted', 'no_access', 'rescheduling'],
  quote: ['reviewing', 'quoted'],
  decline_work: ['reviewing'],
  refer: ['reviewing', 'on_site'],
  dispatch: ['dispatching', 'accepted'],
  sign: ['awaiting_signoff'],
  callback_satisfied: ['returned'],
  callback_unsatisfied: ['returned'],
  callback_missed: ['returned'],
}

function fits(line: RecordLine, act: Act): boolean {
  if (act.do === 'help') return line.kind !== 'repair'
  if (act.do === 'repair') return line.kind === 'repair' && (wants[act.event]?.includes(line.status) ?? true)
  return line.kind === 'repair'
}

/** A photo belongs to the order named in its caption, or the only one in hand (no-access note, before and after). */
async function staffPhotos(
  work: Work,
  loaded: Loaded,
  message: Extract<Message, { kind: 'photo' }>,
): Promise<readonly Telling[]> {
  const { staff } = loaded.identity
  if (staff === null) return []
  const named = /\b([A-Z]{2})[-\s]?(\d{1,8})\b/i.exec(message.text)
  const lines = await work.openOrdersFor(staff)
  const line =
    named === null
      ? lines.length === 1
        ? lines[0]
        : undefined
      : lines.find((each) => each.number === `${(named[1] ?? '').toUpperCase()}-${named[2] ?? ''}`)
  const refs = message.photos.map(({ ref }) => ({ ref }))
  await work.addPhotos(loaded.conversation.id, refs, line?.id ?? null)
  if (line === undefined) return [{ text: '照片已收到。请告诉我是哪一单，例如再发一次并写上单号。' }]
  await work.addEvent({
    recordId: line.id,
    event: 'photo',
    from: null,
    to: null,
    actor: actorOf(loaded),
    payload: { count: refs.length },
  })
  return [{ text: `照片已存到 ${line.number}。` }]
}
