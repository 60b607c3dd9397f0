import type { ChannelState } from '../../domain/outgoing.ts'
import type { WeChatOptions } from './options.ts'

/** What the operator is shown of the line, and what the house is told of its gaps. */
export interface LineState {
  now(): ChannelState
  connecting(): void
  online(self: string): void
  needsLogin(reason: string, qr?: string): void
  /** `lastSign`: until then the line is known to have worked. */
  offline(reason: string, lastSign: Date): void
  off(): void
}

export function lineState({ clock, log, onGap, onLogin }: WeChatOptions): LineState {
  let state: ChannelState = { state: 'off' }
  let gap: { from: Date; reason: string } | undefined

  /** What the house does with the news must not harm the line. */
  function tell(news: () => void): void {
    try {
      news()
    } catch {
      log.error('wechat.listener-failed')
    }
  }

  function down(from: Date, reason: string): void {
    log.warn('wechat.down', { reason })
    if (gap) return
    gap = { from, reason }
    tell(() => onGap?.({ from, to: undefined, reason }))
  }

  function downSince(whenOnline: Date): Date {
    return 'since' in state && state.state !== 'online' ? state.since : whenOnline
  }

  return {
    now: () => state,
    connecting() {
      state = { state: 'offline', reason: 'connecting', since: clock.now() }
    },
    online(self) {
      if (state.state === 'online' && state.self === self) return
      state = { state: 'online', self, since: clock.now() }
      log.info('wechat.online')
      if (!gap) return
      const { from, reason } = gap
      gap = undefined
      tell(() => onGap?.({ from, to: clock.now(), reason }))
    },
    needsLogin(reason, qr) {
      const since = downSince(clock.now())
      down(since, reason)
      const shown = state.state === 'needs-login' ? state.qr : undefined
      state = { state: 'needs-login', since, ...(qr ? { qr } : {}) }
      if (qr && qr !== shown) tell(() => onLogin?.(qr))
    },
    offline(reason, lastSign) {
      const since = downSince(lastSign)
      state = { state: 'offline', reason, since }
      down(since, reason)
    },
    off() {
      state = { state: 'off' }
    },
  }
}
