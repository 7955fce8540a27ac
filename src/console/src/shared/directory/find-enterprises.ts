import { useQuery } from '@tanstack/react-query'
import { http, type Page } from '@/shared/http/http'

export interface Enterprise {
  id: string
  name: string
  creditCode?: string | null
  address?: string | null
  regionCode?: string | null
  regionName?: string | null
}

export const useEnterprises = (q: string, enabled = true) =>
  useQuery({
    queryKey: ['enterprises', 'find', q],
    queryFn: ({ signal }) => http.get<Page<Enterprise>>('/api/enterprises', { q, limit: 20 }, signal),
    select: itemsOf,
    enabled,
    staleTime: 60_000,
  })

/** Look-ups answer as a page or as a plain list. */
export const itemsOf = <T>(answer: Page<T> | T[]): T[] => (Array.isArray(answer) ? answer : answer.items)
