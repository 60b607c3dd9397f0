/** How fast one person may write before the desk answers more slowly: a token bucket. */

export interface Bucket {
  readonly tokens: number
  /** When the tokens were counted, in ms. */
  readonly at: number
  /** The kind word of this flood was said. */
  readonly warned: boolean
}

export interface PaceRule {
  readonly burst: number
  readonly perMinute: number
}

/** `slow_first` gets a kind word; `slow` is kept without an answer. */
export type PaceVerdict = 'ok' | 'slow_first' | 'slow'

export const residentPace: PaceRule = { burst: 30, perMinute: 30 }

export function take(
  bucket: Bucket | undefined,
  now: Date,
  rule: PaceRule = residentPace,
): { readonly bucket: Bucket; readonly verdict: PaceVerdict } {
  const { tokens, warned } = refilled(bucket, now.getTime(), rule)
  const at = now.getTime()
  if (tokens >= 1) return { bucket: { tokens: tokens - 1, at, warned }, verdict: 'ok' }
  return { bucket: { tokens, at, warned: true }, verdict: warned ? 'slow' : 'slow_first' }
}

function refilled(bucket: Bucket | undefined, now: number, rule: PaceRule): Omit<Bucket, 'at'> {
  if (!bucket) return { tokens: rule.burst, warned: false }
  // A clock that jumped back gives nothing and takes nothing; counting goes on from the new time.
  const gained = (Math.max(0, now - bucket.at) * rule.perMinute) / 60_000
  const tokens = Math.min(rule.burst, bucket.tokens + gained)
  // A flood is over once the bucket is full again, not at the first message that fits: one word a flood.
  return { tokens, warned: bucket.warned && tokens < rule.burst }
}
