import { describe, expect, it } from 'vitest'
import { understand } from '../../src/language/index.ts'
import { now, read } from './support.ts'

const answered = (text: string): string | undefined => read(text, 'time').slots.time?.iso

describe('a said time is resolved on the given clock', () => {
  it.each([
    ['明天下午三点', '2026-11-19T15:00+08:00'],
    ['tmr 3pm', '2026-11-19T15:00+08:00'],
    ['三点', '2026-11-18T15:00+08:00'],
    ['聽日下晝三點', '2026-11-19T15:00+08:00'],
    ['改到20号晚上吧 7点半', '2026-11-20T19:30+08:00'],
    ['昨晚凌晨两点', '2026-11-18T02:00+08:00'],
    ['半小时后', '2026-11-18T10:30+08:00'],
    ['周三十点半', '2026-11-18T10:30+08:00'],
    ['下午两点到四点', '2026-11-18T14:00+08:00/2026-11-18T16:00+08:00'],
    ['between 2 and 4pm on Friday', '2026-11-20T14:00+08:00/2026-11-20T16:00+08:00'],
    ['明天上午', '2026-11-19T08:00+08:00/2026-11-19T12:00+08:00'],
    ['this morning', '2026-11-18T06:00+08:00/2026-11-18T12:00+08:00'],
    ['明天三四点', '2026-11-19T15:00+08:00/2026-11-19T16:00+08:00'],
    ['今晚8点后', '2026-11-18T20:00+08:00/..'],
    ['after 6pm today', '2026-11-18T18:00+08:00/..'],
    ['明晚8点前', '../2026-11-19T20:00+08:00'],
    ['周五之前', '../2026-11-20'],
    ['周五', '2026-11-20'],
    ['下周三', '2026-11-25'],
    ['下下周二', '2026-12-01'],
    ['next Monday', '2026-11-23'],
    ['20号', '2026-11-20'],
    ['5号', '2026-12-05'],
    ['月底', '2026-11-30'],
    ['三天后', '2026-11-21'],
    ['周末', '2026-11-21/2026-11-22'],
    ['25号到28号', '2026-11-25/2026-11-28'],
    ['元旦后', '2027-01-01/..'],
    ['不是明天是后天', '2026-11-20'],
  ])('%s → %s', (text, iso) => {
    expect(answered(text)).toBe(iso)
  })

  it('what happened is an event, what is planned a visit', () => {
    expect(read('昨天冒烟，现在好了').slots.time).toMatchObject({ iso: '2026-11-17', role: 'event' })
    expect(read('空调不冷，明天来修').slots.time?.role).toBe('visit')
  })

  it('the visit is meant, not the day it broke', () => {
    expect(read('昨天开始漏水，明天上午有人在家').slots.time?.iso).toBe(
      '2026-11-19T08:00+08:00/2026-11-19T12:00+08:00',
    )
  })

  it('another zone gives another offset, summer time included', () => {
    const said = (zone: string): string | undefined =>
      understand('tomorrow 3pm', { now: new Date('2026-07-01T12:00Z'), zone, asked: 'time' }).slots.time?.iso
    expect(said('Europe/London')).toBe('2026-07-02T15:00+01:00')
    expect(said('America/New_York')).toBe('2026-07-02T15:00-04:00')
  })

  it('the clock is the one given, near midnight too', () => {
    const late = understand('明天', {
      now: new Date('2026-11-18T15:59Z'),
      zone: 'Asia/Shanghai',
      asked: 'time',
    })
    const next = understand('明天', {
      now: new Date('2026-11-18T16:01Z'),
      zone: 'Asia/Shanghai',
      asked: 'time',
    })
    expect(late.slots.time?.iso).toBe('2026-11-19')
    expect(next.slots.time?.iso).toBe('2026-11-20')
    expect(now.toISOString()).toBe('2026-11-18T02:00:00.000Z')
  })
})

describe('durations and habits carry no time', () => {
  it.each([
    '报修三天没人来',
    '天天半夜蹦迪',
    '每天晚上11点都在吵',
    '灯坏了半年了',
    '快一点来修',
    '一点都不好',
    '等了两个小时',
    'they party every night',
  ])('%s', (text) => {
    expect(read(text).slots.time).toBeUndefined()
  })
})
