/** A browser's side of the wire, by hand: cookies, origin, the same id until it is answered. */
import { randomUUID } from 'node:crypto'
import type { Line, SideName } from '../../../src/bots/web/ports.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly json: {
    readonly chat?: string
    readonly line?: Line
    readonly lines?: readonly Line[]
    readonly error?: string
    readonly say?: string
  }
  readonly bytes: Uint8Array
}

export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly side: SideName
  readonly #origin: string

  constructor(origin: string, side: SideName = 'resident') {
    this.#origin = origin
    this.side = side
  }

  async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers)
    if (!headers.has('accept-language')) headers.set('accept-language', 'zh-CN,zh;q=0.9')
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (cookie !== '') headers.set('cookie', cookie)
    const response = await fetch(this.#origin + path, { ...init, headers, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      this.cookies.set(name, value)
    }
    const bytes = new Uint8Array(await response.arrayBuffer())
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    const json = isJson ? (JSON.parse(Buffer.from(bytes).toString()) as Answer['json']) : {}
    return { status: response.status, headers: response.headers, json, bytes }
  }

  /** The headers the page's own requests carry. */
  ours(more: Record<string, string> = {}): Record<string, string> {
    return { Origin: this.#origin, 'Sec-Fetch-Site': 'same-origin', 'X-Guanjia': '1', ...more }
  }

  post(what: string, fields: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask(`/chat/${this.side}/${what}`, {
      method: 'POST',
      headers: this.ours({ 'Content-Type': 'application/json', ...headers }),
      body: JSON.stringify(fields),
    })
  }

  /** Opens the session; returns the chat's id. */
  async enters(fields: Record<string, string> = {}): Promise<string> {
    const answer = await this.post('hello', fields)
    if (answer.json.chat === undefined) throw new Error(`hello was answered ${answer.status}`)
    return answer.json.chat
  }

  says(text: string, id: string = randomUUID()): Promise<Answer> {
    return this.post('messages', { id, text })
  }

  presses(nonce: string, label = '', id: string = randomUUID()): Promise<Answer> {
    return this.post('buttons', { id, nonce, label })
  }

  sendsPhoto(bytes: Uint8Array, caption = '', id: string = randomUUID()): Promise<Answer> {
    return this.ask(`/chat/${this.side}/photos`, {
      method: 'POST',
      headers: this.ours({
        'Content-Type': 'application/octet-stream',
        'X-Guanjia-Id': id,
        'X-Guanjia-Caption': encodeURIComponent(caption),
      }),
      body: new Uint8Array(bytes),
    })
  }

  async reads(after?: number): Promise<readonly Line[]> {
    const answer = await this.ask(`/chat/${this.side}/lines${after === undefined ? '' : `?after=${after}`}`)
    if (!answer.json.lines) throw new Error(`lines were answered ${answer.status}`)
    return answer.json.lines
  }

  /** Calls `onEvent` for every event of the stream, until stopped; the promise resolves once it is open. */
  async listens(
    onEvent: () => void,
  ): Promise<{ readonly status: number; stop(): void; readonly ended: Promise<void> }> {
    const control = new AbortController()
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${this.#origin}/chat/${this.side}/events`, {
      headers: { cookie },
      signal: control.signal,
    })
    const read = async () => {
      if (!response.ok || !response.body) return
      for await (const chunk of response.body) if (Buffer.from(chunk).includes('event: more')) onEvent()
    }
    return { status: response.status, stop: () => control.abort(), ended: read().catch(() => undefined) }
  }
}
