import { useQuery } from '@tanstack/react-query'
import { http } from '@/shared/http/http'

/** They come with the program and do not change while it runs. */
export const useDocumentKinds = () =>
  useQuery({ queryKey: ['documents', 'kinds'], queryFn: ({ signal }) => http.get<{ code: string; name: string }[]>('/api/documents/kinds', undefined, signal), staleTime: Infinity })
