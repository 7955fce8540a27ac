// People see Asia/Shanghai, wherever the browser stands. Shanghai has had no summer time since 1991, so +08:00 is exact.
const ZONE = 'Asia/Shanghai'
const OFFSET = '+08:00'
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
})

interface Wall { date: string; time: string; seconds: string }

function wall(instant: string | number | Date): Wall | null {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return null
  const map = Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]))
  return { date: `${map.year}-${map.month}-${map.day}`, time: `${map.hour}:${map.minute}`, seconds: String(map.second) }
}

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value)

export const dayOf = (instant: string | number | Date): string =>
  typeof instant === 'string' && isDay(instant) ? instant : (wall(instant)?.date ?? '')

/** Days since 1970-01-01; for comparing dates only. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

export const addDays = (day: string, days: number): string =>
  new Date((dayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10)

export const weekday = (day: string): string => `周${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`

/** 2026-03-02（周一） */
export function formatDate(value: string | null | undefined): string {
  const day = value ? dayOf(value) : ''
  return day === '' ? '—' : `${day}（${weekday(day)}）`
}

/** 03-02（周一） — for narrow places where the year is plain. */
export function formatDayShort(value: string | null | undefined): string {
  const day = value ? dayOf(value) : ''
  return day === '' ? '—' : `${day.slice(5)}（${weekday(day)}）`
}

/** 2026-03-02 10:12 */
export function formatDateTime(value: string | number | Date | null | undefined): string {
  const at = value === null || value === undefined ? null : wall(value)
  return at ? `${at.date} ${at.time}` : '—'
}

/** 03-02 10:12 */
export function formatTimeShort(value: string | null | undefined): string {
  const text = formatDateTime(value)
  return text === '—' ? text : text.slice(5)
}

export const toLocalMinute = (instant: string | number | Date): string => {
  const at = wall(instant)
  return at ? `${at.date}T${at.time}` : ''
}

/** `2026-03-02T10:12` as typed by a person in Shanghai → the instant with its offset. */
export const fromLocalMinute = (local: string): string => `${local.length === 16 ? `${local}:00` : local}${OFFSET}`

export function relativeTime(value: string, now: number): string {
  const minutes = Math.round((now - Date.parse(value)) / 60_000)
  const ahead = minutes < 0
  const size = Math.abs(minutes)
  const words = size < 1 ? '' : size < 60 ? `${size} 分钟` : size < 1440 ? `${Math.round(size / 60)} 小时` : `${Math.round(size / 1440)} 天`
  if (words === '') return '刚刚'
  return ahead ? `${words}后` : `${words}前`
}
