import { describe, expect, it } from 'vitest'
import { inCompany } from '../../src/db/company.ts'

/** Writes whatever it is given; each batch is let go by hand. */
function door() {
  const batches: (readonly string[])[] = []
  const open: (() => void)[] = []
  const write = (items: readonly string[]) => {
    batches.push(items)
    return new Promise<readonly string[]>((resolve, reject) => {
      open.push(() =>
        items.includes('bad')
          ? reject(new Error('cannot be written'))
          : resolve(items.map((item) => `${item}!`)),
      )
    })
  }
  const letGo = async () => {
    open.shift()?.()
    await new Promise((go) => setImmediate(go))
  }
  return { batches, write, letGo }
}

describe('statements that go together', () => {
  it('the first goes alone and at once; what came meanwhile goes in one, answered in order', async () => {
    const { batches, write, letGo } = door()
    const say = inCompany({ write })
    const answers = Promise.all(['a', 'b', 'c'].map(say))
    expect(batches).toEqual([['a']])
    await letGo()
    expect(batches).toEqual([['a'], ['b', 'c']])
    await letGo()
    expect(await answers).toEqual(['a!', 'b!', 'c!'])
  })

  it('two with the same key never travel together, and keep their order', async () => {
    const { batches, write, letGo } = door()
    const say = inCompany({ write, key: (item: string) => item[0] })
    const answers = Promise.all(['x', 'b1', 'b2', 'c1'].map(say))
    for (let n = 0; n < 3; n += 1) await letGo()
    await answers
    expect(batches).toEqual([['x'], ['b1', 'c1'], ['b2']])
  })

  it('never more than agreed in one', async () => {
    const { batches, write, letGo } = door()
    const say = inCompany({ write, most: 2 })
    const answers = Promise.all(['x', 'a', 'b', 'c'].map(say))
    for (let n = 0; n < 3; n += 1) await letGo()
    await answers
    expect(batches).toEqual([['x'], ['a', 'b'], ['c']])
  })

  it('one that cannot be written fails alone', async () => {
    const { write, letGo } = door()
    const say = inCompany({ write })
    const answers = Promise.allSettled(['x', 'a', 'bad', 'c'].map(say))
    for (let n = 0; n < 5; n += 1) await letGo()
    expect((await answers).map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))).toEqual([
      'x!',
      'a!',
      'failed',
      'c!',
    ])
  })
})
