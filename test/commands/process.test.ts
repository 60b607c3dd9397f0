/** The same through a real process: what the shell sees is stdout, stderr and the exit code. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workshop } from './terminal.ts'

const isWired = /understandCommand/.test(readFileSync('src/cli.ts', 'utf8'))
const minute = 60_000

describe.skipIf(!isWired)('guanjia as a process', () => {
  let shop: Awaited<ReturnType<typeof workshop>>
  beforeAll(async () => {
    shop = await workshop()
  })
  afterAll(() => shop.clear())

  const guanjia = (args: readonly string[], stdin = '') =>
    new Promise<{ exit: number | null; out: string; err: string }>((done, failed) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
        env: { PATH: process.env['PATH'], ...shop.env },
      })
      let out = ''
      let err = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
      child.on('error', failed).on('close', (exit) => done({ exit, out, err }))
      child.stdin.end(stdin)
    })

  it(
    'understands lines of stdin and keeps its notes off stdout',
    async () => {
      const lines = '{"id":"a","text":"水管漏水，明天下午3点来"}\nnonsense\n'
      const { exit, out, err } = await guanjia(['understand', '--now', '2026-11-18T10:00+08:00'], lines)
      expect(JSON.parse(out)).toMatchObject({ id: 'a', intent: 'repair.create' })
      expect(err).toMatch(/^line 2: not JSON/m)
      expect(exit).toBe(1)
    },
    minute,
  )

  it(
    'names the lines of a file it refuses',
    async () => {
      const file = await shop.file('bad.csv', '类型,姓名\n花园,x\n小区,花园')
      const { exit, out, err } = await guanjia(['estate', 'import', file])
      expect({ exit, out }).toEqual({ exit: 1, out: '' })
      expect(err).toMatch(/第 2 行 \(line 2\) 类型 type/)
    },
    minute,
  )

  it(
    'prints the records of what it imported into: none yet',
    async () => {
      expect(await guanjia(['estate', 'import', 'examples/estate.csv'])).toMatchObject({ exit: 0 })
      expect(await guanjia(['records', '--estate', '阳光花园'])).toEqual({ exit: 0, out: '', err: '' })
    },
    minute,
  )
})
