import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { http, type Page } from '@/shared/http/http'
import type { Task } from '@/shared/matters/case'

export interface TaskFilter { box: 'mine' | 'sent'; due?: string; q?: string; form?: string; sort?: string }

export const useTasks = ({ box, ...filter }: TaskFilter) =>
  useInfiniteQuery({
    queryKey: ['tasks', box, filter],
    queryFn: ({ pageParam, signal }) => http.get<Page<Task>>(`/api/tasks/${box}`, { ...filter, after: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })

/** The short list of the workbench and the number in the menu. */
export const useTopTasks = (box: 'mine' | 'sent', limit: number) =>
  useQuery({
    queryKey: ['tasks', box, 'top', limit],
    queryFn: ({ signal }) => http.get<Page<Task>>(`/api/tasks/${box}`, { limit }, signal),
    staleTime: 15_000,
  })
