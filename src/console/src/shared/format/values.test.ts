import { describe, expect, it } from 'vitest'
import { instantOf, withoutBlanks } from './values'

describe('what is sent', () => {
  it('leaves blanks out at every depth and keeps zero and false', () => {
    const sent = withoutBlanks({ goal: '  ', text: ' 已更换 ', stopUse: false, funding: { amount: 0, source: '' }, measures: [{ text: '更换', owner: null }], evidence: [] })
    expect(sent).toEqual({ text: '已更换', stopUse: false, funding: { amount: 0 }, measures: [{ text: '更换' }], evidence: [] })
  })

  it('sends an instant with its offset', () => {
    expect(instantOf('2026-03-02T10:12')).toBe('2026-03-02T10:12:00+08:00')
    expect(instantOf('')).toBeUndefined()
  })
})
