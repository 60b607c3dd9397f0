/**
 * The same gateway in a process of its own, so that it can be killed. Run as a script it opens one and
 * answers calls over IPC; imported it starts that script.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openWeChatGateway, type WeChatGateway } from './wechatGateway.ts'

type Method = Exclude<keyof WeChatGateway, 'port' | 'endpoint' | 'close'>

interface Call {
  readonly id: number
  readonly method: Method
  readonly args: unknown[]
}
interface Answer {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}

export interface GatewayProcess {
  call<M extends Method>(method: M, ...args: Parameters<WeChatGateway[M]>): ReturnType<WeChatGateway[M]>
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
}

const script = fileURLToPath(import.meta.url)

export async function startGatewayProcess(port: number): Promise<GatewayProcess> {
  const child = fork(script, [String(port)], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.on('message', (answer: Answer) => {
      if (answer.id === 0) resolve()
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
    })
    void gone.then(() => reject(new Error('the gateway process ended')))
  })

  let calls = 0
  return {
    call: ((method: Method, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const call: Call = { id: ++calls, method, args }
        waiting.set(call.id, ({ value, error }) =>
          error ? reject(new Error(error)) : resolve(value as never),
        )
        child.send(call)
      })) as GatewayProcess['call'],
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function serve(parent: Pick<ChildProcess, 'send' | 'on'>, port: number): Promise<void> {
  const gateway = await openWeChatGateway({ port })
  const answer = (message: Answer) => void parent.send(message)
  parent.on('message', ({ id, method, args }: Call) => {
    const methods = gateway as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>
    methods[method]!(...args).then(
      (value) => answer({ id, value }),
      (error: unknown) => answer({ id, error: String(error) }),
    )
  })
  parent.on('disconnect', () => process.exit(0))
  answer({ id: 0 })
}

if (process.argv[1] === script && process.send)
  await serve(process as unknown as Pick<ChildProcess, 'send' | 'on'>, Number(process.argv[2]))
