import { channelContract } from '../../contracts/channel.ts'
import { openTelegram } from './harness.ts'

const traits = { redeliversUnacknowledged: true, groups: true }

channelContract('Telegram by polling', () => openTelegram('polling'), traits)
channelContract('Telegram by webhook', () => openTelegram('webhook'), traits)
