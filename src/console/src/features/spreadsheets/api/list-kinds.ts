import { useQuery } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import type { ImportKind } from './import'

export const useImportKinds = () =>
  useQuery({ queryKey: ['imports', 'kinds'], queryFn: ({ signal }) => http.get<ImportKind[]>('/api/spreadsheets/kinds', undefined, signal), staleTime: Infinity })
