/** What a run can do to the house: every fault kind must have fired and every crash point been passed. */

export const faultKinds = [
  'crash',
  'duplicate',
  'raced',
  'reordered',
  'pause429',
  'server5xx',
  'timeoutDelivered',
  'timeoutLost',
  'forbidden',
  'moved',
  'dbBefore',
  'dbInside',
  'dbAtCommit',
  'clockForward',
  'clockBack',
  'twoHouses',
  'poison',
  'flood',
  'emergency',
  'doubleTap',
  'staleButton',
  'bothAccept',
  'wechatGap',
  'photoFailed',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** `call:before` nothing has happened; `call:inside` the work is done, not committed; `call:after` the answer is lost. */
export const crashPoints = [
  'load:before',
  'load:after',
  'saveSpoken:before',
  'saveSpoken:after',
  'handle:before',
  'handle:inside',
  'handle:after',
  'work:before',
  'work:inside',
  'work:after',
  'claimOutbox:before',
  'claimOutbox:after',
  'send:before',
  'send:after',
  'recordSend:before',
  'recordSend:inside',
  'recordSend:after',
  'rewriteAddress:before',
  'rewriteAddress:after',
  'movedChat:before',
  'movedChat:after',
  'dueRungs:after',
  'fireRung:inside',
  'rungFailed:before',
  'rungFailed:after',
  'dueNudges:after',
  'keepWaiting:before',
  'keepWaiting:after',
  'nextWaiting:after',
  'postpone:before',
  'postpone:after',
  'quarantine:before',
  'quarantine:inside',
  'quarantine:after',
  'mergeMorning:before',
  'mergeMorning:after',
  'waitingPhotos:after',
  'photoKept:before',
  'photoKept:after',
  'photoRefused:inside',
  'photoLater:before',
  'photoLater:after',
] as const
export type CrashPoint = (typeof crashPoints)[number]

export class Coverage {
  readonly faults = new Map<FaultKind, number>()
  readonly points = new Map<CrashPoint, number>()
  /** Points at which a process really died. */
  readonly crashes = new Map<CrashPoint, number>()
  seeds = 0
  steps = 0

  fired(kind: FaultKind): void {
    this.faults.set(kind, (this.faults.get(kind) ?? 0) + 1)
  }
  passed(point: CrashPoint): void {
    this.points.set(point, (this.points.get(point) ?? 0) + 1)
  }
  died(point: CrashPoint): void {
    this.fired('crash')
    this.crashes.set(point, (this.crashes.get(point) ?? 0) + 1)
  }
  missingFaults(): FaultKind[] {
    return faultKinds.filter((kind) => !this.faults.has(kind))
  }
  missingPoints(): CrashPoint[] {
    return crashPoints.filter((point) => !this.crashes.has(point))
  }
  line(what: string): string {
    const faults = [...this.faults].map(([kind, n]) => `${kind} ${n}`).join(', ')
    return `${what}: ${this.seeds} runs, ${this.steps} steps; faults: ${faults}; crash points ${this.crashes.size}/${crashPoints.length}`
  }
}
