/**
 * Keeps a line to the gateway, for ever. The stock client reconnects only once, after a minute, and then
 * is dead for good; so a session is never repaired here. It ends on an error of the connection, when the
 * gateway does not start, when no event follows the first ding (another client holds the only stream), or
 * when no sign of life came for a while; then a new one is opened after a pause that grows. What a dead
 * session still says is ignored. The gateway keeps no queue: every time the line was down is told.
 */
import type { ChannelState } from '../../domain/outgoing.ts'
import { endsSession, errorKind } from './gatewayErrors.ts'
import { lineState } from './lineState.ts'
import type { Timings, WeChatOptions } from './options.ts'
import type { Session } from './session.ts'
import { backoff, pause, stopSwitch } from './wait.ts'

export interface Arrivals {
  message(id: string): void
  friendRequest(id: string): void
  invitation(id: string): void
}

export interface Line {
  state(): ChannelState
  /** Who we are, also while the line is down; empty until the first login. */
  account(): string
  /** The session, while an account is logged in on it. */
  online(): Session | undefined
  open(arrivals: Arrivals): void
  close(): Promise<void>
}

interface Ended {
  readonly reason: string
  /** It worked for long enough to try again at once. */
  readonly worked: boolean
  readonly lastSign: Date
}

export function superviseLine(options: WeChatOptions, timings: Timings): Line {
  const { clock, chance, log } = options
  const state = lineState(options)
  const closing = stopSwitch()
  let account = ''
  let current: Session | undefined
  let running: Promise<void> = Promise.resolve()

  async function runSession(arrivals: Arrivals): Promise<Ended> {
    const { openSession } = await import('./session.ts')
    const begun = clock.now()
    let lastSign = begun
    let signs = 0
    let end!: (reason: string) => void
    const ended = new Promise<string>((resolve) => (end = resolve))
    const dead = setTimeout(() => end('no sign of life'), timings.deadMs)
    const loggedOut = (reason: string, qr?: string) => {
      current = undefined
      state.needsLogin(reason, qr)
    }

    const session = openSession(options, timings, {
      ...arrivals,
      sign() {
        signs++
        lastSign = clock.now()
        dead.refresh()
      },
      login(self) {
        account = self
        current = session
        state.online(self)
      },
      logout: () => loggedOut('logged out on the phone'),
      scan: (qr) => loggedOut('waiting for the login', qr),
      error(error) {
        log.debug('wechat.error', { kind: errorKind(error) })
        const reason = endsSession(error)
        if (reason) end(reason)
      },
    })
    let pinging: NodeJS.Timeout | undefined
    let firstSign: NodeJS.Timeout | undefined
    session.start().then(
      () => {
        session.ding()
        pinging = setInterval(() => session.ding(), timings.pingMs)
        const before = signs
        firstSign = setTimeout(() => {
          if (current) return
          if (signs === before) end('another client holds the gateway')
          else if (state.now().state !== 'needs-login') loggedOut('waiting for the login')
        }, timings.firstSignMs)
      },
      (error: Error) => end(error.message),
    )

    const closed = () => end('closed')
    closing.signal.addEventListener('abort', closed)
    if (closing.signal.aborted) closed()
    const reason = await ended
    closing.signal.removeEventListener('abort', closed)
    current = undefined
    const letGo = session.close()
    for (const timer of [dead, pinging, firstSign]) clearTimeout(timer)
    if (closing.signal.aborted) await letGo
    return { reason, lastSign, worked: lastSign.getTime() - begun.getTime() > timings.reconnectMaxMs }
  }

  async function run(arrivals: Arrivals): Promise<void> {
    let failures = 0
    while (!closing.signal.aborted) {
      const { reason, worked, lastSign } = await runSession(arrivals).catch((error: unknown): Ended => {
        log.error('wechat.session-failed', { kind: errorKind(error) })
        return { reason: 'session failed', worked: false, lastSign: clock.now() }
      })
      if (closing.signal.aborted) break
      state.offline(reason, lastSign)
      failures = worked ? 0 : failures + 1
      await pause(backoff(failures, timings.reconnectMinMs, timings.reconnectMaxMs, chance), closing.signal)
    }
    state.off()
  }

  return {
    state: () => state.now(),
    account: () => account,
    online: () => current,
    open(arrivals) {
      state.connecting()
      running = run(arrivals)
    },
    async close() {
      closing.abort()
      await running
    },
  }
}
