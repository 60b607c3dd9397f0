/** `/healthz`: what works, what does not, and what a person has to do about it. */
import type { Channel, Clock } from '../desk/ports.ts'
import type { Db } from '../db/open.ts'
import type { HouseStore } from '../db/store/house.ts'

export interface HealthDeps {
  readonly db: Db
  readonly house: HouseStore
  readonly channels: readonly Channel[]
  readonly clock: Clock
}

export async function health({
  db,
  house,
  channels,
  clock,
}: HealthDeps): Promise<{ ok: boolean; body: object }> {
  const now = clock.now()
  const lines = channels.map((channel) => ({ channel: channel.name, ...channel.status() }))
  const database = {
    engine: db.engine,
    ...(db.engine === 'pglite'
      ? { note: 'embedded: one process, not safe against power loss; use DATABASE_URL for real work' }
      : {}),
  }
  try {
    const figures = await house.figures(now)
    const gaps = await house.gaps(5)
    const ok = lines.every((line) => line.state === 'online' || line.state === 'off')
    return {
      ok,
      body: {
        status: ok ? 'ok' : 'degraded',
        at: now,
        database: { ok: true, ...database },
        channels: lines,
        queue: figures,
        gaps,
      },
    }
  } catch {
    return {
      ok: false,
      body: { status: 'down', at: now, database: { ok: false, ...database }, channels: lines },
    }
  }
}
