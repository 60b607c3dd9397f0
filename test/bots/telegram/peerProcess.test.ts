import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { telegramChannel } from '../../../src/bots/telegram/index.ts'
import type { Message } from '../../../src/domain/message.ts'
import { remoteTelegram, serverError } from '../../peers/telegramServer.ts'
import { captureLog, eventually, fast, steady } from './harness.ts'

const script = fileURLToPath(new URL('../../peers/telegramServerProcess.ts', import.meta.url))

let server: ChildProcess | undefined
afterEach(() => server?.kill('SIGKILL'))

test('the Bot API server runs as its own process and is steered from outside', async () => {
  server = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await new Promise<string>((resolve) =>
    server!.stdout!.once('data', (data: Buffer) => resolve(data.toString())),
  )
  const { root, token } = JSON.parse(line) as { root: string; token: string }
  const control = remoteTelegram(root)
  const received: Message[] = []
  const channel = telegramChannel({
    token,
    apiRoot: root,
    mode: 'polling',
    log: captureLog(),
    chance: steady,
    timing: fast,
  })
  await channel.start(async (message) => void received.push(message))

  await control('says', '厨房漏水', { who: 3 })
  await control('sendsPhoto', Buffer.from('a photo').toString('base64'), '这里', { who: 3 })
  await control('presses', 'nonce-1', { who: 3 })
  await eventually(() => received.length === 3, 'all three')

  await control('fault', 'sendMessage', serverError, 1)
  const { address } = received[0]!
  expect(await channel.send(address, { text: '收到' })).toMatchObject({ kind: 'retry' })
  expect(await channel.send(address, { text: '收到' })).toMatchObject({ kind: 'sent' })
  expect(await control('delivered', 0)).toMatchObject([{ chat: '70003', text: '收到' }])
  await channel.stop()
  expect(await control('state')).toMatchObject({ delivered: 1, struck: { error: 1 } })
  await expect(control('nonsense')).rejects.toThrow('no such control')
})
