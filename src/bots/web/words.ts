/** What a person reads when the door refuses something. The page shows it as it is. */
const sentences = {
  not_from_here: [
    '请在管家页面里操作；刷新一下页面再试。',
    '請在管家頁面裡操作；重新整理頁面再試。',
    'Please use the chat page itself; reload it and try again.',
  ],
  no_session: [
    '页面放得太久了，正在重新连接。',
    '頁面放得太久了，正在重新連線。',
    'This page was left for too long; reconnecting.',
  ],
  not_found: ['没有找到。', '沒有找到。', 'Not found.'],
  post_only: ['请在管家页面里操作。', '請在管家頁面裡操作。', 'Please use the chat page itself.'],
  malformed: [
    '这一条没有看懂，请重新发送。',
    '這一則沒有看懂，請重新傳送。',
    'That did not arrive whole; please send it again.',
  ],
  text_too_long: [
    '这段话太长了，请分成几条发送。',
    '這段話太長了，請分成幾則傳送。',
    'That text is too long; please send it in parts.',
  ],
  too_large: [
    '照片太大了，请换一张小于 10 MB 的照片。',
    '照片太大了，請換一張小於 10 MB 的照片。',
    'That photo is too large; please choose one under 10 MB.',
  ],
  too_many_pixels: [
    '照片的尺寸太大了，请换一张，或截一张图再发。',
    '照片的尺寸太大了，請換一張，或擷取畫面再傳。',
    'That photo has too many pixels; a screenshot of it will do.',
  ],
  not_a_photo: [
    '这个文件不是照片。请发 JPG、PNG 或 WebP 照片。',
    '這個檔案不是照片。請傳 JPG、PNG 或 WebP 照片。',
    'That file is not a photo. Please send a JPG, PNG or WebP.',
  ],
  damaged: [
    '这张照片打不开，请重新拍一张或换一张。',
    '這張照片打不開，請重新拍一張或換一張。',
    'That photo cannot be opened; please take it again.',
  ],
  no_space: [
    '照片暂时存不下，请先用文字说明，不影响办理。',
    '照片暫時存不下，請先用文字說明，不影響辦理。',
    'Photos cannot be stored right now; words are enough to go on.',
  ],
  too_many_photos: [
    '照片发得有点多了，请过一会儿再发；文字可以随时发。',
    '照片傳得有點多了，請過一會兒再傳；文字可以隨時傳。',
    'That is a lot of photos; please wait a little. Text is always welcome.',
  ],
  too_many_visits: [
    '现在访问的人有点多，请过一分钟再试。',
    '現在造訪的人有點多，請過一分鐘再試。',
    'Very busy just now; please try again in a minute.',
  ],
  too_many_pages: [
    '同时打开的页面有点多，请关掉几个。',
    '同時開啟的頁面有點多，請關掉幾個。',
    'Too many pages are open; please close some.',
  ],
  busy: ['现在有点忙，请稍后再试。', '現在有點忙，請稍後再試。', 'Busy just now; please try again shortly.'],
  not_kept: [
    '刚才没有收到，请再发一次。',
    '剛才沒有收到，請再傳一次。',
    'That was not received; please send it again.',
  ],
} as const satisfies Readonly<Record<string, readonly [hans: string, hant: string, en: string]>>

export type Refusal = keyof typeof sentences

export function sentence(reason: Refusal, acceptLanguage: string | undefined): string {
  const first = (acceptLanguage ?? '').split(',')[0]?.trim() ?? ''
  const [hans, hant, en] = sentences[reason]
  if (/^zh\b.*\b(hant|tw|hk|mo)\b/i.test(first)) return hant
  return first === '' || first === '*' || /^zh\b/i.test(first) ? hans : en
}
