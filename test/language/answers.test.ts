import { describe, expect, it } from 'vitest'
import type { Asked } from '../../src/language/index.ts'
import { place, read } from './support.ts'

describe('yes and no are whole answers, never a word inside one', () => {
  it.each(['是的', '对对对', '好的', '行', '可以', '嗯嗯', 'ok', 'yep', '係', '没错 就这样', '冇問題', '👌'])(
    '%s is yes',
    (text) => {
      expect(read(text)).toMatchObject({ polarity: 'yes', intent: 'confirm' })
    },
  )
  it.each(['不', '不用', '不需要', '不对', '唔使', '唔係', 'no', 'nope', '不好', '先不要'])(
    '%s is no',
    (text) => {
      expect(read(text)).toMatchObject({ polarity: 'no', intent: 'deny' })
    },
  )
  it.each([
    '我家水管漏水了，是厨房',
    '对不起',
    '好像坏了',
    '是不是停水了',
    '行李可以寄存吗',
    '可以帮我看看吗',
    '不亮了',
  ])('%s is neither', (text) => {
    expect(read(text).polarity).toBeUndefined()
  })
})

describe('the pending question decides first', () => {
  it.each<[string, Asked, string]>([
    ['5', 'rating', 'survey.answer'],
    ['满意', 'rating', 'survey.answer'],
    ['好', 'confirm', 'confirm'],
    ['不用', 'anonymous', 'deny'],
    ['取消', 'time', 'cancel'],
    ['转人工', 'room', 'handoff.human'],
    ['返回', 'phone', 'back'],
  ])('%s to %s is %s', (text, asked, intent) => {
    expect(read(text, asked).intent).toBe(intent)
  })

  it('fills the slot that was asked', () => {
    expect(read('三点', 'time').slots.time?.iso).toBe('2026-11-18T15:00+08:00')
    expect(place(read('1203', 'room').slots.room)).toBe('-/-/1203')
    expect(read('家里', 'location_kind').slots.locationKind).toBe('in-home')
    expect(read('公共区域', 'location_kind').slots.locationKind).toBe('public')
    expect(read('李先生', 'name').slots.name).toBe('李先生')
    expect(read('不用匿名', 'anonymous').slots.anonymous).toBe(false)
    expect(read('不满意', 'rating').slots.rating).toBe('u')
    expect(read('2', 'rating').slots.rating).toBe('u')
  })

  it('an answer may be another matter altogether', () => {
    expect(read('等下，先投诉一个事，楼上晚上十二点还在装修', 'time').intent).toBe('complaint.create')
  })
})
