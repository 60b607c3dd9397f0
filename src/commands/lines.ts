/** Text that comes in pieces, as lines with their numbers; a piece may end inside a letter. */
export interface Line {
  readonly number: number
  readonly text: string
}

export async function* linesOf(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder()
  let rest = ''
  let number = 0
  for await (const piece of pieces) {
    const parts =
      `${rest}${typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })}`.split('\n')
    rest = parts.pop() ?? ''
    if (parts.length > 0)
      yield parts.map((text) => ({ number: (number += 1), text: text.replace(/\r$/, '') }))
  }
  rest += decoder.decode()
  if (rest !== '') yield [{ number: number + 1, text: rest.replace(/\r$/, '') }]
}
