import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { http, type Page } from '@/shared/http/http'
import type { Import, ImportRow } from './import'

/** Rows of the preview; read anew when the counts have moved. */
export const useImportRows = (one: Import, state: string) =>
  useInfiniteQuery({
    queryKey: ['imports', 'rows', one.id, state, one.state, one.badRows, one.knownRows],
    queryFn: ({ pageParam, signal }) => http.get<Page<ImportRow>>(`/api/spreadsheets/imports/${one.id}/rows`, { state, after: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
