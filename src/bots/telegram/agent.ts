/**
 * The sockets under the API client. Node waits for a connection as long as the kernel does, and a
 * connection that hangs looks like an answer that hangs: a send would count as perhaps delivered though
 * nothing was ever written. So connecting has its own, shorter limit and its own error.
 *
 * An idle socket is given up before the server does: a request written into a closing socket is
 * neither delivered nor refused.
 */
import http from 'node:http'
import https from 'node:https'

const idleMs = 5_000

export function agentFor(apiRoot: string, connectMs: number): http.Agent {
  const secure = apiRoot.startsWith('https:')
  const options = { keepAlive: true, timeout: idleMs, maxFreeSockets: 8 }
  const agent = secure ? new https.Agent(options) : new http.Agent(options)
  const connect = agent.createConnection.bind(agent)
  agent.createConnection = (target, done) => {
    const socket = connect(target, done)
    if (!socket) return socket
    const limit = setTimeout(() => socket.destroy(new Error('connect ETIMEDOUT')), connectMs)
    const clear = () => clearTimeout(limit)
    socket.once(secure ? 'secureConnect' : 'connect', clear)
    socket.once('close', clear)
    return socket
  }
  return agent
}
