import { renderHook } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { clearDraft, readDraft, useDraft, writeDraft } from './use-draft'

describe('draft', () => {
  it('is there after a reload', () => {
    const first = renderHook(() => useDraft<{ text: string }>('plan:1'))
    first.result.current.save({ text: '更换限速器' })
    first.unmount()
    const second = renderHook(() => useDraft<{ text: string }>('plan:1'))
    expect(second.result.current.initial).toEqual({ text: '更换限速器' })
    expect(second.result.current.restoredAt).not.toBeNull()
  })

  it('is gone after it was sent', () => {
    writeDraft('plan:1', { text: 'x' })
    clearDraft('plan:1')
    expect(readDraft('plan:1')).toBeNull()
  })

  it('ignores a broken entry', () => {
    localStorage.setItem('draft:plan:1', '{')
    expect(readDraft('plan:1')).toBeNull()
  })

  it('does not throw when the store is full', () => {
    const set = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError') })
    expect(writeDraft('plan:1', { text: 'x' })).toBe(false)
    set.mockRestore()
  })
})
