const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/**
 * Cuts a long text into parts of at most `max` UTF-16 units, after a line break where the part's second
 * half has one, else between two graphemes: never inside an emoji or an accented letter. The parts put
 * together are the text.
 */
export function split(text: string, max: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > max) {
    const cut = cutBefore(rest, max)
    parts.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return [...parts, rest]
}

function cutBefore(text: string, max: number): number {
  const grapheme = graphemes.segment(text.slice(0, max * 2)).containing(max)?.index ?? max
  const line = text.lastIndexOf('\n', grapheme - 1) + 1
  if (line > max / 2) return line
  if (grapheme > 0) return grapheme
  // One grapheme longer than a whole message: only a pile of accents is, and a code point stays whole.
  return text.codePointAt(max - 1)! > 0xffff ? max - 1 : max
}
