import { describe, expect, it } from 'vitest'
import { read } from './support.ts'

describe('a phone is eleven digits, or eight of Hong Kong', () => {
  it.each([
    ['电话13800138000', '13800138000'],
    ['138 0013 8000 打我', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['幺三八零零幺三八零零零', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['call me at 9123 4567', '91234567'],
    ['電話改做 9876-1234', '98761234'],
    ['电话不是13800138000，是13900139000', '13900139000'],
  ])('%s → %s', (text, expected) => {
    expect(read(text).slots.phone?.value).toBe(expected)
  })

  it.each(['单号20261118', '138001380001', '3-2-501', '12345678901234'])('%s is none', (text) => {
    expect(read(text).slots.phone).toBeUndefined()
  })
})
