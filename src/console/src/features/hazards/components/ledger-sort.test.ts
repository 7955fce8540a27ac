import { describe, expect, it } from 'vitest'
import { readSort, sortText } from './ledger-sort'

describe('the order of the ledger', () => {
  it('keeps the rank in which columns were chosen', () => {
    expect(sortText('-foundAt', [{ columnKey: 'deadline', order: 'ascend' }, { columnKey: 'foundAt', order: 'descend' }])).toBe('-foundAt,deadline')
  })
  it('drops the order nobody asked for', () => {
    expect(sortText(undefined, [{ columnKey: 'updatedAt', order: 'descend' }, { columnKey: 'deadline', order: 'ascend' }])).toBe('deadline')
  })
  it('sorts by three columns at most, the newest last', () => {
    expect(sortText('state,grade,deadline', ['state', 'grade', 'deadline', 'foundAt'].map((columnKey) => ({ columnKey, order: 'ascend' as const })))).toBe('grade,deadline,foundAt')
  })
  it('is newest first when nothing is said', () => {
    expect(readSort(undefined)).toEqual([{ key: 'updatedAt', down: true }])
    expect(sortText('deadline', [{ columnKey: 'deadline' }])).toBeNull()
  })
})
