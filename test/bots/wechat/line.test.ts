import { afterEach, describe, expect, test } from 'vitest'
import { wechatChannel } from '../../../src/bots/wechat/index.ts'
import { freePort, openWeChatGateway, resident, self } from '../../peers/wechatGateway.ts'
import { startGatewayProcess } from '../../peers/wechatGatewayProcess.ts'
import { openWeChatProxy } from '../../peers/wechatProxy.ts'
import { eventually, online, openHouse, type House } from './harness.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})
async function kept<T>(what: T | Promise<T>, close: (what: T) => Promise<unknown>): Promise<T> {
  const value = await what
  closers.push(() => close(value))
  return value
}
const gatewayAt = (options: Parameters<typeof openWeChatGateway>[0] = {}) =>
  kept(openWeChatGateway(options), (gateway) => gateway.close())
const houseAt = async (endpoint: string, options: Parameters<typeof openHouse>[1] = {}) => {
  const house = await kept(openHouse(endpoint, options), (it) => it.close())
  await house.start()
  return house
}
const proxyTo = (port: number) => kept(openWeChatProxy(port), (proxy) => proxy.close())
const texts = (house: House) => house.received.map((it) => ('text' in it ? it.text : it.kind))
const isOnline = (house: House) => eventually(online(house), 'online')
const isOffline = (house: House) => eventually(() => house.channel.status().state === 'offline', 'offline')

describe('the line to the gateway', () => {
  test('before the start it is off', async () => {
    const house = await kept(openHouse('127.0.0.1:1'), (it) => it.close())
    expect(house.channel.status()).toEqual({ state: 'off' })
    expect(house.channel.account).toBe('')
  })

  test('a killed gateway that comes back is used again, and the gap is told', async () => {
    const port = await freePort()
    const first = await startGatewayProcess(port)
    closers.push(() => first.kill())
    const house = await houseAt(`127.0.0.1:${port}`)
    await isOnline(house)
    await first.call('says', '之前')
    await eventually(() => texts(house).includes('之前'), 'the message before')

    await first.kill()
    await isOffline(house)
    expect(house.gaps).toHaveLength(1)
    expect(house.gaps[0]).toMatchObject({ to: undefined, reason: 'gateway unreachable' })
    expect(await house.channel.send({ channel: 'wechat', account: self, chat: 'x' }, { text: '在' })).toEqual(
      {
        kind: 'retry',
        reason: 'WeChat is offline',
      },
    )

    const second = await gatewayAt({ port })
    await isOnline(house)
    await second.says('之后')
    await eventually(() => texts(house).includes('之后'), 'the message after')
    expect(texts(house)).toEqual(['之前', '之后'])
    expect(house.gaps).toHaveLength(2)
    const [down, back] = house.gaps
    expect(back).toMatchObject({ from: down!.from, reason: down!.reason })
    expect(back!.to!.getTime()).toBeGreaterThan(back!.from.getTime())
  }, 60_000)

  test('a gateway that is not up at the start is waited for', async () => {
    const port = await freePort()
    const house = await houseAt(`127.0.0.1:${port}`)
    await eventually(() => house.gaps.length === 1, 'the gap')
    expect(house.channel.status()).toMatchObject({ state: 'offline', reason: 'gateway unreachable' })
    const gateway = await gatewayAt({ port })
    await isOnline(house)
    await gateway.says('你好')
    await eventually(() => texts(house).includes('你好'), 'a message')
    expect(house.channel.account).toBe(self)
  })

  test('a wrong token is told and tried again, without end', async () => {
    const gateway = await gatewayAt({ token: 'insecure_another' })
    const house = await houseAt(gateway.endpoint)
    await eventually(
      () => JSON.stringify(house.channel.status()).includes('gateway refused the token'),
      'the refusal',
    )
    await eventually(() => house.logged.filter(({ event }) => event === 'wechat.down').length >= 3, 'tries')
    expect(house.gaps).toHaveLength(1)
  })

  test('a black hole is noticed and left', async () => {
    const gateway = await gatewayAt()
    const proxy = await proxyTo(gateway.port)
    const house = await houseAt(proxy.endpoint)
    await isOnline(house)
    proxy.blackHole(true)
    await isOffline(house)
    expect(house.channel.status()).toMatchObject({ reason: 'no sign of life' })
    proxy.blackHole(false)
    await isOnline(house)
    await gateway.says('回来了')
    await eventually(() => texts(house).includes('回来了'), 'a message after it')
  })

  test('a send into a black hole is unknown, not lost and not refused', async () => {
    const gateway = await gatewayAt()
    const proxy = await proxyTo(gateway.port)
    const house = await houseAt(proxy.endpoint)
    await isOnline(house)
    proxy.blackHole(true)
    const outcome = await house.channel.send(
      { channel: 'wechat', account: self, chat: resident() },
      { text: '在吗' },
    )
    expect(outcome).toEqual({ kind: 'unknown', reason: 'the gateway did not answer in time' })
  })

  test('ten cuts leave nothing behind, and the gateway running', async () => {
    const gateway = await gatewayAt()
    const proxy = await proxyTo(gateway.port)
    const house = await houseAt(proxy.endpoint)
    await isOnline(house)
    const before = await gateway.counts()
    const processListeners = () =>
      process.eventNames().reduce((sum, it) => sum + process.listenerCount(it), 0)
    const onProcess = processListeners()
    const held = () => {
      const resources = process.getActiveResourcesInfo()
      return ['TCPSocketWrap', 'Timeout'].map((kind) => resources.filter((it) => it === kind).length)
    }
    const heldBefore = held()
    for (let cut = 1; cut <= 10; cut++) {
      proxy.cut()
      await eventually(() => house.gaps.length === 2 * cut, `back after cut ${cut}`)
      await isOnline(house)
      await gateway.says(`第${cut}次`)
      await eventually(() => house.received.length === cut, `a message after cut ${cut}`)
    }
    await eventually(async () => (await gateway.counts()).listeners === before.listeners, 'listeners')
    await eventually(
      () => held().every((count, kind) => count <= heldBefore[kind]! + 1),
      'sockets and timers',
    )
    expect(processListeners()).toBe(onProcess)
    expect(await gateway.counts()).toMatchObject({ stops: 0, logouts: 0 })
    expect(texts(house)).toHaveLength(10)
  })

  test('a second client that finds the stream taken says so, and takes over when it is free', async () => {
    const gateway = await gatewayAt()
    const first = await houseAt(gateway.endpoint)
    await isOnline(first)
    const second = await houseAt(gateway.endpoint)
    await eventually(() => second.gaps.length > 0, 'the second one noticing')
    expect(second.channel.status()).toMatchObject({ state: 'offline' })
    expect(first.channel.status()).toMatchObject({ state: 'online' })
    await first.channel.stop()
    await isOnline(second)
    expect(await gateway.counts()).toMatchObject({ stops: 0, logouts: 0 })
  })
})

