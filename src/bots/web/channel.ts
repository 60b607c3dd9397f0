import type { Chance, Channel, FetchedPhoto, PhotoStore } from '../../desk/ports.ts'
import { storable } from '../../domain/message.ts'
import type { ChannelState, Outgoing, SendOutcome } from '../../domain/outgoing.ts'
import type { NewLine } from './ports.ts'
import { account, type Room } from './room.ts'
import { isWebChat } from './sides.ts'
import { split } from './split.ts'

const maxText = 8000
const tries = 3

/** For the web chat the transcript is the platform: what it has kept is sent, and every page will read it. */
export function webChannel(room: Room, chance: Chance): Channel {
  let state: ChannelState = { state: 'off' }

  async function append(chat: string, lines: readonly NewLine[]): Promise<SendOutcome> {
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      try {
        const kept = await room.transcript.append(chat, lines)
        room.pages.nudge(chat)
        return { kind: 'sent', id: String(kept.at(-1)?.id ?? '') }
      } catch (error) {
        room.log.warn('web.line_not_kept', { attempt, error: error instanceof Error ? error.name : '' })
      }
    }
    // The last attempt may have been committed and only its answer lost.
    return { kind: 'unknown', reason: 'the transcript did not answer' }
  }

  return {
    name: 'web',
    account,
    canPressButtons: true,
    maxText,
    pace: { perChatMs: 0, perAccountMs: 0 },

    async start(receive) {
      room.doorway.open(receive)
      state = { state: 'online', self: account, since: room.clock.now() }
    },

    async stop() {
      state = { state: 'off' }
      await room.doorway.close()
      room.pages.closeAll()
    },

    async send(to, what) {
      if (to.channel !== 'web' || to.account !== account || !isWebChat(to.chat)) {
        return { kind: 'unreachable', reason: 'not a chat of this account' }
      }
      return append(to.chat, lines(what, room.clock.now(), chance))
    },

    fetchPhoto: ({ ref }, maxBytes) => fetchPhoto(room.photos, ref, maxBytes),
    status: () => state,
  }
}

/** The buttons and photos go with the last piece: it is the one that is on the screen. */
function lines(what: Outgoing, at: Date, chance: Chance): readonly NewLine[] {
  const pieces = split(storable(what.text), maxText)
  return pieces.map((text, index) => ({
    key: chance.token(22),
    from: 'house',
    text,
    at,
    ...(index === pieces.length - 1 && what.choices?.length ? { choices: what.choices } : {}),
    ...(index === pieces.length - 1 && what.photos?.length ? { photos: what.photos } : {}),
  }))
}

async function fetchPhoto(photos: PhotoStore, ref: string, maxBytes: number): Promise<FetchedPhoto> {
  try {
    const bytes = await photos.read(ref)
    if (!bytes) return { ok: false, reason: 'gone' }
    return bytes.byteLength > maxBytes ? { ok: false, reason: 'too_large' } : { ok: true, bytes }
  } catch {
    return { ok: false, reason: 'failed' }
  }
}
