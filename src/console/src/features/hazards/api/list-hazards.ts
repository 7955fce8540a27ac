import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { http, type Page } from '@/shared/http/http'
import { useScopeRegion } from '@/shared/session/use-scope-region'
import type { HazardListItem } from '@/shared/matters/case'

export interface HazardFilter {
  state?: string
  grade?: string
  overdue?: string
  source?: string
  region?: string
  placeType?: string
  equipmentKind?: string
  foundFrom?: string
  foundTo?: string
  enterpriseId?: string
  equipmentId?: string
  q?: string
  sort?: string
}

export function useHazards(asked: HazardFilter) {
  const scope = useScopeRegion()
  const filter: HazardFilter = scope && !asked.region ? { ...asked, region: scope } : asked
  return useInfiniteQuery({
    queryKey: ['hazards', 'list', filter],
    queryFn: ({ pageParam, signal }) => http.get<Page<HazardListItem>>('/api/hazards', { ...filter, after: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
}