describe('the login on the phone', () => {
  test('a gateway nobody logged in on needs a login, with its code', async () => {
    const gateway = await gatewayAt({ loggedIn: false })
    const house = await houseAt(gateway.endpoint)
    await eventually(() => house.channel.status().state === 'needs-login', 'needs-login')
    await gateway.showsQr('https://login.example/1')
    await eventually(() => house.qrs.length === 1, 'the code')
    expect(house.channel.status()).toMatchObject({ state: 'needs-login', qr: 'https://login.example/1' })
    await gateway.phoneLogsIn()
    await isOnline(house)
    expect(house.channel.status()).toMatchObject({ self })
    expect(house.gaps.at(-1)!.to).toBeInstanceOf(Date)
  })

  test('a logout needs a login, and a new login is heard', async () => {
    const gateway = await gatewayAt()
    const house = await houseAt(gateway.endpoint)
    await isOnline(house)
    await gateway.phoneLogsOut()
    await eventually(() => house.channel.status().state === 'needs-login', 'needs-login')
    expect(house.gaps).toMatchObject([{ to: undefined, reason: 'logged out on the phone' }])
    await gateway.phoneLogsIn()
    await isOnline(house)
    await gateway.says('回来了')
    await eventually(() => texts(house).includes('回来了'), 'a message')
    expect(await gateway.counts()).toMatchObject({ logouts: 0 })
  })

  test('a login in the same moment as the logout is not lost', async () => {
    const gateway = await gatewayAt()
    const house = await houseAt(gateway.endpoint)
    await isOnline(house)
    await Promise.all([gateway.phoneLogsOut(), gateway.phoneLogsIn()])
    await eventually(() => house.gaps.length === 2, 'out and in again')
    expect(house.channel.status().state).toBe('online')
    await gateway.says('还在')
    await eventually(() => texts(house).includes('还在'), 'a message')
  })

  test('a new code to scan means the phone is logged out, whatever was said before', async () => {
    const gateway = await gatewayAt()
    const house = await houseAt(gateway.endpoint)
    await isOnline(house)
    await gateway.showsQr('https://login.example/2')
    await eventually(() => house.channel.status().state === 'needs-login', 'needs-login')
    await gateway.phoneLogsIn()
    await isOnline(house)
  })

  test('what is addressed from another account is not sent', async () => {
    const gateway = await gatewayAt()
    const house = await houseAt(gateway.endpoint)
    await isOnline(house)
    const to = { channel: 'wechat', account: 'wxid_old', chat: resident() } as const
    expect(await house.channel.send(to, { text: '在吗' })).toMatchObject({ kind: 'unreachable' })
    expect(await gateway.sent()).toEqual([])
  })
})

describe('what is configured', () => {
  const build = (token: string, endpoint: string) => () =>
    wechatChannel({ token, endpoint } as Parameters<typeof wechatChannel>[0])

  test.each([
    ['', '127.0.0.1:1', /^WECHATY_PUPPET_SERVICE_TOKEN must/],
    ['no-prefix', '127.0.0.1:1', /^WECHATY_PUPPET_SERVICE_TOKEN must/],
    ['insecure_1', '', /^WECHATY_PUPPET_SERVICE_ENDPOINT must/],
    ['insecure_1', 'example.com', /^WECHATY_PUPPET_SERVICE_ENDPOINT must/],
    ['insecure_1', 'example.com:70000', /^WECHATY_PUPPET_SERVICE_ENDPOINT must/],
  ])('%j at %j is refused in one sentence', (token, endpoint, sentence) => {
    expect(build(token, endpoint)).toThrow(sentence)
  })
})
