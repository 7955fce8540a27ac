import { describe, expect, it } from 'vitest'
import { blankDraft, isLate, missingFields, toReport } from './report-draft'

const now = Date.parse('2026-03-02T02:00:00Z')
const whole = {
  ...blankDraft('2026-03-02T09:30', 'ROUTINE', '140581'), enterpriseId: 'e1', useText: true, equipmentText: '东侧客梯', text: '限速器失效', place: '机房',
}

describe('report from the scene', () => {
  it('names what is missing before anything is sent', () => {
    expect(missingFields(blankDraft('2026-03-02T09:30', 'ROUTINE'), 0, now)).toEqual(['photo', 'enterprise', 'equipment', 'text', 'place', 'regionCode'])
    expect(missingFields(whole, 1, now)).toEqual([])
  })

  it('asks a tip-off for no photo and an ownerless object for no unit', () => {
    expect(missingFields({ ...whole, source: 'TIP_OFF', noUnit: true, enterpriseId: null }, 0, now)).toEqual([])
  })

  it('wants a reason when found more than seven days ago', () => {
    expect(isLate('2026-02-23T10:00', now)).toBe(false)
    expect(isLate('2026-02-23T09:59', now)).toBe(true)
    expect(missingFields({ ...whole, foundAt: '2026-02-20T09:30' }, 1, now)).toEqual(['lateReason'])
  })

  it('sends the time at the scene and one id for every attempt', () => {
    const report = toReport(whole, [{ attachmentId: 'a', sha256: 'h' }])
    expect(report).toMatchObject({ foundAt: '2026-03-02T09:30:00+08:00', sourceSystem: 'console', sourceId: whole.id, enterpriseId: 'e1', equipmentText: '东侧客梯' })
    expect(report).not.toHaveProperty('noUnit')
    expect(toReport(whole, []).sourceId).toBe(report.sourceId)
  })
})
