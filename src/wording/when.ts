/** Moments in words: 今天 10:15, 明天 14:00, 11月26日 24:00. */
import type { Language } from '../domain/matter.ts'
import { addDays, localDate, localParts } from '../domain/time/zone.ts'
import type { Zone } from '../domain/time/zone.ts'

const weekdays = {
  'zh-Hans': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  'zh-Hant': ['週一', '週二', '週三', '週四', '週五', '週六', '週日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const
const near = {
  'zh-Hans': ['今天', '明天', '后天'],
  'zh-Hant': ['今天', '明天', '後天'],
  en: ['today', 'tomorrow', 'the day after tomorrow'],
} as const

export function momentWords(at: Date, now: Date, zone: Zone, language: Language): string {
  const parts = localParts(at, zone)
  // Midnight ends the day before: "今天 24:00", not "明天 00:00".
  const midnight = parts.hour === 0 && parts.minute === 0 && at > now
  const day = midnight ? addDays(localDate(at, zone), -1) : localDate(at, zone)
  const clock = midnight ? '24:00' : `${two(parts.hour)}:${two(parts.minute)}`
  const name = dayWords(day, localDate(now, zone), language)
  return language === 'en' ? `${clock} ${name}` : `${name} ${clock}`
}

function dayWords(day: string, today: string, language: Language): string {
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const name = near[language][ahead]
    if (name !== undefined && day === addDays(today as never, ahead)) return name
  }
  const [, month, date] = day.split('-').map(Number)
  const weekday = weekdays[language][(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? ''
  return language === 'en'
    ? `on ${weekday} ${date ?? 0}/${month ?? 0}`
    : `${month ?? 0}月${date ?? 0}日（${weekday}）`
}

/** A said time in words: 明天 14:00–16:00, 今天 19:00 以后. */
export function saidTimeWords(
  iso: string,
  precision: string,
  now: Date,
  zone: Zone,
  language: Language,
): string {
  const [from, to] = iso.split('/')
  const moment = (text: string) =>
    text.includes('T')
      ? momentWords(new Date(text), now, zone, language)
      : dayWords(text, localDate(now, zone), language)
  if (precision === 'after' && from !== undefined) {
    return language === 'en'
      ? `after ${moment(from)}`
      : `${moment(from)} ${language === 'zh-Hant' ? '以後' : '以后'}`
  }
  if (precision === 'before' && to !== undefined) {
    return language === 'en' ? `before ${moment(to)}` : `${moment(to)} 以前`
  }
  if (from !== undefined && to !== undefined && to.includes('T')) return `${moment(from)}–${to.slice(11, 16)}`
  if (from !== undefined && to !== undefined) return `${moment(from)}–${moment(to)}`
  return moment(iso)
}

export function yuan(fen: number): string {
  return fen % 100 === 0 ? `${fen / 100}` : (fen / 100).toFixed(2)
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** 张师傅 stays 张师傅; 张三 becomes 张三师傅. */
export function masterName(name: string, title: '师傅' | '師傅' = '师傅'): string {
  return name.endsWith('师傅') || name.endsWith('師傅') ? name : `${name}${title}`
}
