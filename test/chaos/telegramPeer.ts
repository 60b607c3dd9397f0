/** The Bot API server in a process of its own, and what a chaos test does with it. */
import { remoteTelegram, testToken } from '../peers/telegramServer.ts'
import type { Disturbance, Fault, Update } from '../peers/telegramServer.ts'
import { badGateway, serverError, tooMany } from '../peers/telegramServer.ts'
import { environment, launch, root } from './children.ts'
import { until } from './patience.ts'

export interface Seen {
  readonly chat: string
  readonly messageId: number
  readonly text: string
  readonly buttons: readonly { readonly label: string; readonly data: string }[]
  readonly at: number
}

export interface PeerState {
  readonly pending: number
  readonly confirmed: readonly number[]
  readonly delivered: number
  readonly struck: Readonly<Record<string, number>>
  readonly calls: Readonly<Record<string, number>>
}

export async function startPeer() {
  const child = launch(process.execPath, ['--import', 'tsx', `${root}test/peers/telegramServerProcess.ts`], {
    env: environment({}),
  })
  const line = await until('the Bot API server is up', () => /\{.*\}/.exec(child.stdout())?.[0], 30_000)
  const { root: apiRoot } = JSON.parse(line) as { root: string }
  const control = remoteTelegram(apiRoot)
  return {
    settings: { TELEGRAM_BOT_TOKEN: testToken, TELEGRAM_API_ROOT: apiRoot },
    says: (who: number, text: string) => control<Update>('says', text, { who }),
    presses: (who: number, data: string) => control<Update>('presses', data, { who }),
    delivered: (from = 0) => control<Seen[]>('delivered', from),
    state: () => control<PeerState>('state'),
    disturb: (disturbance: Disturbance) => control('disturb', disturbance),
    calm: () => control('clearFaults'),
    /** As an operator registers it, over the Bot API. */
    pushTo: async (url: string, secret: string) => {
      const body = JSON.stringify({ url, secret_token: secret })
      const headers = { 'content-type': 'application/json' }
      await fetch(`${apiRoot}/bot${testToken}/setWebhook`, { method: 'POST', headers, body })
    },
    stop: async () => {
      child.kill()
      await child.ended
    },
  }
}
export type Peer = Awaited<ReturnType<typeof startPeer>>

/** Everything a platform may do to a send. */
export const everyTrouble: readonly Fault[] = [
  tooMany(1),
  serverError,
  badGateway,
  { ...badGateway, when: 'after' } as Fault,
  { kind: 'drop', when: 'before' },
  { kind: 'drop', when: 'after' },
  { kind: 'hang', when: 'before' },
  { kind: 'hang', when: 'after' },
]
