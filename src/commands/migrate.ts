import { withDatabase } from './database.ts'
import type { CommandIo } from './io.ts'
import { telling } from './io.ts'

export const migrateHelp = 'Brings the database up to date; refuses one that is newer than this guanjia.'

export function migrateCommand(_args: object, io: CommandIo): Promise<number> {
  return telling(io, () =>
    withDatabase(io, async (_db, { applied, total }) => {
      io.out(
        applied === 0
          ? `The database is up to date: nothing to do (${steps(total)} in all).`
          : `The database is up to date now: ${steps(applied)} of ${total} applied.`,
      )
      return 0
    }),
  )
}

const steps = (n: number) => (n === 1 ? '1 step' : `${n} steps`)
