/** Cuts a long text into pieces that give the whole text again, at line ends or sentence ends where it can. */
export function split(text: string, max: number): readonly string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > max) {
    const cut = whereToCut(rest, max)
    pieces.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return [...pieces, rest]
}

function whereToCut(text: string, max: number): number {
  const head = text.slice(0, max)
  const line = head.lastIndexOf('\n') + 1
  if (line > max / 2) return line
  const stop = Math.max(...['。', '！', '？', '；', '. '].map((mark) => head.lastIndexOf(mark))) + 1
  return stop > max / 2 ? stop : betweenGraphemes(text, max)
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
/** Longer than any family of emoji; what is longer still is not a character but a joke. */
const around = 64

function betweenGraphemes(text: string, max: number): number {
  const from = Math.max(0, max - around)
  const starts = [...graphemes.segment(text.slice(from, max + around))].map(({ index }) => from + index)
  const cut = starts.findLast((start) => start > from && start <= max)
  if (cut !== undefined) return cut
  return isLeadingHalf(text.charCodeAt(max - 1)) ? max - 1 : max
}

function isLeadingHalf(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}
