import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { split } from '../../../src/bots/telegram/split.ts'

const graphemes = (text: string) =>
  [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)

describe('a long text', () => {
  test('that fits stays whole', () => {
    expect(split('一二三', 3)).toEqual(['一二三'])
    expect(split('', 3)).toEqual([''])
  })

  test('is cut after a line break where one is near', () => {
    expect(split('1234567\n901234', 10)).toEqual(['1234567\n', '901234'])
  })

  test('is not cut at a line break that would leave a short part', () => {
    expect(split('1\n34567890123', 10)).toEqual(['1\n34567890', '123'])
  })

  test('is never cut inside an emoji or an accented letter', () => {
    const family = '👨‍👩‍👧‍👦'
    expect(split(`字${family}${family}`, 12)).toEqual([`字${family}`, family])
    expect(split('abce\u0301', 4)).toEqual(['abc', 'e\u0301'])
    expect(split('ab\r\n', 3)).toEqual(['ab', '\r\n'])
  })

  test('made of one endless pile of accents is cut between code points', () => {
    const pile = `e${'\u0301'.repeat(20)}`
    expect(split(pile, 8).join('')).toBe(pile)
    const flags = `😀${'\u{e0061}'.repeat(20)}`
    for (const part of split(flags, 7)) expect(part.isWellFormed()).toBe(true)
  })

  test('put together again is the text, in parts no longer than allowed, of whole graphemes', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('👨‍👩‍👧‍👦', '🇨🇳', 'é', '\n', '\r\n', '管家', '🏳️‍🌈', 'क्षि'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 30, max: 50 }), (pieces, max) => {
        const text = pieces.join('')
        const parts = split(text, max)
        expect(parts.join('')).toBe(text)
        expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(max)
        if (graphemes(text).every(({ length }) => length <= max)) {
          expect(parts.flatMap(graphemes)).toEqual(graphemes(text))
        }
      }),
    )
  })
})
