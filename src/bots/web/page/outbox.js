/**
 * What the visitor said and the house has not confirmed. One goes out at a time, in order, always with
 * its own id, until it is answered; words and presses survive a reload, photos live as long as the page.
 */
const waits = [1_000, 2_000, 4_000, 8_000, 15_000]

export class Outbox {
  #items
  #store
  #deliver
  #onChange
  #onSent
  #running = false
  #wake = () => {}

  constructor({ store, deliver, onChange, onSent }) {
    this.#store = store
    this.#deliver = deliver
    this.#onChange = onChange
    this.#onSent = onSent
    this.#items = store.read('unsent', []).map((item) => ({ ...item, state: 'sending', tries: 0 }))
  }

  get items() {
    return this.#items
  }

  add(item) {
    this.#items.push({ state: 'sending', tries: 0, ...item })
    this.#changed()
    this.go()
  }

  remove(item) {
    this.#items = this.#items.filter((one) => one !== item)
    this.#changed()
  }

  resend() {
    for (const item of this.#items)
      if (item.state === 'failed') Object.assign(item, { state: 'sending', tries: 0 })
    this.#changed()
    this.go()
  }

  async go() {
    this.#wake()
    if (this.#running) return
    this.#running = true
    for (let item; (item = this.#items.find((one) => one.state !== 'refused'));) await this.#try(item)
    this.#running = false
  }

  async #try(item) {
    const answer = await this.#deliver(item, (part) => {
      item.progress = part
      this.#onChange()
    })
    if (answer.kind === 'done') {
      this.remove(item)
      this.#onSent(answer.line)
    } else if (answer.kind === 'refused') {
      Object.assign(item, { state: 'refused', say: answer.say })
      this.#changed()
    } else {
      await this.#wait(item, answer)
    }
  }

  async #wait(item, answer) {
    item.tries += 1
    item.say = answer.say
    if (item.tries > 1 || answer.say || !navigator.onLine) {
      for (const one of this.#items) if (one.state === 'sending') one.state = 'failed'
    }
    this.#changed()
    await new Promise((resolve) => {
      this.#wake = resolve
      setTimeout(resolve, waits[Math.min(item.tries, waits.length) - 1])
    })
    this.#wake = () => {}
  }

  #changed() {
    this.#store.write(
      'unsent',
      this.#items
        .filter((item) => !item.photo)
        .map(({ id, kind, text, nonce }) => ({ id, kind, text, nonce })),
    )
    this.#onChange()
  }
}
