import { describe, expect, it } from 'vitest'
import { letters } from './mapping-form'

describe('column letters', () => {
  it('are those Excel shows', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})
