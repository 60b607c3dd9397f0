import { channelContract } from '../../contracts/channel.ts'
import { openWeChatHarness } from './harness.ts'

channelContract('wechat', openWeChatHarness, { redeliversUnacknowledged: false, groups: true })
