import { useSearchParams } from 'react-router'
import type { DocumentFilter } from '../api/list-documents'

const KEYS = ['q', 'kind', 'state', 'from', 'to', 'region'] as const
export type FilterKey = (typeof KEYS)[number]

/** Everything that narrows the archive lives in the address; so does the document that lies open. */
export function useDocumentFilters() {
  const [params, setParams] = useSearchParams()
  const filter: DocumentFilter = {}
  for (const key of KEYS) {
    const value = params.get(key)
    if (value) filter[key] = value
  }
  const set = (changes: Partial<Record<FilterKey | 'open', string | null>>) => {
    setParams((before) => {
      const next = new URLSearchParams(before)
      for (const [key, value] of Object.entries(changes)) {
        if (value) next.set(key, value)
        else next.delete(key)
      }
      return next
    }, { replace: true })
  }
  return { filter, set, clear: () => setParams({}, { replace: true }), open: params.get('open'), isFiltered: KEYS.some((key) => filter[key] !== undefined) }
}
