import { http } from '@/shared/http/http'
import type { Task } from '@/shared/matters/case'

/** Reading a task marks it opened by its holder. */
export const openTask = (id: string): Promise<Task> => http.get<Task>(`/api/tasks/${id}`)
