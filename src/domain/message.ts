/**
 * What a person said, on whichever channel. Platform types stop in `bots/*`; from here on a message
 * from Telegram, WeChat and the web page has one shape.
 */
export type ChannelName = 'telegram' | 'wechat' | 'web'

/** Where a conversation lives: the bot's own account on a channel, and the chat in it. */
export interface Address {
  readonly channel: ChannelName
  /** The bot's own account on that channel (Telegram bot id, WeChat self id, `web`). */
  readonly account: string
  /** The chat's id on the platform: a person's private chat or a group. */
  readonly chat: string
}

export type ChatKind = 'private' | 'group'

/** One photo of a message, not yet fetched. `ref` is whatever the channel needs to fetch it later. */
export interface PhotoRef {
  readonly ref: string
  /** Bytes, if the platform said so before the download. */
  readonly size?: number
}

interface Said {
  readonly address: Address
  readonly chatKind: ChatKind
  /**
   * The platform's id of this message or press, unique within the account: the inbox key. The same
   * message delivered twice carries the same id; two messages never do.
   */
  readonly id: string
  /** The person who wrote; `name` is only ever shown, never trusted. */
  readonly sender: { readonly id: string; readonly name: string }
  /** When the platform says it was written. */
  readonly at: Date
  /** True in a private chat, and in a group when the bot was mentioned, replied to or commanded. */
  readonly addressed: boolean
  /** The person's platform language, if it tells (BCP 47). */
  readonly locale?: string
}

/** Text verbatim, made storable by {@link storable}; a group mention of the bot is already cut off. */
export interface TextMessage extends Said {
  readonly kind: 'text'
  readonly text: string
  /** The person changed an earlier message: `text` is the new wording. */
  readonly edited?: boolean
}

/** One or more photos; `album` joins the parts a platform delivers one by one. */
export interface PhotoMessage extends Said {
  readonly kind: 'photo'
  readonly text: string
  readonly photos: readonly PhotoRef[]
  readonly album?: string
}

/** A button was pressed. `nonce` is opaque and comes from the client: it proves nothing by itself. */
export interface ButtonPress extends Said {
  readonly kind: 'button'
  readonly nonce: string
}

/** The person shared their own phone number through the platform. */
export interface ContactMessage extends Said {
  readonly kind: 'contact'
  readonly phone: string
}

/** The person opened the chat: `/start`, a friend request, a new web visit; `code` if they brought one. */
export interface StartMessage extends Said {
  readonly kind: 'start'
  readonly code?: string
}

/** Something we keep and acknowledge but cannot read: voice, video, sticker, file, location. */
export interface OtherMessage extends Said {
  readonly kind: 'other'
  readonly what: 'voice' | 'video' | 'sticker' | 'file' | 'location' | 'unknown'
  readonly text: string
}

/** Not a saying: the platform gave this group another id. Nothing is answered, the address is rewritten. */
export interface MovedMessage extends Said {
  readonly kind: 'moved'
  readonly to: string
}

export type Message =
  TextMessage | PhotoMessage | ButtonPress | ContactMessage | StartMessage | OtherMessage | MovedMessage

/** Text as PostgreSQL can keep it: well-formed Unicode without U+0000, otherwise verbatim. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}
