import { ConfigError, readConfig } from '../config.ts'
import { DatabaseRefused } from '../db/refused.ts'
import { demoEstate } from '../desk/estate/demoEstate.ts'
import { startHouse } from '../main.ts'
import type { RunningHouse } from '../main.ts'
import { roleNames } from '../domain/staff.ts'

/** Longer than this a stop is not worth waiting for; what was not sent stays queued. */
const stopWithinMs = 4_500

export async function startCommand(): Promise<number> {
  let house: RunningHouse
  try {
    house = await startHouse(readConfig(process.env))
  } catch (error) {
    if (error instanceof ConfigError || error instanceof DatabaseRefused) {
      console.error(error.message)
      return 1
    }
    console.error(`guanjia could not start: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
  process.on('unhandledRejection', (reason) => {
    console.error(`unexpected: ${reason instanceof Error ? (reason.stack ?? reason.message) : 'unknown'}`)
    process.exit(1)
  })
  welcome(house)
  await new Promise<void>((stopped) => {
    const stop = () => {
      const late = setTimeout(() => process.exit(0), stopWithinMs)
      late.unref()
      void house.stop().then(
        () => stopped(),
        () => process.exit(1),
      )
    }
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
  return 0
}

function welcome({ url, demo }: RunningHouse): void {
  console.log(`管家已启动  住户: ${url}/   员工: ${url}/desk   状态: ${url}/healthz`)
  if (demo) {
    console.log('示范小区的绑定码（发给管家即可绑定）:')
    console.log(
      `  住户  ${demoEstate.residents.map((each) => `${each.name} ${each.building}-${each.unit ?? ''}-${each.room} ${each.code ?? ''}`).join('  ')}`,
    )
    console.log(
      `  员工  ${demoEstate.staff.map((each) => `${each.name}（${roleNames[each.roles[0] ?? 'duty']}）${each.code ?? ''}`).join('  ')}`,
    )
  }
  console.log('按 Ctrl-C 停止。')
}
