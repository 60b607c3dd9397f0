/** What the learned weights look at: Han characters in runs of one to three, other words in ones and twos. */
export function featuresOf(text: string): string[] {
  const units = unitsOf(text.length > 400 ? `${text.slice(0, 300)} ${text.slice(-100)}` : text)
  const found = new Set<string>()
  for (let i = 0; i < units.length; i++) {
    const a = units[i] ?? ''
    const b = units[i + 1]
    const c = units[i + 2]
    if (a !== ' ' && a !== '^' && a !== '$') found.add(a)
    if (b === undefined) continue
    const wide = a.length > 1 || b.length > 1
    if (a !== ' ' || b !== ' ') found.add(wide ? `${a} ${b}` : a + b)
    if (c !== undefined && !wide && c.length === 1 && a !== ' ' && b !== ' ' && c !== ' ')
      found.add(a + b + c)
  }
  return [...found]
}

/** Numbers are alike to the weights, and so are all pauses. */
function unitsOf(text: string): string[] {
  const units: string[] = ['^']
  for (const [unit] of text.matchAll(
    /\d+|[a-z]+(?:'[a-z]+)?|[?!]|[\u3400-\u9fff]|[\ud800-\udbff][\udc00-\udfff]|[^\sa-z\d]|\s+/g,
  )) {
    if (/^\d/.test(unit)) units.push('0')
    else if (/^[a-z]/.test(unit)) units.push(unit)
    else if (/^[?!\u3400-\u9fff\ud800-\udbff]/.test(unit)) units.push(unit)
    else if (units.at(-1) !== ' ') units.push(' ')
  }
  units.push('$')
  return units
}
