import { channelContract } from '../../contracts/channel.ts'
import { openWebHarness } from './harness.ts'

channelContract('web', openWebHarness, { redeliversUnacknowledged: true, groups: false })
