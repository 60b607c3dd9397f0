export { telegramChannel, type TelegramChannel } from './channel.ts'
export { usualTiming, type TelegramOptions, type Timing } from './options.ts'
