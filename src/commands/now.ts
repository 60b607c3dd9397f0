import { CommandRefused } from './io.ts'

/** `--now ISO`, for commands that can be played at another time. */
export function nowOf(said: string | undefined, real: Date): Date {
  if (said === undefined) return real
  const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(said.trim())
  const at = new Date(said.trim())
  if (!withOffset || Number.isNaN(at.getTime()))
    throw new CommandRefused(
      `--now must be a moment with its offset like 2026-11-18T10:00+08:00, but is ${JSON.stringify(said)}.`,
    )
  return at
}
