/**
 * What stands between Telegram and two houses: gives each push to one that is up, and sometimes loses the
 * answer of a push that was taken, so that Telegram pushes it again.
 */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Chance } from '../../src/desk/ports.ts'
import { readBody } from '../peers/telegramBody.ts'
import { pause } from './patience.ts'

const secretHeader = 'x-telegram-bot-api-secret-token'
/** Telegram waits before it pushes again; our server of it hardly does. */
const refusedAfterMs = 200

export async function balancer(urls: () => readonly string[], chance: Chance) {
  const trouble = { losesAnswers: 0, lost: 0 }

  async function pass(request: IncomingMessage): Promise<number> {
    const body = await readBody(request)
    const up = urls()
    const url = up[Math.floor(chance.number() * up.length)]
    if (url === undefined) return 502
    const headers = {
      'content-type': 'application/json',
      [secretHeader]: String(request.headers[secretHeader]),
    }
    const answer = await fetch(`${url}/telegram/webhook`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
    })
    await answer.arrayBuffer()
    if (!answer.ok || chance.number() >= trouble.losesAnswers) return answer.status
    trouble.lost += 1
    return 504
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const status = await pass(request).catch(() => 502)
    if (status >= 500) await pause(refusedAfterMs)
    response.writeHead(status).end()
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/telegram/webhook`,
    trouble,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
