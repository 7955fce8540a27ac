import { useSearchParams } from 'react-router'

export const DUE_FILTERS = ['OVERDUE', 'TODAY', 'WITHIN_3', 'NORMAL', 'PAUSED'] as const

/** The filters live in the address, so that a list can be shared and survives a reload. */
export function useTaskFilters() {
  const [params, setParams] = useSearchParams()
  const set = (changes: Record<string, string | null>) => {
    setParams((before) => {
      const next = new URLSearchParams(before)
      for (const [key, value] of Object.entries(changes)) {
        if (value === null || value === '') next.delete(key)
        else next.set(key, value)
      }
      return next
    }, { replace: true })
  }
  const box: 'mine' | 'sent' = params.get('box') === 'sent' ? 'sent' : 'mine'
  return {
    box,
    due: params.get('due') ?? '',
    q: params.get('q') ?? '',
    form: params.get('form') ?? '',
    sort: params.get('sort') ?? '',
    set,
  }
}
