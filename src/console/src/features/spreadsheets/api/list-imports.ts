import { useInfiniteQuery } from '@tanstack/react-query'
import { http, type Page } from '@/shared/http/http'
import type { Import } from './import'

export const useImports = () =>
  useInfiniteQuery({
    queryKey: ['imports', 'list'],
    queryFn: ({ pageParam, signal }) => http.get<Page<Import>>('/api/spreadsheets/imports', { after: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
