import { useMutation, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import type { Import } from './import'

export interface Mapping { sheet?: number; headingRow?: number; columns?: Record<string, number> }

/** map, start and cancel: each answers with the import as it stands then. */
export function useActOnImport(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ act, form }: { act: 'map' | 'start' | 'cancel'; form?: Mapping }) => http.post<Import>(`/api/spreadsheets/imports/${id}/${act}`, form),
    onSuccess: (one) => client.setQueryData(['imports', 'one', id], one),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  })
}
