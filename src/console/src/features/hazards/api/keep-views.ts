import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { http } from '@/shared/http/http'

export type ViewAudience = 'MINE' | 'DEPARTMENT' | 'REGION'
export interface SavedView { id: string; name: string; ownerName: string; isMine: boolean; audience: ViewAudience; query: string; columns: string | null; starred: boolean; version: number }
export interface ViewForm { name: string; query: string; columns: string | null; audience: ViewAudience; version?: number }

const KEY = ['hazards', 'views']

export const useSavedViews = () => useQuery({ queryKey: KEY, queryFn: ({ signal }) => http.get<SavedView[]>('/api/hazard-views', undefined, signal) })

/** Every change of a view ends with the list as the server has it now. */
export function useViewActs() {
  const client = useQueryClient()
  const after = { onSettled: () => client.invalidateQueries({ queryKey: KEY }) }
  return {
    keep: useMutation({ mutationFn: (form: ViewForm) => http.post<SavedView>('/api/hazard-views', form), ...after }),
    change: useMutation({ mutationFn: ({ id, ...form }: ViewForm & { id: string }) => http.post<SavedView>(`/api/hazard-views/${id}/change`, form), ...after }),
    star: useMutation({ mutationFn: (view: SavedView) => http.post<undefined>(`/api/hazard-views/${view.id}/star`, { starred: !view.starred }), ...after }),
    remove: useMutation({ mutationFn: (view: SavedView) => http.post<undefined>(`/api/hazard-views/${view.id}/delete`, { version: view.version }), ...after }),
  }
}
