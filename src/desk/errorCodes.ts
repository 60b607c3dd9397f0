/** Whether an error, or one that caused it, carries a code of this form (SQLSTATE or system). */
export function hasCode(error: unknown, form: RegExp): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    const { code } = e as { code?: unknown }
    if (typeof code === 'string' && form.test(code)) return true
  }
  return false
}
