import { useSearchParams } from 'react-router'
import type { HazardFilter } from '../api/list-hazards'

const KEYS = ['state', 'grade', 'overdue', 'source', 'region', 'placeType', 'equipmentKind', 'foundFrom', 'foundTo', 'enterpriseId', 'equipmentId', 'q', 'sort'] as const
export type FilterKey = (typeof KEYS)[number]

/** Several values of one filter stand side by side. */
export const valuesOf = (list?: string): string[] => (list ?? '').split(',').filter((one) => one !== '')

/** Everything that narrows the list lives in the address. */
export function useHazardFilters() {
  const [params, setParams] = useSearchParams()
  const filter: HazardFilter = {}
  for (const key of KEYS) {
    const value = params.get(key)
    if (value) filter[key] = value
  }
  const set = (changes: Partial<Record<FilterKey, string | null>>) => {
    setParams((before) => {
      const next = new URLSearchParams(before)
      for (const [key, value] of Object.entries(changes)) {
        if (value) next.set(key, value)
        else next.delete(key)
      }
      return next
    }, { replace: true })
  }
  const replace = (query: string) => setParams(new URLSearchParams(query), { replace: true })
  const clear = () => setParams((before): Record<string, string> => { const sort = before.get('sort'); return sort ? { sort } : {} }, { replace: true })
  return { filter, query: params.toString(), set, replace, clear, isFiltered: KEYS.some((key) => key !== 'sort' && filter[key] !== undefined) }
}
