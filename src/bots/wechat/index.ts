export { wechatChannel, type WeChatChannel } from './channel.ts'
export type { Gap, Timings, WeChatOptions } from './options.ts'
