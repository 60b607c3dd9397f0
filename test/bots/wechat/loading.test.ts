import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

test('only what a session loads imports wechaty: a house without WeChat does not pay for it', async () => {
  const folder = new URL('../../../src/bots/wechat/', import.meta.url)
  const heavy = []
  for (const name of await readdir(folder)) {
    const source = await readFile(new URL(name, folder), 'utf8')
    if (/^import (?!type).*'(wechaty|file-box)/m.test(source)) heavy.push(name)
  }
  expect(heavy.sort()).toEqual(['puppet.ts', 'session.ts', 'toMessage.ts'])
  const light = await readFile(new URL('supervise.ts', folder), 'utf8')
  expect(light).toMatch(/await import\('.\/session.ts'\)/)
})
