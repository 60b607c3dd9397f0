/** A file as text: UTF-8, with or without a byte-order mark. */
import { readFile } from 'node:fs/promises'
import { CommandRefused } from '../io.ts'

export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const reason =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a directory'
          : `cannot be read (${code})`
    throw new CommandRefused(`${file}: ${reason}.`)
  }
}

export async function readText(file: string): Promise<string> {
  const bytes = await readBytes(file)
  const text = decoded(bytes)
  if (text === undefined) {
    throw new CommandRefused(
      `${file}: 第 ${badLine(bytes)} 行 (line ${badLine(bytes)}) is not UTF-8: in Excel choose 另存为 → "CSV UTF-8（逗号分隔）" and import that file.`,
    )
  }
  if (text.trim() === '') throw new CommandRefused(`${file} is empty (空文件): nothing to import.`)
  return text
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // PostgreSQL cannot keep it, and no list of people contains it.
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

function badLine(bytes: Uint8Array): number {
  let line = 1
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(10, from)
    if (decoded(bytes.subarray(from, end === -1 ? bytes.length : end)) === undefined) return line
    if (end === -1) return line
    from = end + 1
  }
  return line
}
