/** One real guanjia: `start` as a process of its own. */
import type { Child } from './children.ts'
import { environment, launch } from './children.ts'
import { until } from './patience.ts'

export interface HouseProcess extends Child {
  readonly url: string
}

const startWithinMs = 60_000

export type Settings = Readonly<Record<string, string>>

/** Only started; `ready` says when it answers. */
export function launchHouse(settings: Settings): Child {
  return launch(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'start'], {
    env: environment({ PORT: '0', LOG_LEVEL: 'warn', ...settings }),
  })
}

export async function ready(child: Child): Promise<HouseProcess> {
  let over = false
  void child.ended.then(() => (over = true))
  const url = await until(
    'the house is up',
    () => {
      const found = /http:\/\/[\w.:]+(?=\/desk)/.exec(child.stdout())?.[0]
      if (found === undefined && over) throw new Error(`it ended: ${child.stderr()}`)
      return found
    },
    startWithinMs,
  )
  return { ...child, url }
}

export const startHouse = (settings: Settings) => ready(launchHouse(settings))
