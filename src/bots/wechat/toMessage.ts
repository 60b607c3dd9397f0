import { types } from 'wechaty-puppet'
import type { Message as Said, Wechaty } from 'wechaty'
import { storable, type Message, type OtherMessage } from '../../domain/message.ts'
import type { Clock } from '../../desk/ports.ts'
import { cutMention } from './mention.ts'
import type { DetachablePuppet } from './puppet.ts'
import { within } from './wait.ts'

export interface Reading {
  readonly bot: Wechaty
  readonly puppet: DetachablePuppet
  readonly clock: Clock
  readonly rpcMs: number
}

/** WeChat's own services, which answer every answer. */
const services = new Set(['weixin', 'filehelper', 'fmessage', 'newsapp', 'medianote', 'floatbottle'])

/** What was said, in the house's words; undefined for our own echo, official accounts and recalls. */
export async function toMessage(said: Said, reading: Reading): Promise<Message | undefined> {
  const { puppet, clock } = reading
  const self = puppet.currentUserId
  const sender = said.talker().id
  if (sender === self || services.has(sender) || said.type() === types.Message.Recalled) return undefined

  const contact = await puppet.contactPayload(sender).catch(() => undefined)
  if (contact?.type === types.Contact.Official) return undefined

  const room = said.room()
  const { text, addressed } = room
    ? await inGroup(said, room.id, reading)
    : { text: storable(said.text()), addressed: true }
  const at = said.date()
  const common = {
    address: { channel: 'wechat', account: self, chat: room?.id ?? sender },
    chatKind: room ? 'group' : 'private',
    id: said.id,
    sender: { id: sender, name: storable(contact?.name ?? '') },
    at: at.getTime() > 0 ? at : clock.now(),
    addressed,
  } as const

  switch (said.type()) {
    case types.Message.Text:
      return { ...common, kind: 'text', text }
    case types.Message.Image:
      return { ...common, kind: 'photo', text: '', photos: [{ ref: said.id }] }
    default:
      return { ...common, kind: 'other', what: whatOf(said.type()), text: readable(said.text()) }
  }
}

function whatOf(type: types.Message): OtherMessage['what'] {
  switch (type) {
    case types.Message.Audio:
      return 'voice'
    case types.Message.Video:
      return 'video'
    case types.Message.Emoticon:
      return 'sticker'
    case types.Message.Attachment:
      return 'file'
    case types.Message.Location:
      return 'location'
    default:
      return 'unknown'
  }
}

/** A file's name, say; gateways put XML into the text of most others. */
function readable(text: string): string {
  return text.trimStart().startsWith('<') ? '' : storable(text)
}

/** The mention list depends on the member's app and can be empty or wrong, so the text counts as well. */
async function inGroup(
  said: Said,
  room: string,
  { puppet, rpcMs }: Reading,
): Promise<{ text: string; addressed: boolean }> {
  const text = storable(said.text())
  let byId = false
  try {
    byId = await within(rpcMs, said.mentionSelf())
  } catch {
    // Some gateways put an empty id on the list, which wechaty refuses to look up.
  }
  if (!byId && !/[@＠]/.test(text)) return { text, addressed: false }

  const [alias, name] = await Promise.all([
    puppet.roomMemberPayload(room, puppet.currentUserId).then(
      (member) => member.roomAlias,
      () => undefined,
    ),
    puppet.contactPayload(puppet.currentUserId).then(
      (contact) => contact.name,
      () => undefined,
    ),
  ])
  return cutMention(text, [alias, name], byId)
}
