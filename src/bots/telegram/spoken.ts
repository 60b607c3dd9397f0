/**
 * What was said, and whether to the bot. Telegram marks mentions and commands as ranges of the text, in
 * UTF-16 units like JavaScript. In a group a client writes `/repair@our_bot`, or plain `/repair` where
 * we are the only bot; `/repair@other_bot` is not for us.
 */
import type { Message as TelegramMessage, MessageEntity } from 'telegraf/types'
import { start, wordFor } from './commands.ts'

/** Who the bot is on Telegram. */
export interface Self {
  readonly id: number
  readonly username: string
}

export interface Spoken {
  readonly text: string
  readonly addressed: boolean
  /** `/start`, with what followed it. */
  readonly start?: { readonly payload: string }
}

export function spoken(message: TelegramMessage, self: Self): Spoken {
  const { text, entities } = wordsOf(message)
  const inPrivate = message.chat.type === 'private'
  const command = leadingCommand(text, entities)
  if (command !== undefined && isOurs(command, self)) {
    const rest = text.slice(command.length)
    const name = (command.slice(1).split('@')[0] ?? '').toLowerCase()
    const word = wordFor(name)
    const known = word !== undefined || name === start
    const addressed = inPrivate || command.includes('@') || known || repliesToUs(message, self)
    if (name === start) return { text: '', addressed, start: { payload: rest.trim() } }
    return { text: `${word ?? command.split('@')[0]}${rest}`, addressed }
  }
  const mentions = entities.filter((entity) => mentionsUs(text, entity, self))
  return {
    text: withoutMention(text, mentions),
    addressed: inPrivate || mentions.length > 0 || repliesToUs(message, self),
  }
}

function wordsOf(message: TelegramMessage): { text: string; entities: readonly MessageEntity[] } {
  if ('text' in message) return { text: message.text, entities: message.entities ?? [] }
  if ('caption' in message) return { text: message.caption ?? '', entities: message.caption_entities ?? [] }
  return { text: '', entities: [] }
}

function leadingCommand(text: string, entities: readonly MessageEntity[]): string | undefined {
  const entity = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  return entity && text.slice(0, entity.length)
}

function isOurs(command: string, self: Self): boolean {
  return !command.includes('@') || namesUs(command, self)
}

function namesUs(mention: string, self: Self): boolean {
  return mention.toLowerCase().endsWith(`@${self.username.toLowerCase()}`)
}

function mentionsUs(text: string, entity: MessageEntity, self: Self): boolean {
  if (entity.type === 'text_mention') return entity.user.id === self.id
  if (entity.type !== 'mention' && entity.type !== 'bot_command') return false
  return namesUs(text.slice(entity.offset, entity.offset + entity.length), self)
}

/** In a forum every message of a topic is formally a reply to the topic's opening. */
function repliesToUs(message: TelegramMessage, self: Self): boolean {
  const repliedTo = 'reply_to_message' in message ? message.reply_to_message : undefined
  return repliedTo?.from?.id === self.id && !('forum_topic_created' in repliedTo)
}

function withoutMention(text: string, mentions: readonly MessageEntity[]): string {
  const named = mentions.filter(({ type }) => type !== 'bot_command')
  const leading = named.find(({ offset }) => text.slice(0, offset).trim() === '')
  const trailing = named.find(
    (entity) => entity !== leading && text.slice(entity.offset + entity.length).trim() === '',
  )
  const from = leading ? leading.offset + leading.length : 0
  const kept = text.slice(from, trailing?.offset)
  return trailing ? (leading ? kept.trim() : kept.trimEnd()) : leading ? kept.trimStart() : kept
}
