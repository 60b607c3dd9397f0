import { connect, createServer, type Socket } from 'node:net'

/** A TCP proxy that can cut its connections, or swallow everything on them without closing. */
export interface WeChatProxy {
  readonly endpoint: string
  cut(): void
  blackHole(on: boolean): void
  close(): Promise<void>
}

export async function openWeChatProxy(targetPort: number): Promise<WeChatProxy> {
  const sockets = new Set<Socket>()
  let swallowing = false
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1')
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => void (swallowing || to.destroyed || to.write(bytes)))
      from.on('error', () => {})
      from.on('close', () => {
        sockets.delete(from)
        if (!swallowing) to.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    endpoint: `127.0.0.1:${port}`,
    cut,
    blackHole(on) {
      swallowing = on
      if (!on) cut()
    },
    async close() {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
