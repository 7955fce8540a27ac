import { useQuery } from '@tanstack/react-query'
import { http, type Page } from '@/shared/http/http'
import { itemsOf } from './find-enterprises'

export interface Equipment {
  id: string
  code?: string | null
  name?: string | null
  kindName?: string | null
  place?: string | null
  enterpriseId?: string | null
  enterpriseName?: string | null
}

export const useEquipment = (q: string, enterpriseId: string | undefined, enabled = true) =>
  useQuery({
    queryKey: ['equipment', 'find', q, enterpriseId],
    queryFn: ({ signal }) => http.get<Page<Equipment>>('/api/equipment', { q, enterpriseId, limit: 20 }, signal),
    select: itemsOf,
    enabled,
    staleTime: 60_000,
  })
