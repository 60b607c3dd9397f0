import type { Address } from '../../domain/message.ts'
import type { Outgoing, SendOutcome } from '../../domain/outgoing.ts'
import { outcomeOf } from './gatewayErrors.ts'
import type { Timings, WeChatOptions } from './options.ts'
import { asMenu, split } from './pieces.ts'
import type { Session } from './session.ts'
import type { Line } from './supervise.ts'
import { pause } from './wait.ts'

export const maxText = 2000
/** Gateways refuse with the same number what will never work and what only fails today. */
const refusals = 3
const rememberedRefusals = 500

type Part = (session: Session) => Promise<string | undefined>

export function sender({ photos, log }: WeChatOptions, timings: Timings, line: Line) {
  const refused = new Map<string, number>()

  async function partsOf(to: Address, what: Outgoing): Promise<Part[] | SendOutcome> {
    const parts: Part[] = split(asMenu(what), maxText).map(
      (piece) => (session) => session.sendText(to.chat, piece),
    )
    for (const hash of what.photos ?? []) {
      const bytes = await photos?.read(hash)
      if (!bytes) return { kind: 'refused', reason: 'a photo to send is missing' }
      parts.push((session) => session.sendPhoto(to.chat, bytes, `${hash.slice(0, 12)}.${endingOf(bytes)}`))
    }
    return parts.length > 0 ? parts : { kind: 'refused', reason: 'nothing to send' }
  }

  async function sendAll(to: Address, what: Outgoing): Promise<SendOutcome> {
    const offline: SendOutcome = { kind: 'retry', reason: 'WeChat is offline' }
    if (!line.online()) return offline
    if (to.account !== line.account())
      return { kind: 'unreachable', reason: 'another WeChat account is logged in' }
    const parts = await partsOf(to, what)
    if (!Array.isArray(parts)) return parts

    let id: string | undefined
    for (const [index, part] of parts.entries()) {
      if (index > 0) await pause(timings.perChatMs)
      const session = line.online()
      try {
        if (!session) throw new Error('no grpc manager')
        id = (await part(session)) ?? id
      } catch (error) {
        const outcome = outcomeOf(error)
        if (index === 0) return patient(outcome, to, what)
        log.warn('wechat.partly-sent', { part: index + 1, parts: parts.length, outcome: outcome.kind })
        return { kind: 'unknown', reason: `sent in part: ${index} of ${parts.length}` }
      }
    }
    return id ? { kind: 'sent', id } : { kind: 'sent' }
  }

  /** The first refusals of a message are worth another try; then it is believed. */
  function patient(outcome: SendOutcome, to: Address, what: Outgoing): SendOutcome {
    if (outcome.kind !== 'refused') return outcome
    const key = `${to.chat}\n${asMenu(what)}`
    const times = (refused.get(key) ?? 0) + 1
    refused.delete(key)
    if (times >= refusals) return outcome
    refused.set(key, times)
    if (refused.size > rememberedRefusals) refused.delete(refused.keys().next().value ?? '')
    return { kind: 'retry', reason: outcome.reason, afterMs: 30_000 * times }
  }

  return async function send(to: Address, what: Outgoing): Promise<SendOutcome> {
    try {
      return await sendAll(to, what)
    } catch {
      log.error('wechat.send-failed')
      return { kind: 'retry', reason: 'sending could not begin' }
    }
  }
}

function endingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x89) return 'png'
  return bytes[0] === 0x52 ? 'webp' : 'jpg'
}
