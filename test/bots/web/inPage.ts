/** What the browser tests run inside the page: each function stands alone and sees only the page. */

interface El {
  readonly textContent: string
  readonly clientWidth: number
  readonly scrollWidth: number
  readonly parentElement: El | null
  readonly ariaLabel: string | null
  readonly type?: string
  getBoundingClientRect(): { width: number; height: number }
}
interface Win {
  readonly document: {
    querySelectorAll(selector: string): Iterable<El>
    documentElement: El
    activeElement: El
  }
  readonly getComputedStyle: (element: El) => { fontSize: string; color: string; backgroundColor: string }
}

export function measure() {
  const { document, getComputedStyle } = globalThis as unknown as Win
  const shown = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((one) => one.getBoundingClientRect().width > 1)
  const heights = shown('button:enabled, #photo, textarea').flatMap((one) => {
    const { width, height } = one.getBoundingClientRect()
    return [width, height]
  })
  const texts = shown('p, button, time, textarea, h1, label, span').filter((one) => one.textContent !== '')
  return {
    smallestTarget: Math.min(...heights),
    smallestText: Math.min(...texts.map((one) => parseFloat(getComputedStyle(one).fontSize))),
    tooWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }
}

export function contrasts(): readonly (readonly [string, number])[] {
  const { document, getComputedStyle } = globalThis as unknown as Win
  const numbers = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number)
  const behind = (one: El | null): number[] => {
    if (!one) return [255, 255, 255]
    const color = numbers(getComputedStyle(one).backgroundColor)
    return color.length === 3 ? color : behind(one.parentElement)
  }
  const luminance = (color: number[]) =>
    color
      .slice(0, 3)
      .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0)
  return [...document.querySelectorAll('.bubble p, .state, .when, button, h1, label, #banner, textarea')].map(
    (one) => {
      const pair = [luminance(numbers(getComputedStyle(one).color)), luminance(behind(one))].sort(
        (a, b) => b - a,
      )
      return [one.textContent || 'textarea', ((pair[0] ?? 0) + 0.05) / ((pair[1] ?? 0) + 0.05)] as const
    },
  )
}

export function focused(): string {
  const { activeElement } = (globalThis as unknown as Win).document
  return activeElement.ariaLabel ?? (activeElement.textContent.trim() || (activeElement.type ?? ''))
}
