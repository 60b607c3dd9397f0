/** The chat page: puts the talk, the outbox and the wire together. */
import { Outbox } from './outbox.js'
import { Chosen, largest, shrink } from './photo.js'
import { Talk } from './talk.js'
import { Listener, newId, post, postPhoto, readLines } from './wire.js'
import { say, translatePage } from './words.js'

const root = document.documentElement
const side = root.dataset.side
const title = document.title
const at = (id) => document.getElementById(id)
const scroller = at('talk')
const text = at('text')

translatePage()

const store = {
  read(name, otherwise) {
    try {
      return JSON.parse(sessionStorage.getItem(`guanjia.${side}.${name}`)) ?? otherwise
    } catch {
      return otherwise
    }
  },
  write(name, value) {
    try {
      sessionStorage.setItem(`guanjia.${side}.${name}`, JSON.stringify(value))
    } catch {
      // Private windows may keep nothing; the page then forgets with a reload.
    }
  },
}

// ── where the reader is ──

let atEnd = true
let unread = 0

function toEnd() {
  atEnd = true
  scroller.scrollTop = scroller.scrollHeight
  at('newer').hidden = true
}

// Only a move upwards leaves the end: lines and photos that arrive meanwhile also change the distance to it.
let height = 0
scroller.addEventListener('scroll', () => {
  const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80
  if (near || scroller.scrollTop < height) atEnd = near
  if (atEnd) at('newer').hidden = true
  height = scroller.scrollTop
})
const stay = new ResizeObserver(() => atEnd && toEnd())
for (const element of [scroller, at('lines'), at('unsent')]) stay.observe(element)
at('newer').addEventListener('click', toEnd)

// ── reading ──

const talk = new Talk({
  list: at('lines'),
  unsent: at('unsent'),
  spoken: at('spoken'),
  press(choice) {
    scroller.focus({ preventScroll: true })
    toEnd()
    outbox.add({ id: newId(), kind: 'press', text: choice.label, nonce: choice.nonce })
  },
})

let chat
let last
let failures = 0

function connected(yes, why = say.offline) {
  failures = yes ? 0 : failures + 1
  const words = failures > 0 ? why : ''
  if (at('banner').textContent !== words) at('banner').textContent = words
  if (yes) listener.listen()
}

function show(lines) {
  const firstLook = last === undefined
  const fresh = talk.add(lines, !firstLook)
  last = Math.max(last ?? 0, ...lines.map((line) => line.id))
  const heard = fresh.filter((line) => line.from === 'house').length
  if (heard === 0 || firstLook) return
  if (!atEnd) at('newer').hidden = false
  if (document.hidden) unread += heard
  document.title = unread > 0 ? `(${unread}) ${title}` : title
}

/** Opens or confirms the session, with the code of an invitation if the address brought one. */
async function enter() {
  const code = new URLSearchParams(location.search).get('code')
  const id = store.read('hello', newId())
  if (code) store.write('hello', id)
  const answer = await post('hello', code ? { code, id } : {})
  if (answer.kind !== 'done') return false
  if (code) history.replaceState(null, '', location.pathname)
  store.write('hello', null)
  if (chat !== undefined && chat !== answer.chat) {
    talk.clear()
    last = undefined
  }
  chat = answer.chat
  return true
}

let reading = false
let readAgain = false

async function read() {
  if (reading) return void (readAgain = true)
  reading = true
  try {
    do {
      readAgain = false
      if (chat === undefined && !(await enter())) return connected(false)
      const answer = await readLines(last)
      if (answer.kind === 'again' && (await enter())) readAgain = true
      else if (answer.kind !== 'done') return connected(false)
      else {
        show(answer.lines)
        connected(true)
      }
    } while (readAgain)
  } finally {
    reading = false
    plan()
  }
}

// Reading by the clock covers what no event tells: another process's lines, and a stream that died silently.
const listener = new Listener(read)
let soon = []
let timer

