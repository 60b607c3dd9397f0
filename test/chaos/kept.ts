/** Houses that are started again at once whenever they are killed, as a service manager would. */
import type { Child } from './children.ts'
import type { HouseProcess, Settings } from './houseProcess.ts'
import { launchHouse, ready } from './houseProcess.ts'

interface Slot {
  child: Child
  up: HouseProcess | undefined
  killed: boolean
}

export interface KeptHouses {
  /** Addresses of those that answer now. */
  readonly urls: () => string[]
  readonly count: number
  readonly isUp: (which: number) => boolean
  /** SIGKILL, and a new one at once. */
  readonly kill: (which: number) => void
  /** What a house said on stderr before it ended though nobody killed it. */
  readonly fell: readonly string[]
  readonly allUp: () => boolean
  readonly stop: () => Promise<void>
}

export function keepRunning(settings: readonly Settings[]): KeptHouses {
  const fell: string[] = []
  let stopping = false
  const slots = settings.map((each) => begun(each, undefined))

  function begun(given: Settings, slot: Slot | undefined): Slot {
    const child = launchHouse(given)
    const now: Slot = slot ?? { child, up: undefined, killed: false }
    Object.assign(now, { child, up: undefined, killed: false })
    void ready(child).then(
      (up) => {
        if (now.child === child) now.up = up
      },
      () => {},
    )
    void child.ended.then(() => {
      if (stopping || now.child !== child) return
      if (!now.killed) fell.push(child.stderr().slice(-2_000))
      begun(given, now)
    })
    return now
  }

  return {
    urls: () => slots.flatMap((slot) => (slot.up === undefined ? [] : [slot.up.url])),
    count: slots.length,
    isUp: (which) => slots[which]?.up !== undefined,
    kill(which) {
      const slot = slots[which]
      if (slot === undefined) return
      slot.killed = true
      slot.up = undefined
      slot.child.kill('SIGKILL')
    },
    fell,
    allUp: () => slots.every((slot) => slot.up !== undefined),
    async stop() {
      stopping = true
      for (const slot of slots) slot.child.kill('SIGTERM')
      const late = setTimeout(() => slots.forEach((slot) => slot.child.kill('SIGKILL')), 8_000)
      await Promise.all(slots.map((slot) => slot.child.ended))
      clearTimeout(late)
    },
  }
}
