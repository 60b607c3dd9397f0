/** What a message carries besides words. */
import type { Message as TelegramMessage } from 'telegraf/types'
import type { OtherMessage, PhotoRef } from '../../domain/message.ts'

export function photoIn(message: TelegramMessage): PhotoRef | undefined {
  if ('photo' in message) {
    const largest = message.photo.reduce<(typeof message.photo)[number] | undefined>(
      (best, size) => (best && best.width * best.height >= size.width * size.height ? best : size),
      undefined,
    )
    return largest && photoRef(largest)
  }
  if (
    'document' in message &&
    !('animation' in message) &&
    message.document.mime_type?.startsWith('image/')
  ) {
    return photoRef(message.document)
  }
  return undefined
}

const photoRef = (file: { file_id: string; file_size?: number }): PhotoRef =>
  file.file_size === undefined ? { ref: file.file_id } : { ref: file.file_id, size: file.file_size }

const kinds: readonly (readonly [string, OtherMessage['what']])[] = [
  ['voice', 'voice'],
  ['audio', 'voice'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['animation', 'video'],
  ['sticker', 'sticker'],
  ['venue', 'location'],
  ['location', 'location'],
  ['document', 'file'],
]

export const whatIs = (message: TelegramMessage) => kinds.find(([key]) => key in message)?.[1] ?? 'unknown'

const aboutTheGroup =
  /^(new_chat_|left_chat_|delete_chat_|(super)?group_chat_created|channel_chat_created|message_auto_delete|pinned_message|forum_topic_|general_forum_|video_chat_|boost_added|giveaway|chat_background|chat_shared|users_shared|write_access|connected_website|proximity_alert)/

export const isAboutTheGroup = (message: TelegramMessage) =>
  Object.keys(message).some((key) => aboutTheGroup.test(key))
