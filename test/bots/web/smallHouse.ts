import type { Message } from '../../../src/domain/message.ts'
import type { Outgoing } from '../../../src/domain/outgoing.ts'

/** A house with a few set phrases, enough to hold a talk in a browser. */
export function smallHouse(message: Message): Outgoing | undefined {
  switch (message.kind) {
    case 'start':
      return { text: message.code === undefined ? greeting : `已绑定（${message.code}）。`, choices: menu }
    case 'text':
      return answer(message.text)
    case 'button':
      return message.nonce === 'confirm01'
        ? { text: '已登记，单号 BX-20260714-0032。\n维修师傅会在 30 分钟内联系您。' }
        : { text: '好的，请说说是什么问题、在哪个位置。也可以直接发照片。' }
    case 'photo':
      return { text: '照片收到了，已附在您的报修单上。', photos: message.photos.map((photo) => photo.ref) }
    default:
      return undefined
  }
}

const greeting = '您好，我是示范小区的管家。\n请直接说您遇到的事，也可以点下面的按钮。'

const menu = [
  { label: '报修', nonce: 'menu_fix01' },
  { label: '投诉建议', nonce: 'menu_say01' },
  { label: '查物业费', nonce: 'menu_fee01' },
  { label: '查进度', nonce: 'menu_see01' },
]

function answer(text: string): Outgoing {
  if (text === '菜单') return { text: '请选择：', choices: menu }
  if (text === '人工') return { text: '已转给值班客服，工作时间 08:30–18:00。急事请拨 0571-8888 0000。' }
  if (text.includes('漏水')) {
    return {
      text: '请您核对：\n地点：3 栋 2 单元 502\n问题：厨房水管漏水\n上门时间：今天 14:00–16:00',
      choices: [
        { label: '确认', nonce: 'confirm01' },
        { label: '改一改', nonce: 'change001' },
      ],
    }
  }
  return { text: `您说的是：${text}` }
}
