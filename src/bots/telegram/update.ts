/**
 * A raw update becomes a Message, or undefined where nobody said anything to us: our own messages,
 * edits without words, and what Telegram reports about a group. The id keeps the update id *and* the
 * message: after a quiet week Telegram restarts its update ids at random.
 */
import type { CallbackQuery, Chat, Message as TelegramMessage, Update, User } from 'telegraf/types'
import { storable, type ChatKind, type Message, type TextMessage } from '../../domain/message.ts'
import { isAboutTheGroup, photoIn, whatIs } from './attachment.ts'
import { spoken, type Self } from './spoken.ts'

export function readUpdate(update: Update, self: Self, now: Date): Message | undefined {
  if ('message' in update) return readMessage(update.update_id, update.message, self)
  if ('edited_message' in update) {
    return readEdit(update.update_id, update.edited_message, update.edited_message.edit_date, self)
  }
  if ('callback_query' in update) return readPress(update.update_id, update.callback_query, self, now)
  return undefined
}

/** The chat whose order an update belongs to; a malformed update must not stop the others. */
export function chatOf(update: Update): string {
  if ('message' in update) return String(update.message?.chat?.id)
  if ('edited_message' in update) return String(update.edited_message?.chat?.id)
  if ('callback_query' in update) return String(update.callback_query?.message?.chat?.id)
  return ''
}

type Incoming = TelegramMessage & { from?: User }
type Said = Omit<TextMessage, 'kind' | 'text' | 'edited'>

function readMessage(updateId: number, message: Incoming, self: Self): Message | undefined {
  if (!message.from || isOwn(message.from, self) || message.chat.type === 'channel') return undefined
  const words = spoken(message, self)
  const said = saidIn(updateId, message, message.from, words.addressed, self)
  if ('migrate_to_chat_id' in message) {
    return { ...said, kind: 'moved', to: String(message.migrate_to_chat_id) }
  }
  if ('migrate_from_chat_id' in message) {
    const before = { ...said.address, chat: String(message.migrate_from_chat_id) }
    return { ...said, kind: 'moved', address: before, to: said.address.chat }
  }
  const text = storable(words.text)
  if (words.start) return { ...said, kind: 'start', ...codeIn(words.start.payload) }
  if ('text' in message) return { ...said, kind: 'text', text }
  const photo = photoIn(message)
  if (photo) {
    const album = 'media_group_id' in message ? message.media_group_id : undefined
    return { ...said, kind: 'photo', text, photos: [photo], ...(album === undefined ? {} : { album }) }
  }
  if ('contact' in message) {
    const phone = storable(message.contact.phone_number)
    const own = message.contact.user_id === message.from.id
    return own ? { ...said, kind: 'contact', phone } : { ...said, kind: 'text', text: phone }
  }
  return isAboutTheGroup(message) ? undefined : { ...said, kind: 'other', what: whatIs(message), text }
}

function readEdit(updateId: number, message: Incoming, editDate: number, self: Self): Message | undefined {
  if (!message.from || isOwn(message.from, self) || message.chat.type === 'channel') return undefined
  const words = spoken(message, self)
  if (words.text === '' || words.start) return undefined
  const said = saidIn(updateId, message, message.from, words.addressed, self)
  const text = storable(words.text)
  return { ...said, id: `${said.id}:edit${editDate}`, kind: 'text', text, edited: true }
}

function readPress(updateId: number, press: CallbackQuery, self: Self, now: Date): Message | undefined {
  const chat = press.message?.chat
  if (!chat || chat.type === 'channel' || !('data' in press)) return undefined
  return {
    address: addressOf(chat, self),
    chatKind: kindOf(chat),
    id: `${updateId}:cb:${press.id}`,
    sender: personOf(press.from),
    at: now, // a press carries no time of its own
    addressed: true,
    ...localeOf(press.from),
    kind: 'button',
    nonce: storable(press.data),
  }
}

function saidIn(updateId: number, message: Incoming, from: User, addressed: boolean, self: Self): Said {
  return {
    address: addressOf(message.chat, self),
    chatKind: kindOf(message.chat),
    id: `${updateId}:${message.chat.id}:${message.message_id}`,
    // All anonymous administrators of all groups share one stand-in user: they speak as their group.
    sender: message.sender_chat
      ? { id: String(message.sender_chat.id), name: titleOf(message.sender_chat) }
      : personOf(from),
    at: new Date(message.date * 1000),
    addressed,
    ...localeOf(from),
  }
}

const isOwn = (from: User, self: Self) => from.is_bot && from.id === self.id

const addressOf = (chat: Chat, self: Self) =>
  ({ channel: 'telegram', account: String(self.id), chat: String(chat.id) }) as const

const kindOf = (chat: Chat): ChatKind => (chat.type === 'private' ? 'private' : 'group')

const personOf = (user: User) => ({
  id: String(user.id),
  name: storable([user.first_name, user.last_name].filter(Boolean).join(' ')),
})

const titleOf = (chat: Chat) => storable('title' in chat ? (chat.title ?? '') : '')

const localeOf = (user: User) =>
  user.language_code === undefined ? {} : { locale: storable(user.language_code) }

const codeIn = (payload: string) => (/^[A-Za-z0-9_-]{1,64}$/.test(payload) ? { code: payload } : {})
