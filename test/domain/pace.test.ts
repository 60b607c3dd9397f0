import { describe, expect, it } from 'vitest'
import { residentPace, take } from '../../src/domain/pace.ts'
import type { Bucket, PaceVerdict } from '../../src/domain/pace.ts'

const start = Date.parse('2026-11-20T02:00:00Z')

/** Messages at these ms after the start, one person. */
function writing(times: Iterable<number>, from?: Bucket): { verdicts: PaceVerdict[]; bucket?: Bucket } {
  let bucket = from
  const verdicts: PaceVerdict[] = []
  for (const ms of times) {
    const taken = take(bucket, new Date(start + ms))
    bucket = taken.bucket
    verdicts.push(taken.verdict)
  }
  return { verdicts, bucket }
}

const every = (stepMs: number, count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => from + i * stepMs)
const count = (verdicts: readonly PaceVerdict[], verdict: PaceVerdict) =>
  verdicts.filter((one) => one === verdict).length

describe('the pace of one person', () => {
  it('thirty messages at once are all answered', () => {
    expect(new Set(writing(every(0, 30)).verdicts)).toEqual(new Set(['ok']))
  })

  it('the thirty-first gets a kind word, the next are kept silently', () => {
    expect(writing(every(0, 33)).verdicts.slice(29)).toEqual(['ok', 'slow_first', 'slow', 'slow'])
  })

  it('one every two seconds goes on for ever', () => {
    expect(count(writing(every(2000, 1000)).verdicts, 'ok')).toBe(1000)
  })

  it('1,000 messages in a minute: the burst and the refill are answered, with one kind word', () => {
    const { verdicts } = writing(every(60, 1000))
    expect(count(verdicts, 'ok')).toBe(59)
    expect(count(verdicts, 'slow_first')).toBe(1)
    expect(count(verdicts, 'slow')).toBe(940)
  })

  it('a token comes back after exactly two seconds', () => {
    const { bucket } = writing(every(0, 31))
    expect(writing([1999], bucket).verdicts).toEqual(['slow'])
    expect(writing([2000], bucket).verdicts).toEqual(['ok'])
  })

  it('a second flood, after the bucket was full again, gets its own kind word', () => {
    const { bucket } = writing(every(0, 40))
    expect(count(writing(every(0, 40, 59_999), bucket).verdicts, 'slow_first')).toBe(0)
    expect(count(writing(every(0, 40, 60_000), bucket).verdicts, 'slow_first')).toBe(1)
  })

  it('never holds more than the burst', () => {
    const { bucket } = writing([0])
    expect(count(writing(every(0, 100, 86_400_000), bucket).verdicts, 'ok')).toBe(residentPace.burst)
  })

  it('a clock that jumps back neither grants nor freezes', () => {
    const { bucket } = writing(every(0, 31))
    const back = -3_600_000
    expect(writing(every(0, 3, back), bucket).verdicts).toEqual(['slow', 'slow', 'slow'])
    expect(writing([back, back + 2000, back + 4000], bucket).verdicts).toEqual(['slow', 'ok', 'ok'])
  })

  it('follows another rule', () => {
    const rule = { burst: 1, perMinute: 60 }
    const first = take(undefined, new Date(start), rule)
    expect(take(first.bucket, new Date(start + 999), rule).verdict).toBe('slow_first')
    expect(take(first.bucket, new Date(start + 1000), rule).verdict).toBe('ok')
  })

  it('changes no bucket it was given', () => {
    const bucket = Object.freeze({ tokens: 3, at: start, warned: false })
    expect(take(bucket, new Date(start)).bucket).toEqual({ tokens: 2, at: start, warned: false })
    expect(bucket.tokens).toBe(3)
  })
})
