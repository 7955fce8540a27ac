import { describe, expect, it } from 'vitest'
import { fileName } from './download'

describe('file name of a download', () => {
  it('is the Chinese one', () => {
    expect(fileName("attachment; filename=\"____.xlsx\"; filename*=UTF-8''%E9%9A%90%E6%82%A3%E5%8F%B0%E8%B4%A6.xlsx")).toBe('隐患台账.xlsx')
  })
  it('falls back when the server names none', () => {
    expect(fileName(null)).toBe('download.xlsx')
  })
})
