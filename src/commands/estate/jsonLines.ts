/** On which line of a JSON text each value begins. The text is known to parse. */
export function jsonLines(text: string): (path: readonly (string | number)[]) => number {
  const lines = new Map<string, number>()
  const open: { key: string | number; isList: boolean }[] = []
  let line = 1
  let key = ''
  let isKeyNext = false
  const begin = () => lines.set(pathKey(open.map((each) => each.key)), line)
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:\n]|[^\s{}[\],:"]+/g)) {
    const top = open.at(-1)
    if (token === '\n') line += 1
    else if (token === '{' || token === '[') {
      begin()
      open.push({ key: token === '[' ? 0 : '', isList: token === '[' })
      isKeyNext = token === '{'
    } else if (token === '}' || token === ']') open.pop()
    else if (token === ',' && top?.isList === true) top.key = Number(top.key) + 1
    else if (token === ',') isKeyNext = true
    else if (token === ':' && top !== undefined) {
      top.key = key
      isKeyNext = false
    } else if (isKeyNext) {
      key = JSON.parse(token) as string
      lines.set(pathKey([...open.slice(0, -1).map((each) => each.key), key]), line)
    } else begin()
  }
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const found = lines.get(pathKey(path.slice(0, length)))
      if (found !== undefined) return found
    }
    return 1
  }
}

const pathKey = (path: readonly (string | number)[]) => JSON.stringify(path)
