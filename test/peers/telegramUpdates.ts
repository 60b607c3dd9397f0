/** Updates as Telegram writes them: people, groups, and the ranges it marks in a text. */

export interface By {
  /** Which resident; default 0. */
  readonly who?: number
  /** In a group, `true` for the first one; default: the resident's private chat. */
  readonly group?: boolean | number
  /** Sets a mention of the bot before the text. */
  readonly mention?: boolean
  /** Written by the bot's own account. */
  readonly own?: boolean
  /** Answers a message of the bot. */
  readonly toBot?: boolean
  readonly language?: string
}

export interface Bot {
  readonly id: number
  readonly username: string
}

export type Json = Readonly<Record<string, unknown>>

export const personId = (who = 0) => 70_000 + who
export const groupId = (group: boolean | number = 0) => -(90_000 + Number(group === true ? 0 : group))
export const chatIdOf = ({ group = false, who = 0 }: By) => (group === false ? personId(who) : groupId(group))

export function chatOf(by: By): Json {
  const id = chatIdOf(by)
  return by.group === undefined || by.group === false
    ? { id, type: 'private', first_name: `住户${by.who ?? 0}` }
    : { id, type: 'supergroup', title: `业主群${id}` }
}

export function userOf(by: By, bot: Bot): Json {
  if (by.own) return botUser(bot)
  const { who = 0, language = 'zh-hans' } = by
  return { id: personId(who), is_bot: false, first_name: `住户${who}`, language_code: language }
}

export const botUser = (bot: Bot): Json => ({
  id: bot.id,
  is_bot: true,
  first_name: '管家',
  username: bot.username,
})

export function messageOf(id: number, by: By, bot: Bot, content: Json): Json {
  const date = Math.floor(Date.now() / 1000)
  const reply = { message_id: 1, date, chat: chatOf(by), from: botUser(bot), text: '…' }
  return {
    message_id: id,
    date,
    chat: chatOf(by),
    from: userOf(by, bot),
    ...(by.toBot ? { reply_to_message: reply } : {}),
    ...content,
  }
}

export const textContent = (text: string, by: By, bot: Bot): Json => {
  const written = by.mention ? `@${bot.username} ${text}` : text
  return { text: written, entities: entitiesIn(written) }
}

export const captionContent = (caption: string | undefined, by: By, bot: Bot): Json => {
  const written = by.mention ? `@${bot.username} ${caption ?? ''}` : caption
  return written === undefined ? {} : { caption: written, caption_entities: entitiesIn(written) }
}

/** Telegram marks `@name` and `/command@name`, in UTF-16 units. */
export function entitiesIn(text: string): Json[] {
  const marks: Json[] = []
  for (const match of text.matchAll(/(?<![\w/])\/[A-Za-z0-9_]{1,32}(?:@\w{5,})?/g)) {
    marks.push({ type: 'bot_command', offset: match.index, length: match[0].length })
  }
  for (const match of text.matchAll(/(?<![\w/])@\w{5,}/g)) {
    marks.push({ type: 'mention', offset: match.index, length: match[0].length })
  }
  return marks
}
