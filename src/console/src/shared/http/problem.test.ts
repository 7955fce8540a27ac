import { describe, expect, it } from 'vitest'
import { normalizePath, Problem, problemFrom } from './problem'

describe('problem', () => {
  it('knows one field under its different spellings', () => {
    for (const path of ['measures[0].date', 'measures.0.date', 'Measures.0.Date', '/measures/0/date', '$.measures[0].date']) expect(normalizePath(path)).toBe('measures.0.date')
  })

  it('reads the dictionary of a framework binding error too', () => {
    expect(new Problem(400, { errors: { Deadline: ['应为日期', '不能为空'] } }).errors).toEqual([{ field: 'Deadline', expected: '应为日期；不能为空' }])
  })

  it('survives an answer that is not JSON', async () => {
    const problem = await problemFrom(new Response('<html>Bad gateway</html>', { status: 502 }))
    expect(problem.status).toBe(502)
    expect(problem.errors).toEqual([])
  })
})
