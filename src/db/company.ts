/**
 * Statements that go together. What comes while one batch is being written leaves in the next, so nothing
 * waits for company: alone, an item is as quick as ever; under load one round trip and one commit serve
 * many conversations.
 */
export interface Company<Item, Result> {
  /** Many items in one statement, answers in the same order. */
  readonly write: (items: readonly Item[]) => Promise<readonly Result[]>
  /** Two items with the same key never travel together. */
  readonly key?: (item: Item) => unknown
  readonly most?: number
}

interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

export function inCompany<Item, Result>(options: Company<Item, Result>): (item: Item) => Promise<Result> {
  const { write, key, most = 32 } = options
  let waiting: Waiting<Item, Result>[] = []
  let writing = false

  const take = (): readonly Waiting<Item, Result>[] => {
    const seen = new Set<unknown>()
    const now: Waiting<Item, Result>[] = []
    const later: Waiting<Item, Result>[] = []
    for (const each of waiting) {
      const its = key === undefined ? each : key(each.item)
      if (now.length < most && !seen.has(its)) {
        seen.add(its)
        now.push(each)
      } else later.push(each)
    }
    waiting = later
    return now
  }

  const send = async (batch: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await write(batch.map(({ item }) => item))
      batch.forEach(({ resolve }, n) => resolve(results[n] as Result))
    } catch (error) {
      const [only] = batch
      if (batch.length === 1) return only?.reject(error)
      // One that cannot be written must not spoil the others: each is tried alone.
      for (const each of batch) await send([each])
    }
  }

  const go = async (): Promise<void> => {
    writing = true
    while (waiting.length > 0) await send(take())
    writing = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!writing) void go()
    })
}
