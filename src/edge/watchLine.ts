/**
 * The WeChat gateway keeps no queue: what it never delivered we cannot have. So every gap of the line is
 * written down and shown, and staff are told when it lasts.
 */
import type { Clock, Log } from '../desk/ports.ts'
import type { HouseStore } from '../db/store/house.ts'

export type LineNews =
  | { readonly kind: 'down' }
  | { readonly kind: 'scan' }
  | { readonly kind: 'up'; readonly from: Date; readonly to: Date }

export interface LineDeps {
  readonly house: HouseStore
  readonly clock: Clock
  readonly log: Log
  readonly tellStaff: (news: LineNews) => Promise<void>
}

const worthTellingMs = 60_000

export function watchLine(deps: LineDeps) {
  let alarm: NodeJS.Timeout | undefined
  const guarded = (what: string, work: Promise<unknown>) => {
    work.catch((error: unknown) =>
      deps.log.warn('line note failed', { what, error: error instanceof Error ? error.name : 'unknown' }),
    )
  }
  return {
    onGap: ({ from, to, reason }: { from: Date; to: Date | undefined; reason: string }) => {
      guarded('gap', deps.house.openGap('wechat', '', from, to, reason))
      if (to === undefined) {
        alarm ??= setTimeout(() => guarded('down', deps.tellStaff({ kind: 'down' })), worthTellingMs)
        alarm.unref()
        return
      }
      clearTimeout(alarm)
      alarm = undefined
      if (to.getTime() - from.getTime() >= worthTellingMs)
        guarded('up', deps.tellStaff({ kind: 'up', from, to }))
    },
    onLogin: () => guarded('scan', deps.tellStaff({ kind: 'scan' })),
    stop: () => clearTimeout(alarm),
  }
}