function plan() {
  clearTimeout(timer)
  const usual = document.hidden
    ? 45_000
    : listener.live
      ? 8_000
      : Math.min(4_000 * 2 ** (failures >> 2), 15_000)
  timer = setTimeout(read, soon.shift() ?? usual)
}

function expectAnswer() {
  soon = [400, 800, 1_500, 3_000]
  plan()
}

// ── writing ──

async function deliver(item, onProgress) {
  const { id, kind, nonce } = item
  const once = () => {
    if (kind === 'photo') return postPhoto({ id, text: item.text, photo: item.photo }, onProgress)
    if (kind === 'press') return post('buttons', { id, nonce, label: item.text })
    return post('messages', { id, text: item.text })
  }
  const answer = await once()
  if (answer.kind === 'again' && (await enter())) return once()
  if (answer.offline) read()
  return answer
}

const unsentActions = { resend: () => outbox.resend(), dismiss: (item) => outbox.remove(item) }
const outbox = new Outbox({
  store,
  deliver,
  onChange: () => talk.showUnsent(outbox.items, unsentActions),
  onSent(line) {
    talk.add([line], false)
    expectAnswer()
  },
})

function speak(words) {
  toEnd()
  outbox.add({ id: newId(), kind: 'text', text: words })
}

async function sendWritten() {
  const words = text.value.trim()
  const photos = chosen.take()
  if (words === '' && photos.length === 0) return text.focus()
  text.value = ''
  keepDraft()
  if (photos.length === 0) return speak(words)
  toEnd()
  const smaller = await Promise.all(photos.map(shrink))
  smaller.forEach((photo, index) => {
    const item = { id: newId(), kind: 'photo', text: index === 0 ? words : '', photo }
    outbox.add(photo.size > largest ? { ...item, state: 'refused', say: say.tooLarge } : item)
  })
}

function keepDraft() {
  store.write('draft', text.value)
  text.style.height = 'auto'
  text.style.height = `${text.scrollHeight + 2}px`
}

text.value = store.read('draft', '')
keepDraft()
text.addEventListener('input', keepDraft)
text.addEventListener('keydown', (event) => {
  // An Enter that ends the choosing of Chinese characters belongs to the input method (229 in old Safari).
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
  event.preventDefault()
  void sendWritten()
})
at('write').addEventListener('submit', (event) => {
  event.preventDefault()
  void sendWritten()
})
// The words the house knows, whatever language the page is in; staff have their own two.
const [menuWord, humanWord] = side === 'staff' ? ['待办', '帮助'] : ['菜单', '人工']
at('menu').addEventListener('click', () => speak(menuWord))
at('human').addEventListener('click', () => speak(humanWord))

const chosen = new Chosen(at('chosen'))
const picker = at('photo').querySelector('input')
picker.addEventListener('change', () => {
  chosen.add(picker.files)
  picker.value = ''
})
text.addEventListener('paste', (event) => {
  chosen.add([...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith('image/')))
})

// ── the screen ──

function setLarge(large) {
  root.classList.toggle('large', large)
  at('large').setAttribute('aria-pressed', String(large))
  keepDraft()
}

function remembered() {
  try {
    return localStorage.getItem('guanjia.large') === 'yes'
  } catch {
    return false
  }
}

setLarge(remembered())
at('large').addEventListener('click', () => {
  const large = !root.classList.contains('large')
  setLarge(large)
  try {
    localStorage.setItem('guanjia.large', large ? 'yes' : 'no')
  } catch {
    // Then it is chosen again next time.
  }
})

// iOS lays its keyboard over the page instead of making the page smaller.
window.visualViewport?.addEventListener('resize', () => {
  if (visualViewport.scale === 1) root.style.setProperty('--tall', `${visualViewport.height}px`)
})

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return
  unread = 0
  document.title = title
  void read()
})
window.addEventListener('pageshow', (event) => event.persisted && read())
window.addEventListener('offline', () => connected(false))
window.addEventListener('online', () => {
  void read()
  void outbox.go()
})

talk.showUnsent(outbox.items, unsentActions)
void read().then(() => outbox.go())
