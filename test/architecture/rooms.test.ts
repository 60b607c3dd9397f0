/** Reads the import lines and keeps the table of rooms in docs/ARCHITECTURE.md true. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = new URL('../../src/', import.meta.url).pathname

/** Which rooms a room may import from; `types:` allows type imports only. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  language: ['domain'],
  wording: ['domain'],
  machines: ['domain', 'wording', 'types:language'],
  desk: ['domain', 'language', 'machines', 'wording'],
  db: ['domain', 'types:desk', 'desk/identity/redeemCode.ts', 'desk/estate/estateFile.ts'],
  'bots/telegram': ['domain', 'types:desk'],
  'bots/wechat': ['domain', 'types:desk'],
  'bots/web': ['domain', 'types:desk'],
  scheduler: ['desk'],
  edge: ['domain', 'types:desk', 'types:db', 'config.ts'],
}

/** Libraries that do I/O or belong to one room only. */
const libraries: Readonly<Record<string, readonly string[]>> = {
  xstate: ['machines'],
  'drizzle-orm': ['db'],
  postgres: ['db'],
  '@electric-sql/pglite': ['db'],
  telegraf: ['bots/telegram'],
  wechaty: ['bots/wechat'],
  'wechaty-puppet-service': ['bots/wechat'],
  'node-cron': ['scheduler'],
  hono: ['bots/web', 'edge'],
  pino: ['edge'],
  sharp: ['edge'],
}

interface Line {
  readonly file: string
  readonly room: string
  readonly to: string
  readonly typeOnly: boolean
}

function files(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(dir, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(dir, entry.name)]
        : [],
  )
}

function roomOf(path: string): string {
  const parts = relative(src, path).split('/')
  return parts[0] === 'bots'
    ? parts.slice(0, 2).join('/')
    : parts.length === 1
      ? (parts[0] ?? '')
      : (parts[0] ?? '')
}

const imports: Line[] = files(src).flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\s+(type\s+)?(?:[\s\S]*?\sfrom\s+)?'([^']+)'/gm,
    ),
  ].map((found) => ({
    file: relative(src, file),
    room: roomOf(file),
    to: (found[2] ?? '').startsWith('.')
      ? relative(src, join(dirname(file), found[2] ?? ''))
      : (found[2] ?? ''),
    typeOnly: found[1] !== undefined,
  })),
)

function isAllowed({ room, to, typeOnly }: Line): boolean {
  const target = to.startsWith('bots/') ? to.split('/').slice(0, 2).join('/') : (to.split('/')[0] ?? '')
  if (target === room) return true
  return (rooms[room] ?? []).some((rule) => {
    const [kind, name] = rule.includes(':') ? rule.split(':') : ['any', rule]
    return (name === target || name === to) && (kind === 'any' || typeOnly)
  })
}

describe('the rooms of the house', () => {
  it('there are import lines to read', () => {
    expect(imports.length).toBeGreaterThan(200)
  })

  for (const room of Object.keys(rooms)) {
    it(`${room} imports only what it may`, () => {
      const strays = imports.filter((line) => line.room === room && /\.ts$/.test(line.to) && !isAllowed(line))
      expect(strays.map((line) => `${line.file} → ${line.to}`)).toEqual([])
    })
  }

  it('a library with a room of its own is imported nowhere else', () => {
    const strays = imports.filter((line) => {
      const name = Object.keys(libraries).find((each) => line.to === each || line.to.startsWith(`${each}/`))
      const owners = name === undefined ? undefined : libraries[name]
      return owners !== undefined && !owners.includes(line.room)
    })
    expect(strays.map((line) => `${line.file} → ${line.to}`)).toEqual([])
  })

  it('nobody imports the wiring', () => {
    const strays = imports.filter(
      (line) => (line.to === 'main.ts' || line.to === 'cli.ts') && !line.file.startsWith('commands/'),
    )
    expect(strays.map((line) => line.file)).toEqual([])
  })
})
