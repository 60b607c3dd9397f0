/** Small questions about lists that the promises ask. */

/** Platforms number what they get. */
export const place = (messageId: string) => Number(messageId.slice(1))

export function twice<T>(list: readonly T[]): T[] {
  const seen = new Set<T>()
  return [...new Set(list.filter((each) => seen.has(each) || !seen.add(each)))]
}
export function add<K>(map: Map<K, number>, key: K, n: number): void {
  map.set(key, (map.get(key) ?? 0) + n)
}
/** The keys whose numbers do not only grow. */
export function unsorted<T>(
  list: readonly T[],
  key: (each: T) => string,
  number: (each: T) => number,
): string[] {
  const last = new Map<string, number>()
  const wrong = new Set<string>()
  for (const each of list) {
    const k = key(each)
    if (number(each) < (last.get(k) ?? 0)) wrong.add(k)
    last.set(k, number(each))
  }
  return [...wrong]
}
