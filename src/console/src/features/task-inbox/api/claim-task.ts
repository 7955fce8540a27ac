import { useMutation, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import type { Task } from '@/shared/matters/case'

export function useClaimTask() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (task: Task) => http.post<Task>(`/api/tasks/${task.id}/${task.claimedBy ? 'release' : 'claim'}`, { version: task.version }),
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  })
}
