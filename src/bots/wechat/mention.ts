/** WeChat ends a mention chosen from its list with U+2005; people who type one end it as they like. */
const end = '\u2005'

/** Cuts the bot's name off `@name text`, and tells whether the text is addressed to the bot. */
export function cutMention(
  text: string,
  ours: readonly (string | undefined)[],
  byId: boolean,
): { text: string; addressed: boolean } {
  const names = ours.filter((name): name is string => !!name?.trim()).sort((a, b) => b.length - a.length)
  const trimmed = text.trimStart()
  for (const name of names) {
    if (!/^[@＠]/.test(trimmed) || !trimmed.startsWith(name, 1)) continue
    const rest = trimmed.slice(1 + name.length)
    // `@管家婆` chosen from the list begins with `@管家` and is somebody else.
    const goesOn = /^[\p{L}\p{N}_]/u.test(rest)
    if (!byId && goesOn && rest.split(/[@＠]/, 1)[0]?.includes(end)) continue
    return { text: rest.trim(), addressed: true }
  }
  if (!byId) return { text, addressed: false }
  for (const name of names) {
    for (const mention of [`@${name}${end}`, `@${name} `, `@${name}`]) {
      if (text.includes(mention)) return { text: text.replace(mention, ' ').trim(), addressed: true }
    }
  }
  return { text: text.replace(/^\s*[@＠][^\s\u2005]+(\u2005|\s|$)/, '').trim(), addressed: true }
}
