export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

export function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1)
}

/** A markdown table, so that a run can be pasted as it is. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  console.log(['', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'))
}

export function verdict(what: string, got: number, reach: number, aim: number): void {
  const word = got >= aim ? 'the aim is met' : got >= reach ? 'reached, the aim is not' : 'NOT reached'
  console.log(`→ ${what}: ${got.toFixed(2)}; reach ${reach}, aim ${aim}: ${word}`)
}
