/**
 * The page's side of the wire. Every answer is one of: done; `again` (the session ended: say hello, then
 * the same once more); `later` (nothing certain: the same again, with the same id); `refused` (never).
 */
const side = document.documentElement.dataset.side
const base = `/chat/${side}`
const patience = 20_000

/** Works without a secure context too, where crypto.randomUUID does not exist. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function verdict(status, body) {
  if (status === 200) return { kind: 'done', ...body }
  if (status === 401) return { kind: 'again' }
  if (status === 429) return { kind: 'later', say: body?.say }
  if (status >= 400 && status !== 408 && (status < 500 || status === 507)) {
    return { kind: 'refused', say: body?.say }
  }
  return { kind: 'later' }
}

async function ask(path, init) {
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), patience)
  try {
    const response = await fetch(base + path, { ...init, signal: control.signal })
    return verdict(response.status, await response.json().catch(() => undefined))
  } catch {
    return { kind: 'later', offline: true }
  } finally {
    clearTimeout(timer)
  }
}

export function post(what, fields) {
  return ask(`/${what}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Guanjia': '1' },
    body: JSON.stringify(fields),
  })
}

export function readLines(after) {
  return ask(after === undefined ? '/lines' : `/lines?after=${after}`)
}

/** XMLHttpRequest, because fetch does not tell how much of a body has gone out. */
export function postPhoto({ id, text, photo }, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${base}/photos`)
    request.timeout = 6 * patience
    request.responseType = 'json'
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('X-Guanjia', '1')
    request.setRequestHeader('X-Guanjia-Id', id)
    request.setRequestHeader('X-Guanjia-Caption', encodeURIComponent(text.toWellFormed?.() ?? text))
    request.upload.onprogress = (event) => onProgress(event.loaded / event.total)
    request.onload = () => resolve(verdict(request.status, request.response))
    request.onerror = request.onabort = request.ontimeout = () => resolve({ kind: 'later', offline: true })
    request.send(photo)
  })
}

/** Listens for "there is more". Silence for two beats means it listens no longer. */
export class Listener {
  #source
  #heard = 0
  #onMore

  constructor(onMore) {
    this.#onMore = onMore
  }

  get live() {
    return this.#source?.readyState === EventSource.OPEN && performance.now() - this.#heard < 50_000
  }

  listen() {
    if (this.live || this.#source?.readyState === EventSource.CONNECTING) return
    this.close()
    const source = new EventSource(`${base}/events`)
    source.addEventListener('open', () => (this.#heard = performance.now()))
    source.addEventListener('beat', () => (this.#heard = performance.now()))
    source.addEventListener('more', () => {
      this.#heard = performance.now()
      this.#onMore()
    })
    source.addEventListener('error', () => this.#onMore())
    this.#source = source
  }

  close() {
    this.#source?.close()
    this.#source = undefined
  }
}
