/**
 * Pages that listen. An event never carries what was said: it only says "there is more", and the page
 * reads the transcript after the last line it has. So a lost event, a lost connection, or a line written
 * by another process costs a moment and never a word.
 */
import type { Clock } from '../../desk/ports.ts'
import type { Limits } from './limits.ts'

type Feed = ReadableStreamDefaultController<Uint8Array>

interface Page {
  readonly feed: Feed
  readonly since: number
}

const encoder = new TextEncoder()
const more = encoder.encode('event: more\ndata:\n\n')
const beat = encoder.encode('event: beat\ndata:\n\n')
const hello = encoder.encode('retry: 3000\n\nevent: more\ndata:\n\n')
/** A page that took nothing of the last so many events is gone, whatever its socket says. */
const mostUnread = 16

export class Pages {
  readonly #byChat = new Map<string, Set<Page>>()
  readonly #clock: Clock
  readonly #limits: Limits
  #total = 0
  #beating: NodeJS.Timeout | undefined

  constructor(clock: Clock, limits: Limits) {
    this.#clock = clock
    this.#limits = limits
  }

  hasRoom(chat: string): boolean {
    const ofChat = this.#byChat.get(chat)?.size ?? 0
    return ofChat < this.#limits.pagesPerChat && this.#total < this.#limits.pagesTotal
  }

  listen(chat: string): ReadableStream<Uint8Array> {
    let page: Page | undefined
    return new ReadableStream<Uint8Array>({
      start: (feed) => {
        page = { feed, since: this.#clock.now().getTime() }
        this.#byChat.set(chat, (this.#byChat.get(chat) ?? new Set()).add(page))
        this.#total += 1
        this.#beating ??= setInterval(() => this.#beat(), this.#limits.beatMs).unref()
        feed.enqueue(hello)
      },
      cancel: () => {
        if (page) this.#leave(chat, page)
      },
    })
  }

  nudge(chat: string): void {
    for (const page of this.#byChat.get(chat) ?? []) this.#tell(chat, page, more)
  }

  closeAll(): void {
    for (const [chat, pages] of this.#byChat) for (const page of pages) this.#end(chat, page)
  }

  get total(): number {
    return this.#total
  }

  #beat(): void {
    const oldest = this.#clock.now().getTime() - this.#limits.pageLifeMs
    for (const [chat, pages] of this.#byChat) {
      for (const page of pages) {
        if (page.since <= oldest) this.#end(chat, page)
        else this.#tell(chat, page, beat)
      }
    }
  }

  #tell(chat: string, page: Page, event: Uint8Array): void {
    if ((page.feed.desiredSize ?? -Infinity) < -mostUnread) this.#end(chat, page)
    else page.feed.enqueue(event)
  }

  #end(chat: string, page: Page): void {
    this.#leave(chat, page)
    page.feed.close()
  }

  #leave(chat: string, page: Page): void {
    const pages = this.#byChat.get(chat)
    if (!pages?.delete(page)) return
    this.#total -= 1
    if (pages.size === 0) this.#byChat.delete(chat)
    if (this.#total > 0) return
    clearInterval(this.#beating)
    this.#beating = undefined
  }
}
