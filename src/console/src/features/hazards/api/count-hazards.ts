import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import type { HazardFilter } from './list-hazards'

export interface FacetCount { value: string; name: string; count: number }
export interface HazardFacets {
  state: FacetCount[]
  grade: FacetCount[]
  source: FacetCount[]
  equipmentKind: FacetCount[]
  placeType: FacetCount[]
  region: FacetCount[]
  overdue: number
  total: number
  isCapped: boolean
}

/** How many rows stand behind each value of each filter. */
export const useHazardFacets = (filter: HazardFilter, enabled = true) => {
  const narrowing: HazardFilter = { ...filter }
  delete narrowing.sort
  return useQuery({ queryKey: ['hazards', 'facets', narrowing], queryFn: ({ signal }) => http.get<HazardFacets>('/api/hazards/facets', { ...narrowing }, signal), placeholderData: keepPreviousData, enabled })
}
