import { describe, expect, it } from 'vitest'
import { gate } from '../../src/db/gate.ts'

/** A piece of work that ends when it is told to. */
function held() {
  let end: () => void = () => {}
  let fail: (error: Error) => void = () => {}
  const done = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return { work: () => done, end: () => end(), fail: () => fail(new Error('failed')) }
}
const turns = async () => {
  for (let n = 0; n < 10; n += 1) await Promise.resolve()
}

describe('the gate', () => {
  it('lets as many in as it has permits, never one more', async () => {
    const gates = gate(3)
    let inside = 0
    let most = 0
    const once = () =>
      gates.pass(async () => {
        inside += 1
        most = Math.max(most, inside)
        await turns()
        inside -= 1
      })
    await Promise.all(Array.from({ length: 50 }, once))
    expect([most, inside, gates.inFlight()]).toEqual([3, 0, 0])
  })

  it('lets the waiting in in the order they came', async () => {
    const gates = gate(1)
    const order: number[] = []
    await Promise.all([1, 2, 3, 4, 5].map((n) => gates.pass(async () => void order.push(n))))
    expect(order).toEqual([1, 2, 3, 4, 5])
  })

  it('counts those inside and those who wait', async () => {
    const gates = gate(2)
    const pieces = [held(), held(), held(), held()]
    const all = pieces.map((piece) => gates.pass(piece.work))
    await turns()
    expect(gates.inFlight()).toBe(4)
    pieces[0]?.end()
    await all[0]
    expect(gates.inFlight()).toBe(3)
    for (const piece of pieces) piece.end()
    await Promise.all(all)
    expect(gates.inFlight()).toBe(0)
  })

  it('a failure gives its permit back and reaches who asked', async () => {
    const gates = gate(1)
    const piece = held()
    const failing = gates.pass(piece.work)
    const next = gates.pass(async () => 'through')
    piece.fail()
    await expect(failing).rejects.toThrow('failed')
    expect(await next).toBe('through')
    expect(gates.inFlight()).toBe(0)
  })

  it('answers what the work answered', async () => {
    expect(await gate(1).pass(async () => 42)).toBe(42)
  })
})
