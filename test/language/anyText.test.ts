import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intents } from '../../src/language/index.ts'
import { read } from './support.ts'

const words = [
  '3栋',
  '2单元',
  '501',
  '漏水',
  '13800138000',
  '明天',
  '下午三点',
  '到',
  '-',
  '着火',
  '好的',
  'Tower 5',
  ' ',
  '，',
  '投诉',
  '\u200b',
  '👍',
  '\ud800',
]

describe('any text has a meaning', () => {
  it('arbitrary Unicode, lone surrogates included', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'grapheme' }),
          fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const meaning = read(text)
          expect(intents).toContain(meaning.intent)
          expect(meaning.confidence).toBeGreaterThanOrEqual(0)
          expect(meaning.confidence).toBeLessThanOrEqual(1)
          if (meaning.intent === 'emergency') expect(meaning.urgent).toBe(true)
          if (meaning.slots.phone !== undefined)
            expect(meaning.slots.phone.value).toMatch(/^(?:1\d{10}|\d{8})$/)
          const room = meaning.slots.room
          if (room !== undefined)
            expect([room.building, room.unit, room.room].some((part) => part !== null)).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })

  it.each(['', ' ', '😀😀', '\u0000\u0007', '\ud800\udc00\ud800', 'こんにちは', '?', '\n\n'])(
    '%j',
    (text) => {
      expect(read(text).intent).not.toBe('emergency')
    },
  )

  it('the same text always means the same', () => {
    expect(read('3-2-501，漏水，今晚8点后')).toEqual(read('3-2-501，漏水，今晚8点后'))
  })

  it('a whole sentence of spaces or dashes around a word changes no slot', () => {
    expect(read('  电话 13800138000  ').slots).toEqual(read('电话 13800138000').slots)
  })
})

describe('length costs in proportion', () => {
  it.each([
    ['a', 'a'],
    ['水', '水'],
    ['digits', '1'],
    ['dashes', '3-'],
    ['rooms', '漏水3栋2单元501 '],
    ['yes', '好的 '],
    ['no', 'no '],
    ['times', '明天下午三点到'],
    ['people', '有人'],
    ['lift', '电梯里'],
  ])('10,000 characters of %s', (_name, piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length))
    read(text)
    const started = performance.now()
    read(text)
    expect(performance.now() - started).toBeLessThan(1500)
  })
})
