import { useQuery } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import { isWorking, type Import } from './import'

const ASK_AGAIN = 1000

/** While the server works on it, the page looks every second. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => http.get<Import>(`/api/spreadsheets/imports/${id}`, undefined, signal),
    refetchInterval: (query) => (isWorking(query.state.data) ? ASK_AGAIN : false),
  })
