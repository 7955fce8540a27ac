import { describe, expect, it } from 'vitest'
import { elapsedPercent } from './deadline-bar'

const limit = { startAt: '2026-03-02T02:00:00Z', dueDate: '2026-03-11', dueInstant: '2026-03-11T15:59:59Z' }

describe('deadline bar', () => {
  it('is empty before the start, full on the due day and after it', () => {
    expect(elapsedPercent(limit, Date.parse('2026-03-01T02:00:00Z'))).toBe(0)
    expect(elapsedPercent(limit, Date.parse('2026-03-11T02:00:00Z'))).toBe(100)
    expect(elapsedPercent(limit, Date.parse('2026-04-11T02:00:00Z'))).toBe(100)
  })

  it('counts a limit in hours by the minute', () => {
    const hours = { startAt: '2026-03-02T02:00:00Z', dueDate: null, dueInstant: '2026-03-03T02:00:00Z' }
    expect(elapsedPercent(hours, Date.parse('2026-03-02T08:00:00Z'))).toBe(25)
  })

  it('counts the Shanghai day', () => {
    // 2026-03-05 23:30 UTC is already 6 March in Shanghai.
    expect(elapsedPercent(limit, Date.parse('2026-03-05T23:30:00Z'))).toBe(50)
  })
})
