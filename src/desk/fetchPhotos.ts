/** Fetches the photos of received messages, checks and keeps them; a bad one gets a kind word, never silence. */
import { staffWords, wordingIn } from '../wording/index.ts'
import { tellTechnician } from './repairs/tellTechnician.ts'
import type { Channel, Clock, Log, PhotoStore } from './ports.ts'
import type { Store, WaitingPhoto } from './store.ts'

export interface FetchDeps {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly channels: readonly Channel[]
  readonly photos: PhotoStore
  readonly queued?: (news: {
    readonly rows: readonly never[]
    readonly conversations: readonly number[]
  }) => void
}

const maxBytes = 20 * 1024 * 1024
const giveUpAfter = 6

/** Answers how many photos were settled. */
export async function fetchPhotos(deps: FetchDeps): Promise<number> {
  const waiting = await deps.store.waitingPhotos(deps.clock.now(), 10)
  const settled = await Promise.all(waiting.map((photo) => fetchOne(deps, photo)))
  return settled.filter(Boolean).length
}

async function fetchOne(deps: FetchDeps, photo: WaitingPhoto): Promise<boolean> {
  const channel = deps.channels.find((each) => each.name === photo.channel)
  const fetched =
    channel === undefined
      ? ({ ok: false, reason: 'failed' } as const)
      : await channel.fetchPhoto({ ref: photo.ref }, maxBytes)
  if (!fetched.ok) {
    if (fetched.reason === 'failed' && photo.tries + 1 < giveUpAfter) return later(deps, photo)
    return refuse(deps, photo, fetched.reason === 'too_large' ? 'too_large' : 'gone')
  }
  const kept = await deps.photos.keep(fetched.bytes)
  if (kept.ok) return shown(deps, photo, kept.hash)
  return kept.reason === 'no_space' ? later(deps, photo) : refuse(deps, photo, kept.reason)
}

/** A photo that arrives when somebody is already on the order is shown to him; the rest goes along with the card. */
async function shown(
  { store, clock, queued }: FetchDeps,
  photo: WaitingPhoto,
  hash: string,
): Promise<boolean> {
  const about = { estateId: photo.estateId, now: clock.now(), trace: `photo-${photo.id}` }
  const { touched } = await store.work(about, async (work) => {
    const recordId = await store.photoKept(work, photo, hash)
    if (recordId == null) return
    const order = await work.repair({ id: recordId })
    if (order?.technicianId == null || order.conversationId !== photo.conversationId) return
    await tellTechnician(work, order, { text: staffWords.residentPhoto(order.number, 1), photos: [hash] })
  })
  queued?.({ rows: [], conversations: touched })
  return true
}

async function later(deps: FetchDeps, photo: WaitingPhoto): Promise<boolean> {
  const waitMs = Math.min(600_000, 2_000 * 4 ** photo.tries)
  await deps.store.photoLater(photo.id, new Date(deps.clock.now().getTime() + waitMs))
  deps.log.warn('photo not fetched yet', { photo: photo.id, tries: photo.tries + 1 })
  return false
}

async function refuse(deps: FetchDeps, photo: WaitingPhoto, reason: string): Promise<boolean> {
  const { store, clock } = deps
  await store.work(
    { estateId: photo.estateId, now: clock.now(), trace: `photo-${photo.id}` },
    async (work) => {
      if (!(await store.photoRefused(work, photo, reason))) return
      const w = wordingIn(await work.languageOf(photo.conversationId))
      const text =
        reason === 'too_large' || reason === 'too_many_pixels'
          ? w.photoTooLarge
          : reason === 'not_a_photo'
            ? w.photoNotPhoto
            : reason === 'damaged'
              ? w.photoDamaged
              : w.photoGone
      await work.tell(photo.conversationId, { text }, { kind: 'follow', silent: true })
    },
  )
  return true
}
