import { dayNumber, dayOf } from '@/shared/format/dates'
import type { Deadline } from '@/shared/matters/case'

/** How much of the limit has gone, 0 to 100, by calendar days (a limit in hours by the minute); an overdue limit is full. */
export function elapsedPercent(deadline: Pick<Deadline, 'startAt' | 'dueDate' | 'dueInstant'>, now: number): number {
  if (deadline.dueDate === null) {
    const whole = Math.max(1, Date.parse(deadline.dueInstant) - Date.parse(deadline.startAt))
    return Math.round((Math.min(whole, Math.max(0, now - Date.parse(deadline.startAt))) / whole) * 100)
  }
  const start = dayNumber(dayOf(deadline.startAt))
  const due = dayNumber(deadline.dueDate) + 1
  const span = Math.max(1, due - start)
  const gone = dayNumber(dayOf(now)) + 1 - start
  return Math.round((Math.min(span, Math.max(0, gone)) / span) * 100)
}
