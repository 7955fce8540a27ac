import { useMutation, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import type { Task } from '@/shared/matters/case'

/** Ends a task through an outcome that no command stands behind. */
export function useCompleteTask(task: Task) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (answer: { outcome: string; form: { opinion: string } }) => http.post<unknown>(`/api/tasks/${task.id}/complete`, { ...answer, version: task.version }),
    onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['tasks'] }), client.invalidateQueries({ queryKey: ['hazards'] })]),
  })
}
