import type { Channel, Receive } from '../../desk/ports.ts'
import { doorkeeper, type Doorkeeper } from './friends.ts'
import { openMailbox, type Mailbox } from './mailbox.ts'
import { checkGateway, productionTimings, type Timings, type WeChatOptions } from './options.ts'
import { photoShelf, type PhotoShelf } from './photos.ts'
import { receiver, type Receiver } from './receive.ts'
import { maxText, sender } from './send.ts'
import { openSpool } from './spool.ts'
import { superviseLine, type Line } from './supervise.ts'

export interface WeChatChannel extends Channel {
  readonly name: 'wechat'
}

interface Running {
  readonly line: Line
  readonly mailbox: Mailbox
  readonly received: Receiver
  readonly door: Doorkeeper
  readonly shelf: PhotoShelf
  readonly send: Channel['send']
}

/**
 * Personal WeChat behind a wechaty gateway. The gateway acknowledges nothing and keeps no queue: what
 * reached us is never lost, what was said while the line was down is, and the gap is told.
 */
export function wechatChannel(options: WeChatOptions): WeChatChannel {
  checkGateway(options.token, options.endpoint)
  const timings: Timings = { ...productionTimings, ...options.timings }
  let running: Running | undefined
  let account = ''

  function open(receive: Receive): Running {
    const line = superviseLine(options, timings)
    const shelf = photoShelf(options, timings, line)
    const mailbox = openMailbox(receive, openSpool(options.spool, options.log), timings, options)
    const received = receiver(options, timings, line, mailbox, shelf)
    const door = doorkeeper(options, timings, line, mailbox)
    return { line, mailbox, received, door, shelf, send: sender(options, timings, line) }
  }

  return {
    name: 'wechat',
    get account() {
      return running?.line.account() || account
    },
    canPressButtons: false,
    maxText,
    pace: { perChatMs: timings.perChatMs, perAccountMs: timings.perAccountMs },
    async start(receive) {
      if (running) return
      running = open(receive)
      const { line, mailbox, received, door } = running
      mailbox.replay()
      line.open({
        message: (id) => received.arrived(id),
        friendRequest: (id) => door.friendRequest(id),
        invitation: (id) => door.invitation(id),
      })
    },
    async stop() {
      if (!running) return
      const { line, mailbox, received, door } = running
      account = line.account()
      await Promise.all([received.stop(), door.stop()])
      await line.close()
      await mailbox.close()
      running = undefined
    },
    async send(to, what) {
      return running ? await running.send(to, what) : { kind: 'retry', reason: 'WeChat is switched off' }
    },
    async fetchPhoto(photo, maxBytes) {
      return running ? await running.shelf.take(photo.ref, maxBytes) : { ok: false, reason: 'failed' }
    },
    status: () => running?.line.state() ?? { state: 'off' },
  }
}
