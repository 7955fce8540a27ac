import { describe, expect, it } from 'vitest'
import { entryKind, foldNotices } from './entry-kind'

describe('timeline filter', () => {
  it.each([
    ['decision', null, 'decisions'], ['progress', null, 'decisions'], ['document', null, 'documents'], ['decision', 'd1', 'documents'],
    ['notice', null, 'notices'], ['access', null, 'notices'], ['clock', null, 'clocks'],
  ] as const)('puts %s with document %s under %s', (kind, documentId, expected) => {
    expect(entryKind({ kind, documentId })).toBe(expected)
  })
})

describe('timeline folding', () => {
  it('folds runs of notices and leaves acts alone and in order', () => {
    const kinds = ['notice', 'access', 'decision', 'notice', 'decision', 'clock'].map((kind) => ({ kind, documentId: null }))
    expect(foldNotices(kinds).map((group) => group.map((one) => one.kind).join('+'))).toEqual(['notice+access', 'decision', 'notice', 'decision', 'clock'])
  })
})
