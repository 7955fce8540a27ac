import { useMutation, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import type { Import } from './import'

export function useUploadWorkbook() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ kind, file }: { kind: string; file: File }) => {
      const form = new FormData()
      form.append('file', file, file.name)
      return http.upload<Import>(`/api/spreadsheets/imports?kind=${encodeURIComponent(kind)}`, form)
    },
    onSuccess: (one) => {
      client.setQueryData(['imports', 'one', one.id], one)
      void client.invalidateQueries({ queryKey: ['imports', 'list'] })
    },
  })
}
