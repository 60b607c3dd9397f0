/**
 * The Bot API server as a process of its own, so that killing a bot process leaves it standing.
 * `node --import tsx test/peers/telegramServerProcess.ts` with TELEGRAM_PEER_PORT (default: any free
 * one) and TELEGRAM_PEER_TOKEN; prints one line of JSON with its address when it is ready.
 */
import { telegramServer, testToken } from './telegramServer.ts'

const server = await telegramServer({
  port: Number(process.env['TELEGRAM_PEER_PORT'] ?? 0),
  token: process.env['TELEGRAM_PEER_TOKEN'] ?? testToken,
  anyChat: process.env['TELEGRAM_PEER_ANY_CHAT'] === '1',
})
console.log(JSON.stringify({ root: server.root, port: server.port, token: server.token }))

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)))
}
