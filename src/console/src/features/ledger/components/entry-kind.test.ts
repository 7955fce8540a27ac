import { describe, expect, it } from 'vitest'
import { entryKind } from './entry-kind'

describe('timeline filter', () => {
  it.each([
    ['decision', null, 'decisions'], ['progress', null, 'decisions'], ['document', null, 'documents'], ['decision', 'd1', 'documents'],
    ['notice', null, 'notices'], ['access', null, 'notices'], ['clock', null, 'clocks'],
  ] as const)('puts %s with document %s under %s', (kind, documentId, expected) => {
    expect(entryKind({ kind, documentId })).toBe(expected)
  })
})
