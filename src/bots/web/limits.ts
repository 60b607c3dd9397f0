export interface Rate {
  /** How many at once. */
  readonly burst: number
  /** How many come back in an hour. */
  readonly perHour: number
}

export interface Limits {
  /** Whole body of a text, a press or a hello. */
  readonly maxTextBytes: number
  readonly maxPhotoBytes: number
  /** Photo uploads being received at the same moment, over all chats. */
  readonly photosAtOnce: number
  readonly photosPerChat: Rate
  /** Generous: many homes share one address behind a carrier's NAT. */
  readonly sessionsPerAddress: Rate
  /** Open event streams. A browser allows six connections to a host, so the rest of its tabs poll. */
  readonly pagesPerChat: number
  readonly pagesTotal: number
  readonly beatMs: number
  /** After this long a stream ends and the page comes back, with a session that is checked again. */
  readonly pageLifeMs: number
  /** What a page without memory is given to begin with. */
  readonly newestLines: number
}

export const usualLimits: Limits = {
  maxTextBytes: 16 * 1024,
  maxPhotoBytes: 10 * 1024 * 1024,
  photosAtOnce: 8,
  photosPerChat: { burst: 20, perHour: 60 },
  sessionsPerAddress: { burst: 60, perHour: 240 },
  pagesPerChat: 3,
  pagesTotal: 2000,
  beatMs: 20_000,
  pageLifeMs: 15 * 60_000,
  newestLines: 200,
}
