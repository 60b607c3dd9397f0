import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import type { Figures } from '../db/store/house.ts'

/** Counts for `/metrics`, in the Prometheus text format. */
export interface Metrics {
  message(channel: string, outcome: string): void
  sent(channel: string, status: string): void
  text(figures: Figures, inFlight: number): Promise<string>
  readonly contentType: string
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const messages = new Counter({
    name: 'guanjia_messages_total',
    help: 'Messages received',
    labelNames: ['channel', 'outcome'],
    registers,
  })
  const sends = new Counter({
    name: 'guanjia_sends_total',
    help: 'Messages sent',
    labelNames: ['channel', 'status'],
    registers,
  })
  const gauge = (name: string, help: string) => new Gauge({ name: `guanjia_${name}`, help, registers })
  const gauges = {
    outboxOpen: gauge('outbox_open', 'Queued and due, not yet sent'),
    outboxOldestSeconds: gauge('outbox_oldest_seconds', 'Age of the oldest queued message'),
    waiting: gauge('inbox_waiting', 'Kept messages still to be handled'),
    quarantined: gauge('inbox_quarantined', 'Messages nobody could handle'),
    undelivered: gauge('outbox_undelivered', 'Messages with an unknown or failed outcome'),
    overdue: gauge('deadlines_overdue', 'Deadlines due and not yet fired'),
  }
  const work = gauge('database_work', 'Units of database work running or waiting')
  return {
    message: (channel, outcome) => messages.inc({ channel, outcome }),
    sent: (channel, status) => sends.inc({ channel, status }),
    contentType: registry.contentType,
    text: (figures, inFlight) => {
      for (const [name, each] of Object.entries(gauges)) each.set(figures[name as keyof Figures])
      work.set(inFlight)
      return registry.metrics()
    },
  }
}
