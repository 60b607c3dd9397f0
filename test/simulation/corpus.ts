/** Seeds that found a real bug once: they always run. */
export const corpus: readonly { readonly seed: number; readonly found: string }[] = [
  { seed: 9, found: 'a resident who blocked the bot once stays unreachable though messages arrive again' },
]
