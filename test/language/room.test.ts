import { describe, expect, it } from 'vitest'
import { place, read } from './support.ts'

describe('a room is read however it is written', () => {
  it.each([
    ['一栋二单元五零一', '1/2/501'],
    ['3#2-501 漏水', '3/2/501'],
    ['A座1203', 'A/-/1203'],
    ['5座16樓B室', '5/-/16B'],
    ['Tower 5 Flat 16B', '5/-/16B'],
    ['Flat B, 16/F, Tower 5', '5/-/16B'],
    ['3一2一501', '3/2/501'],
    ['A棟12樓之3', 'A/-/12-3'],
    ['2号楼东单元301', '2/东/301'],
    ['我住幺零零二', '-/-/1002'],
    ['３－２－５０１ 没电', '3/2/501'],
    ['十二栋三单元二零零三', '12/3/2003'],
    ['3号楼2门501', '3/2/501'],
    ['Building 3 Unit 2 Room 501', '3/2/501'],
    ['Room 1203, Block A has no hot water', 'A/-/1203'],
    ['wifi down in 1204.', '-/-/1204'],
    ['12-3', '12/3/-'],
    ['3栋 灯不亮 我是502', '3/-/502'],
  ])('%s → %s', (text, expected) => {
    expect(place(read(text).slots.room)).toBe(expected)
  })
})

describe('what only looks like a room is none', () => {
  it.each([
    '电话13800138000',
    '明天下午3点到5点来',
    '2026-11-20 来',
    '扣了1502块',
    '打了12345没人管',
    '8楼的灯不亮',
    '2号电梯坏了',
    '我的车位地锁坏了 B2-118',
    'approve #3321',
    '等了120分钟',
  ])('%s', (text) => {
    expect(read(text).slots.room?.room ?? null).toBeNull()
  })
})

describe('the writer’s own room is told from another', () => {
  it.each([
    ['楼上是1602，我是11栋1502', '11/-/1502', '11/-/1602'],
    ['昨晚楼上1602装修 我是1502', '-/-/1502', '-/-/1602'],
    ['电费单上房号是1502可我家是1503啊', '-/-/1503', 'none'],
    ['请管一下9-1-702 天天吵 我是9-1-602', '9/1/602', '9/1/702'],
  ])('%s', (text, own, other) => {
    const { slots } = read(text)
    expect(place(slots.room)).toBe(own)
    expect(place(slots.targetRoom)).toBe(other)
  })

  it('a corrected room beats the wrong one', () => {
    expect(place(read('房号不是1203是1302').slots.room)).toBe('-/-/1302')
  })

  it('answers to "which flat?" go to the target', () => {
    const { slots } = read('902的，具体不清楚是谁', 'target')
    expect(place(slots.targetRoom)).toBe('-/-/902')
    expect(slots.room).toBeUndefined()
  })
})
