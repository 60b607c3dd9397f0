/** Seeds that found a real bug once: they always run. */
export const corpus: readonly { readonly seed: number; readonly found: string }[] = []
