import { useMutation, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'

export interface UrgeResult { id: string; ok?: boolean; title?: string | null; detail?: string | null; code?: string | null }

/** Every task is urged for itself; the answer says which ones were refused and why. */
export function useUrgeTasks() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ ids, text }: { ids: string[]; text: string }) => {
      const answer = await http.post<{ results?: UrgeResult[]; items?: UrgeResult[] } | UrgeResult[]>('/api/tasks/urge', { ids, text })
      return Array.isArray(answer) ? answer : (answer.results ?? answer.items ?? [])
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  })
}
