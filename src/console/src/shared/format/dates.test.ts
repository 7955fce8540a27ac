import { describe, expect, it } from 'vitest'
import { addDays, dayOf, formatDate, formatDateTime, fromLocalMinute, relativeTime, toLocalMinute } from './dates'

// The suite runs with TZ=America/New_York: what people see must not depend on the browser's zone.
describe('dates', () => {
  it('shows a day with its weekday', () => {
    expect(formatDate('2026-03-02')).toBe('2026-03-02（周一）')
    expect(formatDate('2025-02-08')).toBe('2025-02-08（周六）')
  })

  it('shows an instant on the Shanghai wall clock', () => {
    expect(formatDateTime('2026-03-02T02:12:00Z')).toBe('2026-03-02 10:12')
    expect(formatDate('2026-03-02T16:00:00Z')).toBe('2026-03-03（周二）')
  })

  it('says nothing where there is nothing', () => {
    expect(formatDate(null)).toBe('—')
    expect(formatDateTime('no date')).toBe('—')
  })

  it('reads what a person typed as Shanghai time, and back', () => {
    const instant = fromLocalMinute('2026-03-02T10:12')
    expect(new Date(instant).toISOString()).toBe('2026-03-02T02:12:00.000Z')
    expect(toLocalMinute(instant)).toBe('2026-03-02T10:12')
  })

  it('counts over a month end and keeps the day of midnight', () => {
    expect(addDays('2026-02-27', 3)).toBe('2026-03-02')
    expect(dayOf('2026-03-01T15:59:59Z')).toBe('2026-03-01')
  })

  it('speaks of the distance in words', () => {
    const now = Date.parse('2026-03-02T02:00:00Z')
    expect(relativeTime('2026-03-02T01:30:00Z', now)).toBe('30 分钟前')
    expect(relativeTime('2026-03-05T02:00:00Z', now)).toBe('3 天后')
  })
})
