/** Draws the talk. Whatever anybody wrote becomes text nodes and nothing else. */
import { language, say } from './words.js'

const pause = 5 * 60_000
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false })
const date = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric' })

function when(at) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000)
  if (days === 0) return clock.format(at)
  return `${days === 1 ? say.yesterday : date.format(at)} ${clock.format(at)}`
}

function make(tag, className, ...children) {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...children)
  return element
}

function words(text) {
  const paragraph = make('p', '', text)
  paragraph.dir = 'auto'
  return paragraph
}

function picture(src, link) {
  const image = make('img')
  image.src = src
  image.alt = link ? say.picture : say.photo
  if (!link) return image
  const anchor = make('a', '', image)
  anchor.href = src
  anchor.target = '_blank'
  anchor.rel = 'noopener'
  return anchor
}

function ownFirst(a, b) {
  return Number(b.from === 'me') - Number(a.from === 'me')
}

export class Talk {
  #lines = []
  #elements = new Map()
  #list
  #unsent
  #spoken
  #press
  #pressed = new Set()
  #previews = new Map()

  constructor({ list, unsent, spoken, press }) {
    this.#list = list
    this.#unsent = unsent
    this.#spoken = spoken
    this.#press = press
  }

  clear() {
    this.#lines = []
    this.#elements.clear()
    this.#list.replaceChildren()
  }

  /** Returns the lines that were not there yet. */
  add(lines, aloud) {
    const fresh = lines
      .filter((line) => !this.#elements.has(line.id))
      .map((line) => ({ ...line, at: new Date(line.at) }))
    for (const line of fresh) {
      this.#elements.set(line.id, this.#draw(line))
      if (aloud && line.from === 'house') this.#speak(line)
    }
    if (fresh.length > 0) this.#arrange([...this.#lines, ...fresh])
    return fresh
  }

  showUnsent(items, { resend, dismiss }) {
    this.#forgetPreviews(items)
    this.#unsent.replaceChildren(...items.map((item) => this.#drawUnsent(item, resend, dismiss)))
  }

  /**
   * Lines come by id and are shown by the time they were said, because an answer may be kept before the
   * line it answers. Those already in place are not touched.
   */
  #arrange(lines) {
    this.#lines = lines.sort((a, b) => a.at - b.at || ownFirst(a, b) || a.id - b.id)
    let place = this.#list.firstChild
    this.#lines.forEach((line, index) => {
      const element = this.#elements.get(line.id)
      if (element === place) place = place.nextSibling
      else this.#list.insertBefore(element, place)
      const before = this.#lines[index - 1]
      element.firstChild.hidden = before !== undefined && line.at - before.at < pause
    })
    this.#refresh()
  }

  /** Only what was asked since the visitor last said something can still be pressed. */
  #refresh() {
    const lastOwn = this.#lines.map((line) => line.from).lastIndexOf('me')
    this.#lines.forEach((line, index) => {
      const element = this.#elements.get(line.id)
      const state = element.querySelector(':scope > .state')
      if (state) state.hidden = index !== this.#lines.length - 1
      if (!line.choices) return
      const answer = this.#lines.slice(index + 1).find((later) => later.from === 'me')
      const over = index < lastOwn || line.choices.some((choice) => this.#pressed.has(choice.nonce))
      element.querySelector('.choices').classList.toggle('over', over)
      element.querySelectorAll('.choices button').forEach((button, place) => {
        const choice = line.choices[place]
        const picked = this.#pressed.has(choice.nonce) || answer?.text === choice.label
        button.disabled = over
        button.classList.toggle('picked', over && picked)
      })
    })
  }

  #draw(line) {
    const time = make('time', 'when', when(line.at))
    time.dateTime = line.at.toISOString()
    const bubble = make('div', 'bubble', make('span', 'unseen', line.from === 'me' ? say.me : say.house))
    for (const hash of line.photos ?? []) bubble.append(picture(`/photos/${encodeURIComponent(hash)}`, true))
    if (line.text) bubble.append(words(line.text))
    const element = make('li', `line ${line.from}`, time, bubble)
    if (line.choices) element.append(this.#drawChoices(line.choices))
    if (line.from === 'me') element.append(make('p', 'state', say.sent))
    return element
  }

  #drawChoices(choices) {
    const buttons = choices.map((choice) => {
      const button = make('button', '', make('bdi', '', choice.label))
      button.type = 'button'
      button.addEventListener('click', () => {
        if (this.#pressed.has(choice.nonce)) return
        this.#pressed.add(choice.nonce)
        this.#press(choice)
        this.#refresh()
      })
      return button
    })
    const group = make('div', 'choices', ...buttons)
    group.setAttribute('role', 'group')
    return group
  }

  #drawUnsent(item, resend, dismiss) {
    const bubble = make('div', 'bubble')
    if (item.photo) {
      if (!this.#previews.has(item.id)) this.#previews.set(item.id, URL.createObjectURL(item.photo))
      bubble.append(picture(this.#previews.get(item.id), false))
    }
    if (item.text) bubble.append(words(item.text))
    if (item.photo && item.state === 'sending') {
      const progress = make('progress')
      progress.max = 1
      progress.value = item.progress ?? 0
      progress.setAttribute('aria-label', say.sending)
      bubble.append(progress)
    }
    const element = make('li', 'line me', bubble)
    if (item.state === 'sending') {
      element.append(make('p', 'state', say.sending))
    } else {
      const refused = item.state === 'refused'
      const text = [item.say, refused ? say.dismiss : say.failed].filter(Boolean).join(' ')
      const button = make('button', 'resend', text)
      button.type = 'button'
      button.addEventListener('click', () => (refused ? dismiss(item) : resend()))
      element.append(button)
    }
    return element
  }

  #forgetPreviews(items) {
    for (const [id, url] of this.#previews) {
      if (items.some((item) => item.id === id)) continue
      URL.revokeObjectURL(url)
      this.#previews.delete(id)
    }
  }

  #speak(line) {
    const labels = (line.choices ?? []).map((choice) => choice.label)
    this.#spoken.append(make('p', '', [line.text, ...labels].join(' ')))
    while (this.#spoken.childElementCount > 5) this.#spoken.firstChild.remove()
  }
}
