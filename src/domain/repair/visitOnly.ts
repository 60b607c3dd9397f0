import type { RepairOrder } from './order.ts'

/** Poor air conditioning, water, heating or cooling outages and curtain-wall leaks are called back by visit only. */
const words =
  /不制冷|不够冷|不制热|冷气不足|空调效果|空調效果|停水|没水|沒水|停暖|暖气不热|暖氣不熱|没暖气|停冷|幕墙|幕牆/

export function isVisitOnly(order: Pick<RepairOrder, 'description' | 'category'>): boolean {
  return words.test(order.description)
}
