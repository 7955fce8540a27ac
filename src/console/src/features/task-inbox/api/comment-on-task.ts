import { useMutation, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'

export function useCommentOnTask(taskId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (text: string) => http.post(`/api/tasks/${taskId}/comments`, { text }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  })
}
