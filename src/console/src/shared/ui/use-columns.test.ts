import { describe, expect, it } from 'vitest'
import { mergeColumns, moveColumn } from './use-columns'

const column = (key: string, shown = true) => ({ key, shown, pinned: false })

describe('columns', () => {
  it('keeps the saved order, adds new columns, drops gone ones', () => {
    const saved = [column('state'), column('gone'), column('number', false)]
    expect(mergeColumns(saved, [column('number'), column('state'), column('place')])).toEqual([column('state'), column('number', false), column('place')])
  })

  it('moves a column and stops at the ends', () => {
    const columns = [column('a'), column('b'), column('c')]
    expect(moveColumn(columns, 'c', -1).map((one) => one.key)).toEqual(['a', 'c', 'b'])
    expect(moveColumn(columns, 'a', -1)).toBe(columns)
  })
})
