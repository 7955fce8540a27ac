import { useMutation, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import type { DocumentRow } from './list-documents'

interface Change { document: DocumentRow; command: 'void' | 'issue'; reason?: string }

export function useChangeDocument() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ document, command, reason }: Change) => http.post(`/api/documents/${document.id}/${command}`, { version: document.version, ...(reason ? { reason } : {}) }),
    onSettled: () => void client.invalidateQueries({ queryKey: ['documents', 'list'] }),
  })
}
