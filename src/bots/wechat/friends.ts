/**
 * Friend requests and group invitations. Service first: every one is accepted, at a pace WeChat does not
 * take for a robot's, and then the house is told that somebody opened the chat, with the binding code if
 * the request's words carry one.
 */
import { storable, type StartMessage } from '../../domain/message.ts'
import { errorKind } from './gatewayErrors.ts'
import type { Mailbox } from './mailbox.ts'
import type { Timings, WeChatOptions } from './options.ts'
import type { Session } from './session.ts'
import type { Line } from './supervise.ts'
import { pause, stopSwitch } from './wait.ts'

const tries = 5

export interface Doorkeeper {
  friendRequest(id: string): void
  invitation(id: string): void
  stop(): Promise<void>
}

export function doorkeeper(
  { clock, log }: WeChatOptions,
  timings: Timings,
  line: Line,
  mailbox: Mailbox,
): Doorkeeper {
  const stopping = stopSwitch()
  let turn: Promise<void> = Promise.resolve()

  /** Undefined when it did not work in any of the tries. */
  async function persist<T>(act: (session: Session) => Promise<T>): Promise<T | undefined> {
    for (let attempt = 0; attempt < tries && !stopping.signal.aborted; attempt++) {
      try {
        const session = line.online()
        if (session) return await act(session)
      } catch (error) {
        log.debug('wechat.accept-failed', { kind: errorKind(error) })
      }
      await pause(timings.acceptMs, stopping.signal)
    }
    log.warn('wechat.not-accepted')
    return undefined
  }

  function next(work: () => Promise<void>): void {
    turn = turn
      .then(work)
      .then(() => pause(timings.acceptMs, stopping.signal))
      .catch(() => log.error('wechat.door-failed'))
  }

  async function welcome(id: string, at: Date): Promise<void> {
    const request = await persist((session) => session.friendRequest(id))
    if (!request) return
    // Told even if accepting fails: the code in it must not be lost.
    await persist((session) => session.acceptFriend(id))
    const code = codeIn(request.hello)
    const message: StartMessage = {
      kind: 'start',
      address: { channel: 'wechat', account: line.account(), chat: request.contact },
      chatKind: 'private',
      id: `friend:${id}`,
      sender: { id: request.contact, name: storable(request.name) },
      at,
      addressed: true,
      ...(code ? { code } : {}),
    }
    mailbox.put(message)
  }

  return {
    friendRequest: (id) => next(() => welcome(id, clock.now())),
    invitation: (id) => next(async () => void (await persist((session) => session.acceptInvitation(id)))),
    async stop() {
      stopping.abort()
      await turn
    },
  }
}

/** Eight letters or digits, possibly in groups; words set apart by spaces count only with a digit among them. */
export function codeIn(hello: string): string | undefined {
  const plain = hello.normalize('NFKC').toUpperCase()
  for (const [run] of plain.matchAll(/[0-9A-Z]+(?:[-–—][0-9A-Z]+)*/g)) {
    const code = run.replaceAll(/[^0-9A-Z]/g, '')
    if (code.length === 8) return code
  }
  for (const [run] of plain.matchAll(/[0-9A-Z]{1,7}(?:[-\s]+[0-9A-Z]{1,7})+/g)) {
    const code = run.replaceAll(/[^0-9A-Z]/g, '')
    if (code.length === 8 && /\d/.test(code)) return code
  }
  return undefined
}
