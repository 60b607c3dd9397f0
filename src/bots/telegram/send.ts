/**
 * Sends one Outgoing: photos first, then the text, buttons under the last part; one photo and a short
 * text are one message. Telegram has no key that makes a send safe to repeat: once one part is out, the
 * whole can no longer be called undelivered, and what fails after it is `unknown`.
 */
import type { InlineKeyboardMarkup } from 'telegraf/types'
import type { Log } from '../../desk/ports.ts'
import type { Choice, Outgoing, SendOutcome } from '../../domain/outgoing.ts'
import type { Api } from './api.ts'
import { outcomeOf } from './outcome.ts'
import { split } from './split.ts'
import { wait } from './wait.ts'

export const maxText = 4096
const maxCaption = 1024

export interface Sending {
  readonly api: Api
  readonly log: Log
  readonly readPhoto: (hash: string) => Promise<Uint8Array | undefined>
  readonly betweenPartsMs: number
}

interface Part {
  readonly text: string
  readonly photo?: Uint8Array
  readonly buttons?: InlineKeyboardMarkup
}

export async function send(sending: Sending, chat: string, what: Outgoing): Promise<SendOutcome> {
  if (!/^-?\d{1,16}$/.test(chat)) return { kind: 'unreachable', reason: 'not a Telegram chat' }
  const photos = await readPhotos(sending, what.photos ?? [])
  if (!photos) return { kind: 'retry', reason: 'the photo store did not answer' }
  const parts = partsOf(what, photos)
  let outcome: SendOutcome = { kind: 'refused', reason: 'nothing to send' }
  for (const [index, part] of parts.entries()) {
    if (index > 0) await wait(sending.betweenPartsMs)
    outcome = await sendPart(sending.api, Number(chat), part, what.silent ?? false)
    if (outcome.kind === 'sent') continue
    if (index === 0) return outcome
    const reason = 'reason' in outcome ? outcome.reason : outcome.kind
    return { kind: 'unknown', reason: `part ${index + 1} of ${parts.length}: ${reason}` }
  }
  return outcome
}

/** Undefined when the store failed; a photo that is gone is left out. */
async function readPhotos({ readPhoto, log }: Sending, hashes: readonly string[]) {
  try {
    const photos = await Promise.all(hashes.map((hash) => readPhoto(hash)))
    const found = photos.filter((photo) => photo !== undefined)
    if (found.length < hashes.length) log.warn('telegram.photo_gone', { gone: hashes.length - found.length })
    return found
  } catch {
    return undefined
  }
}

function partsOf({ text, choices = [] }: Outgoing, photos: readonly Uint8Array[]): Part[] {
  const [photo] = photos
  const texts = split(text, maxText).filter((part) => part.trim() !== '')
  const isCaption = photos.length === 1 && text.length <= maxCaption
  const parts: Part[] =
    photo && isCaption
      ? [{ text, photo }]
      : [...photos.map((each) => ({ text: '', photo: each })), ...texts.map((each) => ({ text: each }))]
  const last = parts.at(-1)
  if (!last || choices.length === 0) return parts
  return [...parts.slice(0, -1), { ...last, buttons: keyboard(choices) }]
}

/** One button a row: a large target, and the whole label visible. */
function keyboard(choices: readonly Choice[]): InlineKeyboardMarkup {
  return { inline_keyboard: choices.map(({ label, nonce }) => [{ text: label, callback_data: nonce }]) }
}

async function sendPart(api: Api, chat: number, part: Part, silent: boolean): Promise<SendOutcome> {
  const common = {
    chat_id: chat,
    disable_notification: silent,
    ...(part.buttons ? { reply_markup: part.buttons } : {}),
  }
  const answer = part.photo
    ? await api.call('sendPhoto', {
        ...common,
        photo: { source: Buffer.from(part.photo), filename: 'photo.jpg' },
        caption: part.text,
      })
    : // A preview would make Telegram fetch the link, and a one-time link would be used up.
      await api.call('sendMessage', {
        ...common,
        text: part.text,
        link_preview_options: { is_disabled: true },
      })
  return answer.ok ? { kind: 'sent', id: String(answer.result.message_id) } : outcomeOf(answer.failure)
}
