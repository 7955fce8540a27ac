import { useMutation, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import type { Task } from '@/shared/matters/case'

export function useTransferTask(task: Task) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (to: { toPersonId: string; reason: string }) => http.post<Task>(`/api/tasks/${task.id}/transfer`, { ...to, version: task.version }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  })
}
