import { describe, expect, it } from 'vitest'
import { read } from './support.ts'

describe('danger to people or the house, now, is an emergency', () => {
  it.each([
    '着火了！！3栋2单元7楼',
    '楼道里有浓烟 看不见路',
    '墙上的电表箱着了 噼里啪啦',
    'smoke coming out of the electrical room on B1',
    'strong gas smell on 12/F block B, please come now',
    '家里煤气忘关了人在外面',
    '瓦斯味很重，整個樓梯間都是',
    '电梯里有人但是没动静 按了警铃没人理！4栋',
    '电梯停了 里面就我一个人 好黑',
    '升降機困咗人 快啲嚟',
    'HELP people stuck in the lift, Tower 5',
    '我妈突然晕倒了叫不醒 11-2-904',
    'my husband collapsed and isn’t breathing',
    '老人家躺地上没反应 快点',
    '孩子手夹进电梯门缝里了 拿不出来',
    '有人在撬我家门!!! 6栋1101',
    'a drunk man is kicking my door and yelling',
    '地库进水了 水都到膝盖了',
    '水管爆了 水已经漫到电箱那了',
    '洗澡的时候被电了一下 现在手还麻 水龙头带电',
    '有人站在楼顶要往下跳',
    '不是演习 是真的着火了 14层',
    '昨天那个插座又冒烟了 现在火苗都出来了',
    '本来想问物业费的 突然闻到好重的燃气味',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject({ intent: 'emergency', urgent: true })
  })

  it('whatever the bot has just asked', () => {
    for (const asked of ['time', 'confirm', 'rating', 'name', 'room'] as const) {
      expect(read('着火了快来人', asked).intent).toBe('emergency')
    }
  })
})

describe('a rumour, a drill, a film, a question or what is over is none', () => {
  it.each([
    '群里说着火了是真的吗',
    '昨天厨房冒烟，现在好了 没事了',
    '消防演习几点开始',
    '昨天看了个电影 电梯困人那段吓死我',
    '如果家里燃气泄漏应该怎么办',
    '灭火器在哪里',
    '煤气卡在哪充值',
    '烟感乱叫 没有火没有烟 能来看看吗',
    '热水器打不着火',
    '楼道里总有人抽烟 烟味都进我家了',
    '物业费涨得简直抢劫',
    '火已经灭了 没事了 谢谢保安',
    '电梯停在5楼不动了 里面没人',
    'is it true there was a fire in tower 2?',
    '物业有没有急救箱',
    '气死我了 火大',
  ])('%s', (text) => {
    expect(read(text).intent).not.toBe('emergency')
  })

  it('running water is urgent without being an emergency', () => {
    expect(read('水龙头断了 水止不住').urgent).toBe(true)
    expect(read('水龙头滴水').urgent).toBe(false)
  })
})
