import { useQuery } from '@tanstack/react-query'
import { http, type Page } from '@/shared/http/http'
import { itemsOf } from './find-enterprises'

export interface PersonAtPost {
  id: string
  name: string
  postName?: string | null
  departmentName?: string | null
  certificateNumber?: string | null
}

export const usePeople = (postKind: string) =>
  useQuery({
    queryKey: ['people', postKind],
    queryFn: ({ signal }) => http.get<Page<PersonAtPost>>('/api/people', { postKind, limit: 200 }, signal),
    select: itemsOf,
    staleTime: 300_000,
  })
