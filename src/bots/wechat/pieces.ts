import type { Outgoing } from '../../domain/outgoing.ts'

/** Personal WeChat has no buttons: the choices stand under the text, numbered, and the desk maps back. */
export function asMenu({ text, choices = [] }: Outgoing): string {
  const lines = choices.map((choice, index) => `${index + 1} ${choice.label}`)
  return [text, ...lines].filter((line) => line !== '').join('\n')
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Pieces of at most `max` code units that never cut a character; a line end is the better place to cut. */
export function split(text: string, max: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > max) {
    const cut = cutBefore(rest, max)
    pieces.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  if (rest.trim() !== '') pieces.push(rest)
  return pieces.map((piece) => piece.replace(/^\n+|\n+$/g, '')).filter((piece) => piece !== '')
}

function cutBefore(text: string, max: number): number {
  const line = text.lastIndexOf('\n', max)
  if (line >= max / 2) return line
  let cut = 0
  for (const { index } of graphemes.segment(text.slice(0, max + 64))) {
    if (index > max) break
    cut = index
  }
  return cut > 0 ? cut : max
}
