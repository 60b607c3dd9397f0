import { dateOf, dayMs, type Wall } from './clock.ts'

const fixed: readonly (readonly [RegExp, number, number])[] = [
  [/元旦|new year'?s?/, 1, 1],
  [/五1|5一|劳动节/, 5, 1],
  [/国庆|十一|national/, 10, 1],
  [/平安夜/, 12, 24],
  [/圣诞|christmas/, 12, 25],
  [/双(?:12|十二)/, 12, 12],
  [/冬至/, 12, 22],
  [/清明/, 4, 5],
]

/** First day of the lunar year, 2024 on; the other lunar feasts lie at fixed distances in most years. */
const lunarNewYear: Readonly<Record<number, string>> = {
  2024: '02-10',
  2025: '01-29',
  2026: '02-17',
  2027: '02-06',
  2028: '01-26',
  2029: '02-13',
  2030: '02-03',
  2031: '01-23',
  2032: '02-11',
  2033: '01-31',
  2034: '02-19',
  2035: '02-08',
  2036: '01-28',
}
const dragonBoat: Readonly<Record<number, string>> = {
  2024: '06-10',
  2025: '05-31',
  2026: '06-19',
  2027: '06-09',
  2028: '05-28',
  2029: '06-16',
  2030: '06-05',
}
const midAutumn: Readonly<Record<number, string>> = {
  2024: '09-17',
  2025: '10-06',
  2026: '09-25',
  2027: '09-15',
  2028: '10-03',
  2029: '09-22',
  2030: '09-12',
}

function listed(table: Readonly<Record<number, string>>, year: number): Wall | null {
  const day = table[year]
  return day === undefined ? null : Date.parse(`${year}-${day}T00:00:00Z`)
}

/** The feast people mean: the coming one, or the one just gone (within three weeks). */
export function holidayNear(said: string, now: Wall): Wall | null {
  const { year } = dateOf(now)
  const inYear = (at: number): Wall | null => {
    if (/春节|过年|大年|cny|chinese new year/.test(said)) return listed(lunarNewYear, at)
    if (/元宵/.test(said)) {
      const first = listed(lunarNewYear, at)
      return first === null ? null : first + 14 * dayMs
    }
    if (/端午/.test(said)) return listed(dragonBoat, at)
    if (/中秋/.test(said)) return listed(midAutumn, at)
    const rule = fixed.find(([pattern]) => pattern.test(said))
    return rule === undefined ? null : Date.UTC(at, rule[1] - 1, rule[2])
  }
  const thisYear = inYear(year)
  if (thisYear !== null && thisYear >= now - 21 * dayMs) return thisYear
  return inYear(year + 1)
}
