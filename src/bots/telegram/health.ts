import type { ChannelState } from '../../domain/outgoing.ts'

export interface Health {
  status(): ChannelState
  off(): void
  online(self: string): void
  offline(reason: string): void
}

/** The channel's state; `since` stays while nothing changes. */
export function keepHealth(now: () => Date): Health {
  let state: ChannelState = { state: 'off' }
  return {
    status: () => state,
    off: () => {
      state = { state: 'off' }
    },
    online: (self) => {
      if (state.state !== 'online' || state.self !== self) state = { state: 'online', self, since: now() }
    },
    offline: (reason) => {
      const since = state.state === 'offline' ? state.since : now()
      state = { state: 'offline', reason, since }
    },
  }
}

const reasons: Readonly<Record<number, string>> = {
  401: 'Telegram refuses the token: check TELEGRAM_BOT_TOKEN',
  404: 'Telegram does not know this bot: check TELEGRAM_BOT_TOKEN and TELEGRAM_API_ROOT',
  409: 'another process polls with the same token',
  429: 'Telegram asks us to wait',
}

export const reasonFor = (code: number, otherwise: string) => reasons[code] ?? otherwise
export const isTokenRefused = (code: number) => code === 401 || code === 404
