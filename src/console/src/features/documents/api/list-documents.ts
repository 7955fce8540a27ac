import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { http, type Page } from '@/shared/http/http'

export interface DocumentRow {
  id: string
  kind: string
  kindName: string
  number: string | null
  title: string
  state: string
  stateName: string
  organName: string
  unitName: string | null
  matterId: string
  matterNumber: string | null
  issuedAt: string
  servedAt: string | null
  dueDate: string | null
  correctsId: string | null
  correctedById: string | null
  version: number
}

export interface DocumentFilter {
  q?: string
  kind?: string
  state?: string
  from?: string
  to?: string
  region?: string
}

export const useDocuments = (filter: DocumentFilter) =>
  useInfiniteQuery({
    queryKey: ['documents', 'list', filter],
    queryFn: ({ pageParam, signal }) => http.get<Page<DocumentRow>>('/api/documents', { ...filter, after: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
