/** Cells that no spreadsheet takes for a formula, on one line a record. */
const formula = /^[\s\u200B\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n\0]/

export function csvLine(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return cells.map((cell) => csvCell(String(cell ?? ''))).join(',')
}

export function csvCell(text: string): string {
  const safe = (formula.test(text) ? `'${text}` : text).replace(/[\r\n\u2028\u2029]+/g, ' ')
  return /[",;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
