/** Everything the page says itself. What the house says arrives ready. */
const words = {
  'zh-Hans': {
    name: '管家',
    staff: '员工',
    menuStaff: '待办',
    humanStaff: '帮助',
    writeStaff: '指令，首次请发绑定码',
    large: '大字',
    menu: '菜单',
    human: '转人工',
    photo: '照片',
    send: '发送',
    write: '请写在这里',
    talk: '对话',
    newer: '有新消息',
    me: '我：',
    house: '管家：',
    picture: '照片，点开看大图',
    remove: '去掉这张照片',
    sending: '正在发送…',
    sent: '已送达',
    failed: '未送达，点此重发',
    dismiss: '知道了',
    offline: '网络不稳，正在重连…',
    yesterday: '昨天',
    tooLarge: '照片太大了，请换一张小于 10 MB 的照片。',
  },
  'zh-Hant': {
    name: '管家',
    staff: '員工',
    menuStaff: '待辦',
    humanStaff: '說明',
    writeStaff: '指令，首次請發綁定碼',
    large: '大字',
    menu: '選單',
    human: '轉人工',
    photo: '照片',
    send: '傳送',
    write: '請寫在這裡',
    talk: '對話',
    newer: '有新訊息',
    me: '我：',
    house: '管家：',
    picture: '照片，點開看大圖',
    remove: '移除這張照片',
    sending: '正在傳送…',
    sent: '已送達',
    failed: '未送達，點此重新傳送',
    dismiss: '知道了',
    offline: '網路不穩，正在重新連線…',
    yesterday: '昨天',
    tooLarge: '照片太大了，請換一張小於 10 MB 的照片。',
  },
  en: {
    name: 'Guanjia',
    staff: 'Staff',
    menuStaff: 'To do',
    humanStaff: 'Help',
    writeStaff: 'Command; first time: your code',
    large: 'A+',
    menu: 'Menu',
    human: 'Person',
    photo: 'Photo',
    send: 'Send',
    write: 'Write here',
    talk: 'Conversation',
    newer: 'New messages',
    me: 'You: ',
    house: 'Guanjia: ',
    picture: 'Photo, open full size',
    remove: 'Remove this photo',
    sending: 'Sending…',
    sent: 'Delivered',
    failed: 'Not delivered. Tap to resend',
    dismiss: 'OK',
    offline: 'Poor connection, reconnecting…',
    yesterday: 'Yesterday',
    tooLarge: 'That photo is too large; please choose one under 10 MB.',
  },
}

export function pickLanguage(tag) {
  if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant'
  return !tag || /^zh\b/i.test(tag) ? 'zh-Hans' : 'en'
}

export const language = pickLanguage(navigator.language)
const plain = words[language]
const forStaff = document.documentElement.dataset.side === 'staff'
export const say = forStaff
  ? { ...plain, menu: plain.menuStaff, human: plain.humanStaff, write: plain.writeStaff }
  : plain

export function translatePage() {
  document.documentElement.lang = language
  for (const element of document.querySelectorAll('[data-word]'))
    element.textContent = say[element.dataset.word]
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', say[element.dataset.label])
  }
  for (const element of document.querySelectorAll('[data-placeholder]')) {
    element.placeholder = say[element.dataset.placeholder]
  }
}
