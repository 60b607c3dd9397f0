const anyToken = /\d+:[\w-]{30,}/g
const anyBotPath = /\/bot[^/\s]+/g

/** Telegram puts the token into every address, and errors quote addresses. */
export function redacting(token: string): (text: string) => string {
  return (text) =>
    (token === '' ? text : text.replaceAll(token, '[token]'))
      .replace(anyBotPath, '/bot[token]')
      .replace(anyToken, '[token]')
}
