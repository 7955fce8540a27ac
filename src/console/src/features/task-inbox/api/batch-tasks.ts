import { useMutation, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'
import type { Task } from '@/shared/matters/case'

export interface BatchItem { id: string; ok: boolean; code?: string | null; detail: string }

interface Batch { tasks: Pick<Task, 'id' | 'version'>[]; verb: 'transfer' | 'claim'; body: { toPersonId?: string; reason?: string } }

/** The same verb on many tasks, each with the version its row showed; the answer tells of each. */
export function useBatchTasks() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ tasks, verb, body }: Batch) =>
      (await http.post<{ items: BatchItem[] }>(`/api/tasks/${verb}`, { ...body, items: tasks.map(({ id, version }) => ({ id, version })) })).items,
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  })
}
